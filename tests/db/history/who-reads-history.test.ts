import { describe, expect } from 'vitest'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { handOver } from '#app/features/accompaniments/hand-over.command.server.ts'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { updateNote } from '#app/features/accompaniments/update-note.command.server.ts'
import { createEngineering } from '#app/features/engineerings/create-engineering.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { putBackPage } from '#app/features/history/put-back-page.query.server.ts'
import { organisationHistoryPage } from '#app/features/organisations/organisation-history-page.query.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { events } from '#db/schema/journal.ts'
import { withTenant } from '#db/tenant.ts'
import { caseIn } from '#tests/harness/cases.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { linesOfCase, linesOfSheet } from '#tests/harness/put-back.ts'
import { lastChange } from '#tests/harness/samples/history.ts'
import { coachingCase } from '#tests/harness/samples/steps.ts'

/** A case with a change of each kind: an internal note, an engineering, who is in charge, a person of its organisation. */
async function changed(operator: TestOperator) {
  const { number, organisationId: id, personId, practitioner } = await caseIn(operator, 'in_progress')
  const { id: noteId } = await practitioner.must(addNote, { number, body: 'Avant' })
  await practitioner.must(updateNote, { number, noteId, version: 1, body: 'La trésorière s’en va.' })
  const bought = { number, title: 'Trésorerie', startsOn: '2026-01-01', endsOn: '2026-12-31' }
  const { engineeringId } = await practitioner.must(createEngineering, { ...bought, kind: 'individual' })
  await practitioner.must(editEngineering, { ...bought, engineeringId, version: 1, amount: '4500' })
  await practitioner.must(handOver, { number, practitionerId: (await operator.practitioner()).userId })
  await practitioner.must(updatePerson, { id, personId, version: 1, name: 'Aïcha Benali', function: 'volunteer' })
  return { number, id, engineeringId, practitioner }
}

const kinds = ['body', 'amount', 'practitionerId'] as const
const notFound = { kind: 'not-found' }

describe('history is read by the team alone', () => {
  for (const who of ['consultant', 'funder', 'network', 'stranger'] as const)
    test(`not by a ${who}, whatever the kind of line`, async ({ operator }) => {
      const { number, id, engineeringId, practitioner } = await changed(operator)
      const narrow: Record<typeof who, () => Promise<TestActor> | TestActor> = {
        consultant: () => operator.consultant(engineeringId),
        funder: async () => operator.funder((await anAgreement(operator)).agreementId),
        network: operator.network,
        stranger: operator.stranger,
      }
      const actor = await narrow[who]()
      expect(await actor.read(historyPage, { number })).toEqual(notFound)
      for (const field of kinds) {
        const eventId = await lastChange(practitioner, number, field)
        expect(await practitioner.read(putBackPage, { number, eventId, champ: field })).toMatchObject({ kind: 'done' })
        expect(await actor.read(putBackPage, { number, eventId, champ: field })).toEqual(notFound)
      }
      const [line] = await linesOfSheet(practitioner, id)
      expect(line?.changes).toContainEqual({ field: 'function', before: 'governance', after: 'volunteer' })
      expect(await actor.read(organisationHistoryPage, { id, evenement: line?.id, champ: 'function' })).toEqual(
        notFound,
      )
      // Under her own door the table itself is empty.
      const rows = await withTenant(actor.door, 'read', testClock, ({ tx }) => tx.select().from(events))
      expect(rows ?? []).toEqual([])
    })

  test('and what is confidential is in no line of it, nor offered', async ({ operator }) => {
    const { number, practitioner } = await coachingCase(operator)
    const answers = (notes: string) => ({ sessions_held: '2', sessions_notes: notes })
    await practitioner.must(saveAnswers, {
      number,
      step: 'sessions',
      version: 0,
      answers: answers('Elle veut partir.'),
    })
    await practitioner.must(saveAnswers, { number, step: 'sessions', version: 1, answers: answers('Elle reste.') })
    const told = JSON.stringify(await linesOfCase(practitioner, number))
    expect(told).toContain('Séances tenues')
    expect(told).not.toContain('Elle veut partir')
    expect(told).not.toContain('Notes de séance')
  })
})
