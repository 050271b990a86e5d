import { caseIn } from '../cases.ts'
import { aCommittee, seatLink } from '../committees.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const
type Made = Awaited<ReturnType<typeof aCommittee>>

const onCommittee = (
  input: (made: Made, operator: TestOperator) => Record<string, unknown> | Promise<object>,
): Sample => ({
  allowed: members,
  prepare: async operator => {
    const made = await aCommittee(operator)
    return { input: { committeeId: made.committeeId, ...(await input(made, operator)) } }
  },
})

export const samples: Record<string, Sample> = {
  'committee.list': { allowed: members, prepare: async () => ({ input: {} }) },
  'committee.create': { allowed: members, prepare: async () => ({ input: { heldOn: '2026-04-01' } }) },
  'committee.page': onCommittee(() => ({})),
  'committee.save-item': onCommittee(async (_made, operator) => ({
    number: (await caseIn(operator, 'planning')).number,
    presentation: 'Une coopérative.',
  })),
  'committee.remove-item': onCommittee(({ itemId }) => ({ itemId })),
  'committee.record-opinion': onCommittee(({ itemId }) => ({ itemId, version: 1, opinion: 'favourable' })),
  'committee.add-member': onCommittee(() => ({ name: 'Lise Roy', email: 'lise@region.example' })),
  'committee.remove-member': onCommittee(({ memberId }) => ({ memberId })),
  'committee.send-agenda': onCommittee(() => ({})),
  'committee.take-pack': onCommittee(() => ({ format: 'pdf' })),
  'committee.give-advice': {
    allowed: ['contact'],
    prepare: async operator => {
      const { memberId, itemId } = await aCommittee(operator)
      return { linkToken: await seatLink(operator, memberId), input: { itemId, opinion: 'favourable' } }
    },
  },
}
