import { isMember } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { eventOf, eventsOfSubjects } from '#app/features/history/events.store.server.ts'
import { type HistoryLine, historyShown } from '#app/features/history/history-lines.ts'
import { shownBack } from '#app/features/history/putting-back.ts'
import { id, line, object, optional } from '#app/kernel/input.ts'
import { communeAsTyped } from './communes.store.server.ts'
import { type Organisation, organisationById } from './organisations.store.server.ts'
import { standingSheet, subjectsOfSheet } from './standing-sheet.store.server.ts'

const shownAtMost = 100

/** Who changed what on the sheet of an organisation, from which value to which. */
export const organisationHistoryPage = defineQuery({
  name: 'organisation.history',
  /** `evenement` and `champ`: what is about to be put back. */
  input: object({ id: id(), evenement: optional(id()), champ: optional(line({ max: 300 })) }),
  subject: ({ tx, operator }, { id: organisationId }) => organisationById(tx, operator.id, organisationId),
  allow: isMember,
  run: async ({ tx, operator }, { evenement: eventId, champ: field }, organisation) => {
    const subjectIds = await subjectsOfSheet(tx, operator.id, organisation.id)
    const chosen = eventId && field ? { eventId, field } : null
    const events = await eventsOfSubjects(tx, operator.id, subjectIds, shownAtMost)
    return {
      name: organisation.name,
      operator: `/o/${operator.slug}`,
      base: `/o/${operator.slug}/structures/${organisation.id}`,
      puttingBack: chosen ? await puttingBack({ tx, operator }, organisation, subjectIds, chosen) : null,
      lines: events.map(historyShown).map(line => ({ ...line, changes: line.changes.map(inWords) })),
    }
  },
})

/** Communes are kept by their codes, and read by their names. */
const inWords = (change: HistoryLine) =>
  change.field === 'commune'
    ? { ...change, before: communeAsTyped(change.before), after: communeAsTyped(change.after) }
    : change

type Chosen = { eventId: string; field: string }

/** A field of the sheet as it stands and as it was, with the whole form that would put it back. */
async function puttingBack(
  { tx, operator }: Pick<QueryContext, 'tx' | 'operator'>,
  organisation: Organisation,
  subjectIds: readonly string[],
  { eventId, field }: Chosen,
) {
  const event = await eventOf(tx, operator.id, eventId, { subjectIds })
  const standing = event && (await standingSheet({ tx, operatorId: operator.id, organisation, event }, field))
  return standing ? shownBack(standing, field) : null
}
