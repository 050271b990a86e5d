import { asText } from '#app/features/history/changes.ts'
import type { FoundEvent } from '#app/features/history/events.store.server.ts'
import { type PutBackForm, putBackForm, type StandingForm, valueBefore } from '#app/features/history/putting-back.ts'
import type { TenantTx } from '#db/tenant.ts'
import { communeAsTyped } from './communes.store.server.ts'
import { establishmentsOf, labelsOf } from './establishments.store.server.ts'
import { formValuesOf, type Organisation, peopleOf } from './organisations.store.server.ts'
import { personFormValues } from './person.ts'

type Reading = { tx: TenantTx; operatorId: string; organisation: Organisation; event: FoundEvent }
type Standing = { version: number; values: Record<string, unknown>; of?: Record<string, string> } | null

/** What a sheet's history is about: itself, its people, its labels, its establishments. */
export async function subjectsOfSheet(tx: TenantTx, operatorId: string, organisationId: string): Promise<string[]> {
  const held = [
    ...(await peopleOf(tx, operatorId, organisationId)),
    ...(await labelsOf(tx, operatorId, organisationId)),
    ...(await establishmentsOf(tx, operatorId, organisationId)),
  ]
  return [organisationId, ...held.map(({ id }) => id)]
}

/** The form that an event of the sheet was written by, as it stands now, with the field as it was before that event. */
export async function standingSheet(reading: Reading, field: string): Promise<StandingForm | null> {
  const form = putBackForm(reading.event.name, field)
  const before = valueBefore(reading.event.data, field)
  const standing = form && before !== null ? await valuesOf(form, reading) : null
  if (!form || before === null || !standing) return null
  const { version, values, of = {} } = standing
  return {
    form,
    version,
    fields: [...Object.entries(of), ...Object.entries(values).map(([name, value]) => [name, asText(value)] as const)],
    several: [],
    back: field in values ? { name: field, value: field === 'commune' ? communeAsTyped(before) : before } : null,
    labels: {},
  }
}

async function valuesOf(form: PutBackForm, { tx, operatorId, organisation, event }: Reading): Promise<Standing> {
  switch (form) {
    case 'update-organisation': {
      // A number that was kept to be corrected later goes on being kept.
      const isDraft = Boolean(organisation.siretDraft || organisation.rnaDraft)
      const { version } = organisation
      return { version, values: formValuesOf(organisation), of: isDraft ? { keepDraft: 'oui' } : {} }
    }
    case 'update-person': {
      const found = (await peopleOf(tx, operatorId, organisation.id)).find(({ id }) => id === event.subjectId)
      return found ? { version: found.version, values: personFormValues(found), of: { personId: found.id } } : null
    }
    case 'update-label': {
      const found = (await labelsOf(tx, operatorId, organisation.id)).find(({ id }) => id === event.subjectId)
      if (!found) return null
      const { id, version, name, source, grantedOn, endsOn } = found
      return { version, values: { name, source, grantedOn, endsOn }, of: { labelId: id } }
    }
    case 'update-establishment': {
      const found = (await establishmentsOf(tx, operatorId, organisation.id)).find(({ id }) => id === event.subjectId)
      if (!found) return null
      const { id, version, name, siret, commune, openedOn, closedOn } = found
      return {
        version,
        values: { name, siret, commune: communeAsTyped(commune), openedOn, closedOn },
        of: { establishmentId: id },
      }
    }
    default:
      return null
  }
}
