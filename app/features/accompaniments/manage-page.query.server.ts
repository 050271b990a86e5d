import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { practitionersOf } from '#app/features/operators/practitioners.store.server.ts'
import { caseInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'
import { isEnded, waysFrom } from './lifecycle.ts'

/** What may become of a case besides its next step: given to somebody else, put aside, abandoned, taken up again. */
export const managePage = defineQuery({
  name: 'accompaniment.manage',
  input: caseInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, today }, _input, { row, programme: { definition } }) => {
    const ways = waysFrom(definition, row.state)
    return {
      number: row.number,
      today,
      practitionerId: row.practitionerId,
      practitioners: await practitionersOf(tx, operator.id, today),
      isWaiting: row.nextStep !== null,
      canSuspend: ways.includes('suspend'),
      canResume: row.state === 'suspended',
      canAbandon: ways.includes('abandon'),
      canUndoEnd: isEnded(definition, row.state) && Boolean(row.closedOn ?? row.abandonedOn),
      canReopen: isEnded(definition, row.state),
      suspension: row.suspendReason ? { reason: row.suspendReason, resumeOn: row.resumeOn } : null,
    }
  },
})
