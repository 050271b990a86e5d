import { isManager, isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { programmesOf } from '#app/features/accompaniments/case-words.store.server.ts'
import { isEnded } from '#app/features/accompaniments/lifecycle.ts'
import { practitionersOf } from '#app/features/operators/practitioners.store.server.ts'
import { casesAtMost } from './handover.ts'
import { handoverPageInput } from './handover-input.ts'
import { casesHeldBy } from './handovers.store.server.ts'

/** Whose cases pass to whom, and which. A practitioner gives her own; a manager those of anybody. */
export const newHandoverPage = defineQuery({
  name: 'handover.new-page',
  input: handoverPageInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { de, a }) => {
    const members = await practitionersOf(tx, operator.id, today)
    const me = actor.kind === 'member' ? actor.userId : ''
    const givers = isManager(actor) ? members : members.filter(({ id }) => id === me)
    const from = givers.find(({ id }) => id === (de ?? me)) ?? null
    const held = from ? await casesHeldBy(tx, operator.id, from.id, casesAtMost) : []
    const known = await programmesOf(
      tx,
      operator.id,
      held.map(({ programmeId }) => programmeId),
    )
    return {
      base: `/o/${operator.slug}`,
      today,
      givers,
      receivers: members.filter(({ id }) => id !== from?.id),
      from,
      toId: a,
      cases: held
        .filter(({ programmeId, state }) => {
          const definition = known.get(programmeId)?.definition
          return !definition || !isEnded(definition, state)
        })
        .map(({ programmeId: _programmeId, state: _state, ...row }) => row),
    }
  },
})
