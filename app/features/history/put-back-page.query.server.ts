import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { eventOf } from './events.store.server.ts'
import { putBackInput } from './history-input.ts'
import { shownBack } from './putting-back.ts'
import { standingForm } from './standing-forms.store.server.ts'

/** A field of a case as it stands and as it was before an event, with the whole form that would put it back. */
export const putBackPage = defineQuery({
  name: 'history.put-back-page',
  input: putBackInput,
  subject: async ({ tx, operator, today }, { number, eventId, champ: field }) => {
    const found = await caseByNumber(tx, operator.id, number)
    const event = found && (await eventOf(tx, operator.id, eventId, { accompanimentId: found.row.id }))
    return found && event ? standingForm({ tx, operatorId: operator.id, today, found, event }, field) : null
  },
  allow: isMember,
  run: async (_ctx, { number, champ: field }, standing) => ({ number, ...shownBack(standing, field) }),
})
