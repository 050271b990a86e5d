import { type AnyCommand, execute } from '#app/access/command.server.ts'
import type { Outcome } from '#app/access/outcome.ts'
import { bringBackDay } from '#app/features/accompaniments/bring-back-day.command.server.ts'
import { chooseAgreements } from '#app/features/accompaniments/choose-agreements.command.server.ts'
import { handOver } from '#app/features/accompaniments/hand-over.command.server.ts'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { recordOpinion } from '#app/features/accompaniments/record-opinion.command.server.ts'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { updateNote } from '#app/features/accompaniments/update-note.command.server.ts'
import { signAmendment } from '#app/features/contracts/sign-amendment.command.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { putBackPage } from '#app/features/history/put-back-page.query.server.ts'
import { organisationHistoryPage } from '#app/features/organisations/organisation-history-page.query.server.ts'
import { updateEstablishment } from '#app/features/organisations/update-establishment.command.server.ts'
import { updateLabel } from '#app/features/organisations/update-label.command.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { saveFinalReport } from '#app/features/restitutions/save-final-report.command.server.ts'
import { saveSnapshot } from '#app/features/snapshots/save-snapshot.command.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { editChallenge } from '#app/features/territories/edit-challenge.command.server.ts'
import { editTerritory } from '#app/features/territories/edit-territory.command.server.ts'
import { territoryHistoryPage } from '#app/features/territories/territory-history-page.query.server.ts'
import { saveTypology } from '#app/features/typology/save-typology.command.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { type TestActor, testClock } from './operator.ts'
import { lastChange } from './samples/history.ts'

const commands: Record<string, AnyCommand> = {
  'save-intake': saveIntake,
  'record-opinion': recordOpinion,
  'save-report': saveFinalReport,
  'save-diagnostic': saveDiagnostic,
  'save-snapshot': saveSnapshot,
  'save-typology': saveTypology,
  'update-action': updateAction,
  'update-note': updateNote,
  'save-answers': saveAnswers,
  'hand-over': handOver,
  'choose-agreements': chooseAgreements,
  'bring-back-day': bringBackDay,
  'edit-engineering': editEngineering,
  'sign-amendment': signAmendment,
  'edit-territory': editTerritory,
  'edit-challenge': editChallenge,
  'update-organisation': updateOrganisation,
  'update-person': updatePerson,
  'update-label': updateLabel,
  'update-establishment': updateEstablishment,
}

/** What the page of a case shows before the latest change of this field is put back. */
export async function shown(actor: TestActor, number: string, field: string) {
  const eventId = await lastChange(actor, number, field)
  const page = await actor.read(putBackPage, { number, eventId, champ: field })
  if (page.kind !== 'done') throw new Error(`${field}: ${page.kind}`)
  return page.value
}
type Shown = { form: string; version: number | null; fields: readonly [string, string][] }

/** What a browser sends of the page's form, as the server reads it. */
export async function sent({ version, fields }: Pick<Shown, 'version' | 'fields'>): Promise<Record<string, unknown>> {
  const body = new FormData()
  if (version !== null) body.append('version', String(version))
  for (const [name, value] of fields) body.append(name, value)
  return (await readForm(new Request('http://localhost', { method: 'POST', body }))).values
}

/** Sends the form of the page by the command of its edit; `address` is what the route adds. */
export async function send(actor: TestActor, page: Shown, address: object): Promise<Outcome<unknown>> {
  const command = commands[page.form]
  if (!command) throw new Error(page.form)
  return execute(command, actor.door, { ...(await sent(page)), ...address }, { clock: testClock })
}

/** The same of an organisation's sheet, of its people, labels and establishments: the line that changed this field last. */
export async function shownOnSheet(actor: TestActor, id: string, field: string, about?: string) {
  const lines = await linesOfSheet(actor, id)
  const line = lines.find(
    one => one.changes.some(change => change.field === field) && (about === undefined || one.about === about),
  )
  const page = await actor.read(organisationHistoryPage, { id, evenement: line?.id, champ: field })
  if (page.kind !== 'done' || !page.value.puttingBack) throw new Error(`${field}: not offered`)
  return page.value.puttingBack
}

export async function linesOfSheet(actor: TestActor, id: string) {
  const page = await actor.read(organisationHistoryPage, { id })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.lines
}

/** The same of a territory and of its challenges; `champ` is named with its noun: `challenge.title`. */
export async function shownOnTerritory(actor: TestActor, territoryId: string, champ: string) {
  const line = (await linesOfTerritory(actor, territoryId)).find(({ changes }) =>
    changes.some(({ field }) => field === champ),
  )
  const page = await actor.read(territoryHistoryPage, { territoryId, evenement: line?.id, champ })
  if (page.kind !== 'done' || !page.value.puttingBack) throw new Error(`${champ}: not offered`)
  return page.value.puttingBack
}

export async function linesOfTerritory(actor: TestActor, territoryId: string) {
  const page = await actor.read(territoryHistoryPage, { territoryId })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.lines
}

export async function linesOfCase(actor: TestActor, number: string) {
  const page = await actor.read(historyPage, { number })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.lines
}
