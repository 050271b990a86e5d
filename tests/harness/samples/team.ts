import { addAbsence } from '#app/features/team/absences.store.server.ts'
import { membersOf } from '#app/features/team/members.store.server.ts'
import { day } from '#app/kernel/day.ts'
import type { TestOperator } from '../operator.ts'
import { testDay } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const today = day(testDay)

/** A practitioner of the operator, and her grant as the page shows it. */
async function aMember(operator: TestOperator) {
  const { userId } = await operator.practitioner()
  const members = await operator.inside(tenant => membersOf(tenant.tx, operator.id, tenant.today))
  const grantId = members.find(member => member.userId === userId)?.grantId ?? ''
  return { userId, grantId }
}

async function anAbsence(operator: TestOperator) {
  const [{ userId }, { userId: delegateId }] = [await aMember(operator), await aMember(operator)]
  return operator.inside(({ tx }) =>
    addAbsence(tx, operator.id, { userId, delegateId, fromOn: '2026-03-10', toOn: '2026-03-20' }),
  )
}

export const samples: Record<string, Sample> = {
  'team.page': { allowed: ['practitioner', 'manager'], prepare: async () => ({ input: {} }) },
  'member.invite': {
    allowed: ['manager'],
    prepare: async () => ({ input: { name: 'Noor Haddad', email: 'noor@team.example', role: 'practitioner' } }),
  },
  'member.invite-again': {
    allowed: ['manager'],
    prepare: async operator => ({ input: { grantId: (await aMember(operator)).grantId } }),
  },
  'member.change-role': {
    allowed: ['manager'],
    prepare: async operator => ({ input: { grantId: (await aMember(operator)).grantId, role: 'manager' } }),
  },
  'member.deactivate': {
    allowed: ['manager'],
    prepare: async operator => ({ input: { grantId: (await aMember(operator)).grantId } }),
  },
  'member.declare-absence': {
    // A practitioner too, for herself: see tests/db/team.
    allowed: ['manager'],
    prepare: async operator => ({
      input: {
        userId: (await aMember(operator)).userId,
        delegateId: (await aMember(operator)).userId,
        fromOn: today,
        toOn: '2026-03-20',
      },
    }),
  },
  'member.end-absence': {
    allowed: ['manager'],
    prepare: async operator => ({ input: { absenceId: await anAbsence(operator) } }),
  },
}
