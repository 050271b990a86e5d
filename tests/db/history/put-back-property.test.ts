import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { putBackPage } from '#app/features/history/put-back-page.query.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { organisationHistoryPage } from '#app/features/organisations/organisation-history-page.query.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { caseIn, caseRow } from '#tests/harness/cases.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'
import { send } from '#tests/harness/put-back.ts'

/** One form as a person writes it, and the pages that tell and put back what she wrote. */
type Written = {
  save(values: Record<string, string>): Promise<void>
  standing(): Promise<Record<string, string>>
  lines(): Promise<{ id: string; changes: { field: string; before: string }[] }[]>
  putBack(eventId: string, field: string): Promise<void>
}

const asTexts = (row: Record<string, unknown>, fields: readonly string[]) =>
  Object.fromEntries(fields.map(field => [field, String(row[field] ?? '')]))

async function intake(operator: TestOperator): Promise<Written> {
  const { number, practitioner } = await caseIn(operator)
  const fields = ['motive', 'prescriber', 'channel', 'requestedOn', 'intakeOn', 'contactPersonId']
  return {
    async save(values) {
      const { version } = await caseRow(operator, number)
      await practitioner.must(saveIntake, { number, version, ...values })
    },
    standing: async () => asTexts(await caseRow(operator, number), fields),
    async lines() {
      const page = await practitioner.read(historyPage, { number })
      return page.kind === 'done' ? page.value.lines.filter(({ name }) => name === 'accompaniment.intake-saved') : []
    },
    async putBack(eventId, field) {
      const page = await practitioner.read(putBackPage, { number, eventId, champ: field })
      if (page.kind !== 'done') throw new Error(`${field}: ${page.kind}`)
      expect(await send(practitioner, page.value, { number })).toMatchObject({ kind: 'done' })
    },
  }
}

async function person(operator: TestOperator): Promise<Written> {
  const actor: TestActor = await operator.practitioner()
  const { id } = await actor.must(createOrganisation, { name: 'La Ruche', isAnother: 'oui' })
  const { id: personId } = await actor.must(addPerson, { id, name: 'Béa', function: 'governance' })
  const fields = ['name', 'email', 'role', 'phone', 'function', 'fromOn', 'toOn']
  let version = 1
  const history = (more = {}) => actor.read(organisationHistoryPage, { id, ...more })
  return {
    async save(values) {
      await actor.must(updatePerson, { id, personId, version: version++, name: 'Béa', ...values })
    },
    async standing() {
      const page = await actor.read(organisationPage, { id })
      return asTexts({ ...(page.kind === 'done' ? page.value.people[0] : {}) }, fields)
    },
    async lines() {
      const page = await history()
      return page.kind === 'done' ? page.value.lines.filter(({ name }) => name.endsWith('person-updated')) : []
    },
    async putBack(eventId, field) {
      const page = await history({ evenement: eventId, champ: field })
      const puttingBack = page.kind === 'done' ? page.value.puttingBack : null
      if (!puttingBack) throw new Error(`${field}: not offered`)
      expect(await send(actor, puttingBack, { id })).toMatchObject({ kind: 'done' })
      version++
    },
  }
}

const text = fc.constantFrom('', 'Trésorerie', 'Un « mot »\u00a0; l’autre', '<b>3,5 €</b>', 'oui')
type Form = {
  name: string
  open: (operator: TestOperator) => Promise<Written>
  edit: fc.Arbitrary<Record<string, string>>
}
const forms: Form[] = [
  {
    name: 'an intake',
    open: intake,
    edit: fc.record({
      motive: text,
      prescriber: text,
      channel: fc.constantFrom('', 'direct', 'prescribed'),
      intakeOn: fc.constantFrom('', '2026-01-12', '2026-02-03'),
    }),
  },
  {
    name: 'a person',
    open: person,
    edit: fc.record({
      role: text,
      phone: fc.constantFrom('', '02 38 00 00 00'),
      function: fc.constantFrom('leader', 'governance', 'volunteer'),
      fromOn: fc.constantFrom('', '2025-01-01', '2026-02-03'),
    }),
  },
]

describe('whatever was written before, putting back a line gives its value and loses no other field', () => {
  for (const { name, open, edit } of forms)
    test(`of ${name}`, async ({ operator }) => {
      const sequence = fc.array(edit, { minLength: 2, maxLength: 5 })
      await fc.assert(
        fc.asyncProperty(sequence, fc.nat(), fc.nat(), async (written, anyLine, anyField) => {
          const form = await open(operator)
          for (const values of written) await form.save(values)
          const told = (await form.lines()).filter(({ changes }) => changes.length > 0)
          const line = told[anyLine % Math.max(told.length, 1)]
          const change = line?.changes[anyField % line.changes.length]
          if (!line || !change) return
          const before = await form.standing()
          await form.putBack(line.id, change.field)
          expect(await form.standing()).toEqual({ ...before, [change.field]: change.before })
        }),
        { numRuns: 15 },
      )
    })
})
