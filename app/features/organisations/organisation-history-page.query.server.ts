import { isMember } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { asText } from '#app/features/history/changes.ts'
import { eventOf, eventsOfSubject } from '#app/features/history/events.store.server.ts'
import { historyLines } from '#app/features/history/history-lines.ts'
import {
  mayPutBack,
  putBackForm,
  type StandingForm,
  valueBefore,
  withBack,
} from '#app/features/history/putting-back.ts'
import { id, line, object, optional } from '#app/kernel/input.ts'
import { formValuesOf } from './form-values.ts'
import { type Organisation, organisationById } from './organisations.store.server.ts'

const shownAtMost = 100

/** Who changed what on the sheet of an organisation, from which value to which. */
export const organisationHistoryPage = defineQuery({
  name: 'organisation.history',
  /** `evenement` and `champ`: what is about to be put back. */
  input: object({ id: id(), evenement: optional(id()), champ: optional(line({ max: 300 })) }),
  subject: ({ tx, operator }, { id: organisationId }) => organisationById(tx, operator.id, organisationId),
  allow: isMember,
  run: async ({ tx, operator }, { evenement: eventId, champ: field }, organisation) => ({
    name: organisation.name,
    base: `/o/${operator.slug}/structures/${organisation.id}`,
    puttingBack: eventId && field ? await puttingBack({ tx, operator }, organisation, { eventId, field }) : null,
    lines: (await eventsOfSubject(tx, operator.id, organisation.id, shownAtMost)).map(
      ({ id: eventId, name, actorKind, actorName, at, data }) => ({
        id: eventId,
        name,
        at: at.toISOString(),
        who: { kind: actorKind, name: actorName },
        reason: null,
        params: {},
        changes: historyLines(data),
      }),
    ),
  }),
})

type Chosen = { eventId: string; field: string }

/** A field of the sheet as it stands and as it was, with the whole form that would put it back. */
async function puttingBack(
  { tx, operator }: Pick<QueryContext, 'tx' | 'operator'>,
  organisation: Organisation,
  { eventId, field }: Chosen,
) {
  const event = await eventOf(tx, operator.id, eventId, { organisationId: organisation.id })
  const before = event && mayPutBack(event.name, field) ? valueBefore(event.data, field) : null
  const form = event ? putBackForm(event.name) : null
  if (!form || before === null) return null
  const values = formValuesOf(organisation)
  const isDraft = Boolean(organisation.siretDraft || organisation.rnaDraft)
  const standing: StandingForm = {
    form,
    version: organisation.version,
    fields: [
      ...Object.entries(values).map(([name, value]) => [name, asText(value)] as const),
      // A number that was kept to be corrected later goes on being kept.
      ...(isDraft ? [['keepDraft', 'oui'] as const] : []),
    ],
    several: [],
    back: field in values ? { name: field, value: before } : null,
    labels: {},
  }
  const now = standing.fields.find(([name]) => name === field)?.[1] ?? ''
  return { ...standing, field, now, fields: withBack(standing) }
}
