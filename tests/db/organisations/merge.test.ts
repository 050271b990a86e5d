import { and, eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { mergeOrganisations } from '#app/features/organisations/merge-organisations.command.server.ts'
import { mergePage } from '#app/features/organisations/merge-page.query.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { undoMerge } from '#app/features/organisations/undo-merge.command.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { events } from '#db/schema/journal.ts'
import { organisationMerges, organisations } from '#db/schema/organisations.ts'
import { caseIn, caseRow, type TestCase } from '#tests/harness/cases.ts'
import { withClient } from '#tests/harness/connection.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

const waitingForARow = (url: string) =>
  withClient(url, async client => {
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    return (await client.query(waiting)).rowCount
  })

const later = (days: number) => () => new Date(testClock().getTime() + days * 86_400_000)

const sheet = (operator: TestOperator, id: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(organisations)
      .where(and(eq(organisations.operatorId, operator.id), eq(organisations.id, id)))
    if (!row) throw new Error('no sheet')
    return row
  })

const mergeOf = (operator: TestOperator, keptId: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx.select().from(organisationMerges).where(eq(organisationMerges.keptId, keptId))
    return row?.id ?? ''
  })

/** A case on the sheet that is a double, and the sheet that is kept. */
async function twoSheets(
  operator: TestOperator,
): Promise<{ keptId: string; double: TestCase; practitioner: TestActor }> {
  const double = await caseIn(operator, 'diagnostic')
  const { practitioner, organisationId: id } = double
  await practitioner.must(updateOrganisation, {
    id,
    version: 1,
    name: 'Ruche',
    siret: '73282932000074',
    commune: '45234',
  })
  const { id: keptId } = await practitioner.must(createOrganisation, {
    name: 'La Ruche',
    isAnother: 'oui',
    sector: 'Culture',
  })
  return { keptId, double, practitioner }
}

const input = (keptId: string, double: TestCase, fromOther: string[] = ['siret', 'commune']) => ({
  id: keptId,
  version: 1,
  otherId: double.organisationId,
  otherVersion: 2,
  fromOther,
})

describe('two sheets of one organisation', () => {
  test('are compared field by field, with what would follow', async ({ operator }) => {
    const { keptId, double, practitioner } = await twoSheets(operator)
    const page = await practitioner.read(mergePage, { id: keptId, autre: double.organisationId })
    expect(page.kind === 'done' && page.value.other).toMatchObject({
      lines: [
        { field: 'name', kept: 'La Ruche', other: 'Ruche' },
        { field: 'siret', kept: null, other: '73282932000074' },
        { field: 'commune', kept: null, other: '45234' },
        { field: 'sector', kept: 'Culture', other: null },
      ],
      follows: { cases: 1, people: 1 },
    })
  })

  test('become one: the fields that were chosen, the case, its people and its photos, and its history', async ({
    operator,
  }) => {
    const { keptId, double, practitioner } = await twoSheets(operator)
    await practitioner.must(mergeOrganisations, input(keptId, double))
    expect(await sheet(operator, keptId)).toMatchObject({
      name: 'La Ruche',
      siret: '73282932000074',
      department: '45',
      sector: 'Culture',
      version: 2,
    })
    expect(await sheet(operator, double.organisationId)).toMatchObject({ mergedIntoId: keptId, name: 'Ruche' })
    expect(await caseRow(operator, double.number)).toMatchObject({ organisationId: keptId })
    const page = await practitioner.read(organisationPage, { id: keptId })
    expect(page.kind === 'done' && page.value).toMatchObject({
      cases: [{ number: double.number }],
      people: [{ id: double.personId }],
      merges: [{ name: 'Ruche', until: '2026-04-11' }],
    })
    const told = await operator.inside(({ tx }) =>
      tx.select({ name: events.name }).from(events).where(eq(events.accompanimentId, double.id)),
    )
    expect(told.map(({ name }) => name)).toContain('organisation.absorbed')
    const opening = { organisationId: double.organisationId, programme: 'dla-individuel' }
    expect(await practitioner.run(openAccompaniment, opening)).toMatchObject({
      failure: { tag: 'unknown-organisation' },
    })
  })

  test('are parted again, and what was written on the kept one since stays', async ({ operator }) => {
    const { keptId, double, practitioner } = await twoSheets(operator)
    const before = await sheet(operator, double.organisationId)
    await practitioner.must(mergeOrganisations, input(keptId, double, ['siret', 'commune', 'name']))
    const rewritten = { id: keptId, version: 2, name: 'La Ruche du Val', siret: '73282932000074', commune: '45234' }
    await practitioner.must(updateOrganisation, rewritten)
    const { number } = await practitioner.must(openAccompaniment, {
      organisationId: keptId,
      programme: 'dla-individuel',
    })
    await practitioner.must(undoMerge, { id: keptId, mergeId: await mergeOf(operator, keptId) }, { clock: later(30) })
    expect(await sheet(operator, keptId)).toMatchObject({ name: 'La Ruche du Val', siret: null, department: null })
    const { version: _version, updatedAt: _at, ...rest } = before
    expect(await sheet(operator, double.organisationId)).toMatchObject(rest)
    expect(await caseRow(operator, double.number)).toMatchObject({ organisationId: double.organisationId })
    expect(await caseRow(operator, number)).toMatchObject({ organisationId: keptId })
  })

  test('stay one after thirty days, after being parted once, and once merged further', async ({ operator }) => {
    const { keptId, double, practitioner } = await twoSheets(operator)
    await practitioner.must(mergeOrganisations, input(keptId, double))
    const asked = { id: keptId, mergeId: await mergeOf(operator, keptId) }
    expect(await practitioner.run(undoMerge, asked, { clock: later(31) })).toMatchObject({
      failure: { tag: 'merge-too-old' },
    })
    const { id: third } = await practitioner.must(createOrganisation, { name: 'Tierce' })
    const further = { id: third, version: 1, otherId: keptId, otherVersion: 2 }
    await practitioner.must(mergeOrganisations, further)
    expect(await practitioner.run(undoMerge, asked)).toMatchObject({ failure: { tag: 'merged-again' } })
    await practitioner.must(undoMerge, { id: third, mergeId: await mergeOf(operator, third) })
    await practitioner.must(undoMerge, asked)
    expect(await practitioner.run(undoMerge, asked)).toMatchObject({ failure: { tag: 'merge-undone' } })
  })

  test('are merged once when several people do it at once, and never into themselves or on an old reading', async ({
    operator,
    databaseUrl,
  }) => {
    const { keptId, double, practitioner } = await twoSheets(operator)
    const one = input(keptId, double)
    const reverse = { id: double.organisationId, version: 2, otherId: keptId, otherVersion: 1 }
    expect(await practitioner.run(mergeOrganisations, { ...one, otherVersion: 1 })).toMatchObject({ kind: 'conflict' })
    expect(await practitioner.run(mergeOrganisations, { ...one, otherId: keptId })).toEqual({ kind: 'not-found' })
    // The sheet is held until both have read what they may of it: neither wins by being early.
    const both = await operator.inside(async ({ tx }) => {
      await tx.execute(sql`select from organisations where id = ${double.organisationId} for update`)
      const sent = [one, reverse, one].map(asked => practitioner.run(mergeOrganisations, asked))
      await expect.poll(() => waitingForARow(databaseUrl)).toBeGreaterThanOrEqual(2)
      return { sent }
    })
    const outcomes = await Promise.all(both.sent)
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'failed', 'failed'])
  })

  test('are not merged with another operator’s', async ({ operator, foreign }) => {
    const { keptId, double, practitioner } = await twoSheets(operator)
    const { id: otherId } = await (await foreign.practitioner()).must(createOrganisation, { name: 'La Ruche' })
    const outcome = await practitioner.run(mergeOrganisations, { ...input(keptId, double), otherId, otherVersion: 1 })
    expect(outcome).toEqual({ kind: 'not-found' })
  })
})
