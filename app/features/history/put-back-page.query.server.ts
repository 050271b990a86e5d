import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { eventOf } from './events.store.server.ts'
import { putBackInput } from './history-input.ts'
import { mayPutBack, withBack } from './putting-back.ts'
import { standingForm } from './standing-forms.store.server.ts'

/** A field of a case as it stands and as it was before an event, with the whole form that would put it back. */
export const putBackPage = defineQuery({
  name: 'history.put-back-page',
  input: putBackInput,
  subject: async ({ tx, operator }, { number, eventId, champ: field }) => {
    const found = await caseByNumber(tx, operator.id, number)
    const event = found && (await eventOf(tx, operator.id, eventId, { accompanimentId: found.row.id }))
    const isOffered = event && mayPutBack(event.name, field)
    const standing = isOffered ? await standingForm({ tx, operatorId: operator.id, found, event }, field) : null
    return found && standing ? { found, standing } : null
  },
  allow: isMember,
  run: async (_ctx, { number, champ: field }, { standing }) => ({
    number,
    field,
    form: standing.form,
    version: standing.version,
    labels: standing.labels,
    back: standing.back,
    now: standing.fields.find(([name]) => name === standing.back?.name)?.[1] ?? '',
    fields: withBack(standing),
  }),
})
