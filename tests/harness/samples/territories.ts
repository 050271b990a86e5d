import { closeChallenge } from '#app/features/territories/close-challenge.command.server.ts'
import { tieCase } from '#app/features/territories/tie-case.command.server.ts'
import { caseIn } from '../cases.ts'
import type { TestOperator } from '../operator.ts'
import { aTerritory } from '../territories.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const
type Made = Awaited<ReturnType<typeof aTerritory>>
const sheet = { name: 'Sologne', kind: 'rural_area', departments: '41' }
const challenge = { nature: 'citizen', title: 'Décider ensemble' }

const on = (input: (made: Made, operator: TestOperator) => object | Promise<object>): Sample => ({
  allowed: members,
  prepare: async operator => {
    const made = await aTerritory(operator)
    return { input: { territoryId: made.territoryId, ...(await input(made, operator)) } }
  },
})

/** A case and a challenge, which are told of by the case's own page. */
const tied = (more: (made: Made, tie: { number: string; challengeId: string }) => Promise<object>): Sample => ({
  allowed: members,
  prepare: async operator => {
    const made = await aTerritory(operator)
    const tie = { number: (await caseIn(operator)).number, challengeId: made.challengeId }
    return { input: { ...tie, ...(await more(made, tie)) } }
  },
})

export const samples: Record<string, Sample> = {
  'territory.list': { allowed: members, prepare: async () => ({ input: {} }) },
  'territory.new': { allowed: members, prepare: async () => ({ input: {} }) },
  'territory.create': { allowed: members, prepare: async () => ({ input: sheet }) },
  'territory.page': on(() => ({})),
  'territory.sheet': on(() => ({})),
  'territory.history': on(() => ({})),
  'territory.edit': on(() => ({ version: 1, ...sheet })),
  'territory.add-seat': on(() => ({ name: 'La Région', college: 'funders' })),
  'territory.remove-seat': on(({ seatId }) => ({ seatId })),
  'territory.take-roadmap': on(() => ({ format: 'docx' })),
  'challenge.add': on(() => challenge),
  'challenge.page': on(({ challengeId }) => ({ challengeId })),
  'challenge.edit': on(({ challengeId }) => ({ challengeId, version: 1, ...challenge })),
  'challenge.close': on(({ challengeId }) => ({ challengeId, closedOn: '2026-03-01', result: 'Tenu.' })),
  'challenge.reopen': on(async ({ practitioner, territoryId, challengeId }) => {
    await practitioner.must(closeChallenge, { territoryId, challengeId, closedOn: '2026-03-01' })
    return { challengeId }
  }),
  'challenge.tie-case': tied(async () => ({ reason: 'Deux places de plus.' })),
  'challenge.untie-case': tied(async ({ practitioner }, tie) => {
    await practitioner.must(tieCase, tie)
    return {}
  }),
  'challenge.record-measure': on(({ challengeId }) => ({
    challengeId,
    measuredOn: '2026-03-01',
    value: '31,5',
    source: 'Caf',
  })),
  'challenge.remove-measure': on(({ challengeId, measureId }) => ({ challengeId, measureId })),
}
