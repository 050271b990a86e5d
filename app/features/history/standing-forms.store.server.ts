import type { Case } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { intakeFormValues } from '#app/features/accompaniments/intake-form.ts'
import { noteOf } from '#app/features/accompaniments/notes.store.server.ts'
import { diagnosticFormValues } from '#app/features/diagnostics/diagnostic-form.ts'
import { diagnosticOf, needsOf } from '#app/features/diagnostics/diagnostics.store.server.ts'
import { engineeringValues } from '#app/features/engineerings/engineering.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { linkableActions } from '#app/features/engineerings/members.store.server.ts'
import { actionFormValues } from '#app/features/plans/action.ts'
import { objectivesOf } from '#app/features/plans/objectives.store.server.ts'
import { planOf } from '#app/features/plans/plans.store.server.ts'
import { snapshotFormValues } from '#app/features/snapshots/snapshot-form.ts'
import { diagnosticSnapshot } from '#app/features/snapshots/snapshots.store.server.ts'
import { readOrigins } from '#app/features/snapshots/stored-origins.ts'
import { typologyOf } from '#app/features/typology/typologies.store.server.ts'
import { typologyFormValues } from '#app/features/typology/typology.ts'
import type { Day } from '#app/kernel/day.ts'
import type { TenantTx } from '#db/tenant.ts'
import { asText } from './changes.ts'
import type { FoundEvent } from './events.store.server.ts'
import { namesOf } from './names.store.server.ts'
import { type PutBackForm, putBackForm, type StandingForm, valueBefore } from './putting-back.ts'
import { standingAgreements, standingDay, standingPractitioner } from './standing-acts.store.server.ts'
import { standingAmendment } from './standing-amendment.store.server.ts'
import { standingAnswers } from './standing-answers.store.server.ts'

type Standing = {
  version: number
  values: Record<string, unknown>
  of?: Record<string, string>
  several?: string[]
} | null
type Reading = { tx: TenantTx; operatorId: string; today: Day; found: Case; event: FoundEvent }

/** The form that an event was written by, as it stands now, with the field as it was before that event. */
export async function standingForm(reading: Reading, field: string): Promise<StandingForm | null> {
  const form = putBackForm(reading.event.name, field)
  const before = valueBefore(reading.event.data, field)
  if (!form || before === null) return null
  if (form === 'save-answers') return standingAnswers(reading, { field, before })
  if (form === 'hand-over') return standingPractitioner(reading, before)
  if (form === 'choose-agreements') return standingAgreements(reading, before)
  if (form === 'bring-back-day') return standingDay(reading, before)
  if (form === 'sign-amendment') return standingAmendment(reading, { field, before })
  const standing = await valuesOf(form, reading)
  if (!standing) return null
  const { version, values, of = {}, several = [] } = standing
  // A need that is no longer there comes back as a new line.
  const isField = field in values || /^needs\[\d+\]\.(title|domain|urgency|jobsEffect)$/.test(field)
  return {
    form,
    version,
    fields: [...Object.entries(of), ...Object.entries(values).map(([name, value]) => [name, asText(value)] as const)],
    several,
    back: isField ? { name: field, value: before } : null,
    labels: {},
    texts: await namesOf(reading.tx, reading.operatorId, [before, asText(values[field])]),
  }
}

async function valuesOf(form: PutBackForm, { tx, operatorId, found: { row }, event }: Reading): Promise<Standing> {
  const { version } = row
  switch (form) {
    case 'save-intake':
      return { version, values: intakeFormValues(row) }
    case 'record-opinion':
      return {
        version,
        values: { committeeOn: row.committeeOn, opinion: row.opinion, opinionComment: row.opinionComment },
      }
    case 'save-report':
      return { version, values: { finalReport: row.finalReport, outcome: row.outcome } }
    case 'save-diagnostic': {
      const diagnostic = await diagnosticOf(tx, operatorId, row.id)
      const needs = await needsOf(tx, operatorId, row.id)
      // Their ids keep what the organisation said of each.
      const lines = needs.flatMap(({ id }, index) => [
        [`needs[${index}].id`, id],
        [`needs[${index}].rank`, index + 1],
      ])
      const values = { ...diagnosticFormValues(diagnostic, needs), ...Object.fromEntries(lines) }
      return diagnostic && { version: diagnostic.version, values }
    }
    case 'save-snapshot': {
      const snapshot = await diagnosticSnapshot(tx, operatorId, row.id)
      return (
        snapshot && {
          version: snapshot.version,
          values: snapshotFormValues(snapshot, readOrigins(snapshot.origins)),
          several: ['funderKinds'],
        }
      )
    }
    case 'save-typology': {
      const stored = await typologyOf(tx, operatorId, row.id)
      return (
        stored && {
          version: stored.version,
          values: typologyFormValues(stored.typology),
          several: Object.entries(stored.typology).flatMap(([field, value]) => (Array.isArray(value) ? [field] : [])),
        }
      )
    }
    case 'update-action': {
      const action = (await planOf(tx, operatorId, row.id)).find(({ id }) => id === event.subjectId)
      if (!action) return null
      return { version: action.version, values: actionFormValues(action), of: { actionId: action.id } }
    }
    case 'update-objective': {
      const objective = (await objectivesOf(tx, operatorId, row.id)).find(({ id }) => id === event.subjectId)
      if (!objective) return null
      const { id, version: read, title, unit, baseline, target, reached, dueOn } = objective
      return { version: read, values: { title, unit, baseline, target, reached, dueOn }, of: { objectiveId: id } }
    }
    case 'update-note': {
      const note = await noteOf(tx, operatorId, row.number, event.subjectId)
      return note && { version: note.version, values: { body: note.body }, of: { noteId: note.id } }
    }
    case 'edit-engineering': {
      const address = { engineeringId: event.subjectId, number: row.number }
      const engineering = await engineeringOfCase(tx, operatorId, address)
      if (!engineering) return null
      const cases = (await membersOf(tx, operatorId, [engineering.id])).map(member => member.accompanimentId)
      const actions = await linkableActions(tx, operatorId, {
        cases,
        kind: engineering.kind,
        engineeringId: engineering.id,
      })
      const tied = actions.flatMap(({ id, engineeringId }) => (engineeringId === engineering.id ? [id] : []))
      return {
        version: engineering.version,
        values: engineeringValues(engineering),
        of: { engineeringId: engineering.id, actionIds: tied.join('\n') },
        several: ['actionIds'],
      }
    }
    default:
      return null
  }
}
