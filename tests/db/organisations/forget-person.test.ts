import { readFileSync } from 'node:fs'
import { and, desc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { forgetPerson } from '#app/features/organisations/forget-person.command.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { createProvider } from '#app/features/providers/create-provider.command.server.ts'
import { editProvider } from '#app/features/providers/edit-provider.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import { events, sends } from '#db/schema/journal.ts'
import { links } from '#db/schema/operators.ts'
import { type RequestState, requests } from '#db/schema/requests.ts'
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
/** A reminder of the case to its organisation, with words that somebody added. */
const addedTo = (operator: TestOperator, accompanimentId: string, addition: string) =>
  operator.inside(({ tx }) =>
    tx.insert(reminders).values({
      ...{ operatorId: operator.id, id: newId(), accompanimentId, subjectId: newId(), rule: 'R04', occurrence: 0 },
      ...{ dueOn: '2026-03-01', state: 'done' as const, recipientKind: 'organisation', addition },
    }),
  )
const asked = { version: 2, isAsked: 'oui' }

describe('a person who asks to be forgotten', () => {
  test('leaves the sheet, its history, what was sent to her and the cases that named her', async ({ operator }) => {
    const { number, practitioner, id, personId } = await aPerson(operator)
    await practitioner.must(saveIntake, { number, version: 1, contactPersonId: personId })
    await addedTo(operator, (await caseRow(operator, number)).id, 'Bonjour Zélie, à jeudi.')
    await addedTo(operator, (await caseIn(operator)).id, 'Bonjour Paul, à lundi.')
    expect(await tablesHolding(operator, address)).toEqual(['people', 'person_traces', 'sends'])
    expect(await tablesHolding(operator, former)).toEqual(['person_traces'])
    expect((await linesOfSheet(practitioner, id))[0]).toMatchObject({
      about: 'Zélie Aubry',
      changes: [{ field: 'email', before: former, after: address }],
    })
    await practitioner.must(forgetPerson, { id, personId, ...asked })
    for (const text of [address, former, 'Zélie', '02 38 00 11 22', '0238001122'])
      expect(await tablesHolding(operator, text), text).toEqual([])
    expect(await tablesHolding(operator, 'Bonjour Paul')).toEqual(['reminders'])
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

  test('leaves the requests that were answered, at whichever of her addresses, and no other', async ({ operator }) => {
    const { practitioner, id, personId } = await aPerson(operator)
    const written = (state: RequestState, email: string, personName: string) =>
      operator.inside(async ({ tx }) => {
        const requestId = newId()
        const row = { operatorId: operator.id, id: requestId, state, email, personName, phone: '06 11 22 33 44' }
        await tx.insert(requests).values({ ...row, startedOn: '2026-02-01', sentOn: '2026-02-02' })
        const link = { id: newId(), tokenHash: newId(), purpose: 'request' as const, subjectId: requestId }
        await tx.insert(links).values({ operatorId: operator.id, ...link, expiresOn: '2027-01-01' })
        return requestId
      })
    const [accepted, declined] = [
      await written('accepted', address.toUpperCase(), 'Zélie Aubry'),
      await written('declined', former, 'Z. Aubry'),
    ]
    const [waiting, other] = [
      await written('sent', address, 'Zélie Aubry'),
      await written('accepted', 'paul@ruche.example', 'Paul'),
    ]
    await practitioner.must(forgetPerson, { id, personId, ...asked })
    const left = await operator.inside(({ tx }) =>
      tx.select().from(requests).where(eq(requests.operatorId, operator.id)),
    )
    const of = (requestId: string) => left.find(row => row.id === requestId)
    for (const requestId of [accepted, declined])
      expect(of(requestId)).toMatchObject({ email: '', phone: null, personName: null, personRole: null })
    expect(of(waiting)).toMatchObject({ email: address, personName: 'Zélie Aubry' })
    expect(of(other)).toMatchObject({ email: 'paul@ruche.example', personName: 'Paul' })
    const opened = await operator.inside(({ tx }) => tx.select().from(links).where(eq(links.operatorId, operator.id)))
    expect(opened.map(({ subjectId }) => subjectId).sort()).toEqual([waiting, other].sort())
  })

  test('leaves what somebody else asked from the address that they share', async ({ operator }) => {
    const { practitioner, id, personId } = await aPerson(operator)
    await practitioner.must(addPerson, { id, name: 'Paul', function: 'employee', email: address })
    const answered = { operatorId: operator.id, state: 'accepted' as const, email: address, startedOn: '2026-02-01' }
    await operator.inside(({ tx }) =>
      tx.insert(requests).values([
        { ...answered, id: newId(), personName: 'Paul' },
        { ...answered, id: newId(), personName: 'Zélie Aubry' },
      ]),
    )
    await practitioner.must(forgetPerson, { id, personId, ...asked })
    const left = await operator.inside(({ tx }) =>
      tx.select().from(requests).where(eq(requests.operatorId, operator.id)),
    )
    expect(left.map(({ personName, email }) => [personName, email]).sort()).toEqual([
      [null, ''],
      ['Paul', address],
    ])
  })

  test('has no address in what history says of a provider that she was the contact of', async ({ operator }) => {
    const { practitioner } = await aPerson(operator)
    const sheet = { name: 'Cabinet Aubry', email: former, skills: '', sectors: '', territories: '' }
    const { providerId } = await practitioner.must(createProvider, sheet)
    await practitioner.must(editProvider, { providerId, version: 1, ...sheet, email: 'contact@cabinet.example' })
    const told = await operator.inside(({ tx }) =>
      tx
        .select({ name: events.name, data: events.data })
        .from(events)
        .where(and(eq(events.operatorId, operator.id), eq(events.subjectId, providerId))),
    )
    expect(told).toMatchObject([
      { name: 'provider.created', data: { name: 'Cabinet Aubry', address: true } },
      { name: 'provider.edited', data: { address: true } },
    ])
    expect(JSON.stringify(told)).not.toContain('@')
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

  test('leaves the history of before: addresses of providers, and names that she had when she was added', async ({
    operator,
    databaseUrl,
  }) => {
    const { practitioner, id, personId } = await aPerson(operator)
    await practitioner.must(updatePerson, { id, personId, version: 2, name: 'Zélie Marchand', function: 'leader' })
    const provider = (await practitioner.must(createProvider, { name: 'Cabinet Aubry', email: former })).providerId
    const move = readFileSync('db/migrations/0065_addresses_out_of_sheets.sql', 'utf8').split(
      '--> statement-breakpoint',
    )
    const found = await withClient(databaseUrl, async client => {
      await client.query('begin')
      for (const table of ['person_traces', 'people', 'events'])
        await client.query(`alter table ${table} no force row level security`)
      await client.query('drop trigger append_only on events')
      const rows = async <T extends object>(text: string, values: unknown[] = []) =>
        (await client.query<T>(text, values)).rows
      // As they were written before: the address, her name of then, and one who has left the sheet since.
      await client.query(
        `update events set data = '{"name": "Cabinet Aubry", "email": "${former}"}' where subject_id = $1`,
        [provider],
      )
      const [added] = await rows<{ id: string }>(
        "select e.id from events e join person_traces t on t.id::text = e.data ->> 'trace' where t.person_id = $1 and e.name = 'organisation.person-added'",
        [personId],
      )
      const [gone] = await rows<{ id: string }>(
        "select id from events where operator_id = $1 and name = 'organisation.person-updated' order by id limit 1",
        [operator.id],
      )
      await client.query(
        "delete from person_traces t using events e where e.data ->> 'trace' = t.id::text and e.id = any($1)",
        [[added?.id, gone?.id]],
      )
      await client.query(`update events set data = '{"person": "Zélie Aubry"}' where id = $1`, [added?.id])
      await client.query(`update events set data = '{"person": "Yvon Parti"}' where id = $1`, [gone?.id])
      for (const statement of move) await client.query(statement)
      const told = await rows<{ data: object }>('select data from events where id = any($1) order by id', [
        [added?.id, gone?.id],
      ])
      const trace = await rows<{ person_id: string }>('select person_id from person_traces where id = $1', [added?.id])
      const sheet = await rows<{ data: object }>('select data from events where subject_id = $1', [provider])
      await client.query('rollback')
      return { told: told.map(({ data }) => data), trace, sheet, added: added?.id }
    })
    expect(found.sheet).toEqual([{ data: { name: 'Cabinet Aubry' } }])
    expect(found.trace).toEqual([{ person_id: personId }])
    expect(found.told).toEqual([{ trace: found.added }, {}])
  })
})
