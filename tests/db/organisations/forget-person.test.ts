import { readFileSync } from 'node:fs'
import { and, desc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { forgetPerson } from '#app/features/organisations/forget-person.command.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { sends } from '#db/schema/journal.ts'
import { links } from '#db/schema/operators.ts'
import { withClient } from '#tests/harness/connection.ts'
import { caseIn, caseRow } from '../../harness/cases.ts'
import { type TestOperator, test } from '../../harness/operator.ts'
import { linesOfSheet } from '../../harness/put-back.ts'
import { tablesHolding } from '../../harness/traces.ts'

const address = 'zelie.aubry@ruche.example'
const former = 'zelie@perso.example'

/** A person of a case's organisation whose sheet was corrected, and who was written to at this address. */
async function aPerson(operator: TestOperator) {
  const { number, practitioner } = await caseIn(operator)
  const { organisationId } = await caseRow(operator, number)
  const id = organisationId ?? ''
  const zelie = { name: 'Zélie Aubry', function: 'leader', phone: '02 38 00 11 22' }
  const { id: personId } = await practitioner.must(addPerson, { id, ...zelie, email: former })
  await practitioner.must(updatePerson, { id, personId, version: 1, ...zelie, email: address })
  await operator.inside(({ tx }) =>
    tx.insert(sends).values({
      operatorId: operator.id,
      id: newId(),
      sendKey: `follow-up.ask:${newId()}`,
      message: 'follow-up.ask',
      payload: { followUpId: newId() },
      recipient: address.toUpperCase(),
      state: 'sent',
      dueAt: new Date('2026-03-01T09:00:00Z'),
    }),
  )
  return { number, practitioner, id, personId }
}
const asked = { version: 2, isAsked: 'oui' }

describe('a person who asks to be forgotten', () => {
  test('leaves the sheet, its history, what was sent to her and the cases that named her', async ({ operator }) => {
    const { number, practitioner, id, personId } = await aPerson(operator)
    await practitioner.must(saveIntake, { number, version: 1, contactPersonId: personId })
    expect(await tablesHolding(operator, address)).toEqual(['people', 'person_traces', 'sends'])
    expect(await tablesHolding(operator, former)).toEqual(['person_traces'])
    expect((await linesOfSheet(practitioner, id))[0]).toMatchObject({
      about: 'Zélie Aubry',
      changes: [{ field: 'email', before: former, after: address }],
    })
    await practitioner.must(forgetPerson, { id, personId, ...asked })
    for (const text of [address, former, 'Zélie', '02 38 00 11 22', '0238001122'])
      expect(await tablesHolding(operator, text), text).toEqual([])
    expect(await caseRow(operator, number)).toMatchObject({ contactPersonId: null })
    const page = await practitioner.read(organisationPage, { id })
    expect(page.kind === 'done' && page.value.people.map(({ name }) => name)).toEqual(['Aïcha Benali'])
    expect((await linesOfSheet(practitioner, id))[0]).toMatchObject({ name: 'organisation.person-forgotten' })
    const [sent] = await operator.inside(({ tx }) =>
      tx.select().from(sends).where(eq(sends.operatorId, operator.id)).orderBy(desc(sends.id)),
    )
    expect(sent).toMatchObject({ state: 'sent', recipient: '', message: 'follow-up.ask' })
  })

  test('keeps what is sent to others at an address that they share', async ({ operator }) => {
    const { practitioner, id, personId } = await aPerson(operator)
    await practitioner.must(addPerson, { id, name: 'Paul', function: 'employee', email: address })
    await practitioner.must(forgetPerson, { id, personId, ...asked })
    expect(await tablesHolding(operator, address)).toEqual(['people', 'sends'])
    expect(await tablesHolding(operator, 'Zélie')).toEqual([])
  })

  test('goes at her request alone, once, at the version that was read, and from her own organisation', async ({
    operator,
  }) => {
    const { practitioner, id, personId } = await aPerson(operator)
    const { id: elsewhere } = await aPerson(operator)
    expect(await practitioner.run(forgetPerson, { id, personId, version: 2 })).toMatchObject({
      failure: { tag: 'forgetting-not-asked', field: 'isAsked' },
    })
    expect(await practitioner.run(forgetPerson, { id, personId, ...asked, version: 1 })).toMatchObject({
      kind: 'conflict',
      current: { version: 2 },
    })
    expect(await practitioner.run(forgetPerson, { id: elsewhere, personId, ...asked })).toEqual({ kind: 'not-found' })
    await practitioner.must(forgetPerson, { id, personId, ...asked })
    expect(await practitioner.run(forgetPerson, { id, personId, ...asked })).toEqual({ kind: 'not-found' })
  })

  test('has no link left, and no letter that waits', async ({ operator }) => {
    const { practitioner, id, personId } = await aPerson(operator)
    await operator.inside(({ tx }) =>
      tx.insert(links).values({
        operatorId: operator.id,
        id: newId(),
        tokenHash: newId(),
        purpose: 'follow_up',
        subjectId: newId(),
        personId,
        expiresOn: '2027-01-01',
      }),
    )
    await operator.inside(({ tx }) =>
      tx.insert(sends).values({
        operatorId: operator.id,
        id: newId(),
        sendKey: `diagnostic.validation:${personId}`,
        message: 'diagnostic.validation',
        payload: { diagnosticId: newId(), personId },
        recipient: former,
        dueAt: new Date('2026-03-14T09:00:00Z'),
      }),
    )
    const waiting = () =>
      operator.inside(({ tx }) =>
        tx
          .select({ state: sends.state, recipient: sends.recipient })
          .from(sends)
          .where(and(eq(sends.operatorId, operator.id), eq(sends.message, 'diagnostic.validation'))),
      )
    expect(await waiting()).toEqual([{ state: 'planned', recipient: former }])
    await practitioner.must(forgetPerson, { id, personId, ...asked })
    expect(await waiting()).toEqual([{ state: 'cancelled', recipient: '' }])
    const held = await operator.inside(({ tx }) => tx.select().from(links).where(eq(links.operatorId, operator.id)))
    expect(held).toMatchObject([{ personId: null, revokedAt: expect.any(Date) }])
    for (const text of [address, former]) expect(await tablesHolding(operator, text)).toEqual([])
  })

  test('is found in the history that was written before', async ({ operator, databaseUrl }) => {
    const { personId } = await aPerson(operator)
    const [, , , ...move] = readFileSync('db/migrations/0059_person_traces.sql', 'utf8').split(
      '--> statement-breakpoint',
    )
    const found = await withClient(databaseUrl, async client => {
      await client.query('begin')
      await client.query('alter table person_traces no force row level security')
      await client.query('alter table people no force row level security')
      await client.query('drop trigger append_only on events')
      await client.query('alter table events no force row level security')
      await client.query(
        "update events e set data = t.data from person_traces t where e.data ->> 'trace' = t.id::text and t.person_id = $1",
        [personId],
      )
      await client.query('delete from person_traces where person_id = $1', [personId])
      for (const statement of move) await client.query(statement)
      const traces = await client.query<{ data: object }>(
        'select data from person_traces where person_id = $1 order by id',
        [personId],
      )
      const left = await client.query('select 1 from events where strpos(data::text, $1) > 0', [former])
      await client.query('rollback')
      return { traces: traces.rows.map(({ data }) => data), left: left.rowCount }
    })
    expect(found).toEqual({
      traces: [{ person: 'Zélie Aubry' }, { person: 'Zélie Aubry', changes: { email: [former, address] } }],
      left: 0,
    })
  })
})
