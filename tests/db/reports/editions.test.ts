import { and, eq } from 'drizzle-orm'
import pg from 'pg'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { figureCodes } from '#app/features/figures/catalogue.ts'
import { buildEdition } from '#app/features/reports/build-edition.effect.server.ts'
import { downloadEdition } from '#app/features/reports/download-edition.command.server.ts'
import { editionPage } from '#app/features/reports/edition-page.query.server.ts'
import { figureCasesPage } from '#app/features/reports/figure-cases.query.server.ts'
import { fundedAgreementPage } from '#app/features/reports/funded-agreement.query.server.ts'
import { fundedAgreementsPage } from '#app/features/reports/funded-agreements.query.server.ts'
import { networkEditionsPage } from '#app/features/reports/network-editions.query.server.ts'
import { publishEdition } from '#app/features/reports/publish-edition.command.server.ts'
import { reportWords } from '#app/features/reports/report-words.server.ts'
import { requestEdition } from '#app/features/reports/request-edition.command.server.ts'
import { withdrawConsent } from '#app/features/testimonies/withdraw-consent.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements, accompaniments } from '#db/schema/accompaniments.ts'
import { editions, editionTraces, targets } from '#db/schema/agreements.ts'
import { outbox, sends } from '#db/schema/journal.ts'
import { withTenant } from '#db/tenant.ts'
import { aCase, aFollowUp, aSnapshot } from '#tests/harness/factories/accompaniment.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { anEdition } from '#tests/harness/factories/edition.ts'
import { aTestimony } from '#tests/harness/factories/testimony.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'

/** Cases of an agreement with a diagnostic, its photo and a T3; enough of them for figures to be published. */
async function aYear(operator: TestOperator, { count = 5 } = {}) {
  const { agreementId, code } = await anAgreement(operator)
  const cases = []
  for (let index = 0; index < count; index++) {
    const fixture = await aCase(operator, {
      intakeOn: '2026-01-12',
      diagnosticValidatedOn: '2026-02-20',
      channel: index === 0 ? 'prescribed' : 'direct',
    })
    await aSnapshot(operator, fixture, { takenOn: '2026-02-10', headcount: 10, fte: 8, women: 5 })
    await aFollowUp(operator, fixture, {
      answeredOn: '2026-03-10',
      state: 'answered',
      headcount: 12,
      jobLink: 'strong',
    })
    await operator.inside(({ tx }) =>
      tx.insert(accompanimentAgreements).values({
        operatorId: operator.id,
        id: newId(),
        accompanimentId: fixture.accompanimentId,
        agreementId,
      }),
    )
    cases.push(fixture)
  }
  await operator.inside(({ tx }) =>
    tx
      .insert(targets)
      .values({ operatorId: operator.id, id: newId(), agreementId, year: 2026, indicator: 'diagnostics', value: 10 }),
  )
  return { agreementId, code, cases }
}

async function build(operator: TestOperator, agreementId: string): Promise<string> {
  const practitioner = await operator.practitioner()
  const { editionId } = await practitioner.must(requestEdition, { agreementId, year: 2026 })
  await perform(buildEdition, operator.id, { editionId }, { clock: testClock })
  return editionId
}

const rowOf = (operator: TestOperator, editionId: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(editions)
      .where(and(eq(editions.operatorId, operator.id), eq(editions.id, editionId)))
    if (!row) throw new Error('no edition')
    return row
  })

async function contentOf(operator: TestOperator, editionId: string) {
  const outcome = await (await operator.manager()).read(editionPage, { editionId })
  if (outcome.kind !== 'done' || !outcome.value.content) throw new Error(JSON.stringify(outcome))
  return outcome.value.content
}

describe('an edition', () => {
  test('is asked for with its job, numbered, and refused outside the agreement’s years', async ({ operator }) => {
    const { agreementId } = await anAgreement(operator)
    const practitioner = await operator.practitioner()
    const first = await practitioner.must(requestEdition, { agreementId, year: 2026 })
    const second = await practitioner.must(requestEdition, { agreementId, year: 2026 })
    expect([first.edition, second.edition]).toEqual([1, 2])
    const jobs = await operator.inside(({ tx }) =>
      tx.select({ job: outbox.job }).from(outbox).where(eq(outbox.operatorId, operator.id)),
    )
    expect(jobs.filter(({ job }) => job === 'report.build')).toHaveLength(2)
    expect(await practitioner.run(requestEdition, { agreementId, year: 2024 })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'year-outside-agreement', field: 'year' },
    })
  })

  test('freezes every figure with its definition, the targets beside, and who is behind each', async ({ operator }) => {
    const { agreementId } = await aYear(operator)
    const editionId = await build(operator, agreementId)
    const content = await contentOf(operator, editionId)
    const figures = content.chapters.flatMap(chapter => chapter.figures)
    expect(figures.map(({ code }) => code).sort()).toEqual([...figureCodes].sort())
    expect(figures.every(({ definition, version }) => definition.length > 10 && version > 0)).toBe(true)
    expect(content.targets).toMatchObject([{ code: 'diagnostics', target: 10, value: 5 }])
    expect(content.lede).toContain('5 structures')
  })

  test('changes in nothing when the data change afterwards', async ({ operator }) => {
    const { agreementId, cases } = await aYear(operator)
    const editionId = await build(operator, agreementId)
    const before = await rowOf(operator, editionId)
    await operator.inside(({ tx }) =>
      tx
        .update(accompaniments)
        .set({ diagnosticValidatedOn: null, intakeOn: null })
        .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.id, cases[0]?.accompanimentId ?? ''))),
    )
    // The job may come again: what was built is not built twice.
    await perform(buildEdition, operator.id, { editionId }, { clock: testClock })
    expect(await rowOf(operator, editionId)).toEqual(before)
    const next = await build(operator, agreementId)
    expect((await contentOf(operator, next)).targets).toMatchObject([{ value: 4 }])
  })

  test('masks what would say too much, and shows it to the operator with its cases', async ({ operator }) => {
    const { agreementId } = await aYear(operator)
    const editionId = await build(operator, agreementId)
    const content = await contentOf(operator, editionId)
    const growth = content.chapters
      .flatMap(chapter => chapter.figures)
      .find(({ code }) => code === 'job_growth_matched')
    expect(growth).toMatchObject({ status: 'withheld', value: null, numerator: null, known: null })
    expect(content.employment).toMatchObject({ before: null, after: null, pairs: null })
    const cases = await (await operator.practitioner()).read(figureCasesPage, {
      editionId,
      figure: 'job_growth_matched',
    })
    if (cases.kind !== 'done') throw new Error(cases.kind)
    const { trace } = cases.value
    expect([trace.numerator, trace.denominator]).toEqual([60, 50])
    expect(trace.cases).toHaveLength(5)
  })

  test('leads from each figure to cases whose sum is the number', async ({ operator }) => {
    const { agreementId } = await aYear(operator)
    const editionId = await build(operator, agreementId)
    const manager = await operator.manager()
    for (const figure of figureCodes) {
      const outcome = await manager.read(figureCasesPage, { editionId, figure })
      if (outcome.kind !== 'done') throw new Error(`${figure}: ${outcome.kind}`)
      const { trace, isMedian } = outcome.value
      if (isMedian) continue
      const sum = (side: 'numerator' | 'denominator') =>
        trace.cases.reduce((total, line) => total + (line[side] ?? 0), 0)
      expect(sum('numerator'), figure).toBeCloseTo(trace.numerator ?? trace.value ?? 0, 9)
      expect(sum('denominator'), figure).toBeCloseTo(trace.denominator ?? 0, 9)
    }
  })

  test('quotes who consented to it for a funder, and nobody else', async ({ operator }) => {
    const { agreementId, cases } = await aYear(operator)
    const [first, second, third, fourth] = cases
    if (!first || !second || !third || !fourth) throw new Error('four cases are needed')
    const { consentId } = await aTestimony(operator, first, { body: 'CONSENTI', consent: 'funder' })
    await aTestimony(operator, second, { body: 'INTERNE', consent: 'internal' })
    await aTestimony(operator, third, { body: 'SANS ACCORD' })
    await aTestimony(operator, fourth, { body: 'RETIRÉ', consent: 'public', withdrawnOn: '2026-03-11' })
    const before = await contentOf(operator, await build(operator, agreementId))
    expect(before.stories.map(({ body }) => body)).toEqual(['CONSENTI'])
    await (await operator.practitioner()).must(withdrawConsent, { consentId })
    const after = await contentOf(operator, await build(operator, agreementId))
    expect(after.stories).toEqual([])
  })

  test('says of each quotation how it was collected and what it does not prove, in every file', async ({
    operator,
  }) => {
    const { agreementId, cases } = await aYear(operator)
    const [first, second] = cases
    if (!first || !second) throw new Error('two cases are needed')
    const told = { method: 'Entretien d’une heure', limits: 'Une seule voix.' }
    await aTestimony(operator, first, { body: 'DITE', consent: 'funder', collectedOn: '2026-03-02', ...told })
    const fromFollowUpId = await aFollowUp(operator, second, { wave: 'T2', state: 'answered' })
    await aTestimony(operator, second, { body: 'ÉCRITE', consent: 'funder', collectedOn: '2026-03-01', fromFollowUpId })
    const content = await contentOf(operator, await build(operator, agreementId))
    expect(content.stories).toMatchObject([
      { body: 'DITE', ...told },
      { body: 'ÉCRITE', method: 'Écrit par la structure dans un questionnaire de suivi.', limits: null },
    ])
    const [spoken, wrote] = reportWords(content).stories.items
    expect([spoken?.method, spoken?.limits]).toEqual([
      expect.stringMatching(/^Recueilli ainsi\s: Entretien d’une heure$/),
      expect.stringMatching(/^Ce que cela ne prouve pas\s: Une seule voix\.$/),
    ])
    expect(wrote?.limits).toBeNull()
  })

  test('that fails halfway leaves no half: neither content nor traces, and says so', async ({
    operator,
    databaseUrl,
  }) => {
    const { agreementId } = await aYear(operator)
    const { editionId } = await (await operator.practitioner()).must(requestEdition, { agreementId, year: 2026 })
    await asOwner(
      databaseUrl,
      `create function break_trace() returns trigger language plpgsql as $$
       begin if new.figure = 'women_share' then raise exception 'broken on purpose'; end if; return new; end $$;
       create trigger broken before insert on edition_traces for each row execute function break_trace();`,
    )
    try {
      await expect(perform(buildEdition, operator.id, { editionId }, { clock: testClock })).rejects.toThrow()
    } finally {
      await asOwner(databaseUrl, 'drop trigger broken on edition_traces; drop function break_trace();')
    }
    const row = await rowOf(operator, editionId)
    expect(row).toMatchObject({ state: 'failed', content: null, builtAt: null, failure: 'build-failed' })
    const traces = await operator.inside(({ tx }) =>
      tx.select().from(editionTraces).where(eq(editionTraces.operatorId, operator.id)),
    )
    expect(traces).toEqual([])
    // The job comes back by itself, and then it succeeds.
    await perform(buildEdition, operator.id, { editionId }, { clock: testClock })
    expect(await rowOf(operator, editionId)).toMatchObject({ state: 'ready', failure: null })
  })
})

describe('a published edition', () => {
  test('is read by its funder and by the network, who are told nothing of one that is only ready', async ({
    operator,
  }) => {
    const { agreementId } = await aYear(operator)
    const editionId = await build(operator, agreementId)
    const funder = await operator.funder(agreementId)
    const network = await operator.network()
    const early = await funder.read(fundedAgreementPage, { agreementId })
    expect(early).toMatchObject({ kind: 'done', value: { shown: null, editions: [] } })
    expect(await network.read(networkEditionsPage)).toMatchObject({ kind: 'done', value: { editions: [] } })
    for (const reader of [funder, network])
      expect(await reader.run(downloadEdition, { editionId, format: 'pdf' })).toEqual({ kind: 'not-found' })
    await (await operator.manager()).must(publishEdition, { editionId })
    expect(await funder.read(fundedAgreementPage, { agreementId })).toMatchObject({
      kind: 'done',
      value: { shown: { id: editionId, edition: 1 } },
    })
    expect(await network.read(networkEditionsPage)).toMatchObject({
      kind: 'done',
      value: { editions: [{ id: editionId }] },
    })
    const messages = await operator.inside(({ tx }) =>
      tx
        .select({ message: sends.message, to: sends.recipientUserId })
        .from(sends)
        .where(eq(sends.operatorId, operator.id)),
    )
    expect(messages).toEqual([{ message: 'report.published', to: funder.userId }])
    expect(await (await operator.manager()).run(publishEdition, { editionId })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'edition-already-published' },
    })
  })

  test('is all that the table itself gives to a funder and to a network', async ({ operator }) => {
    const { agreementId } = await anAgreement(operator)
    const published = await anEdition(operator, agreementId)
    await anEdition(operator, agreementId, { state: 'ready', edition: 2 })
    for (const reader of [await operator.funder(agreementId), await operator.network()]) {
      const rows = await withTenant(reader.door, 'read', testClock, ({ tx }) =>
        tx.select({ id: editions.id }).from(editions).where(eq(editions.operatorId, operator.id)),
      )
      expect(rows).toEqual([{ id: published }])
    }
  })

  test('is nothing to the funder of another agreement, nor to one of another operator', async ({
    operator,
    foreign,
  }) => {
    const { agreementId } = await anAgreement(operator)
    const other = await anAgreement(operator)
    const editionId = await anEdition(operator, agreementId)
    const elsewhere = await foreign.funder((await anAgreement(foreign)).agreementId)
    for (const stranger of [await operator.funder(other.agreementId), elsewhere.at(operator)]) {
      expect(await stranger.read(fundedAgreementPage, { agreementId })).toEqual({ kind: 'not-found' })
      expect(await stranger.run(downloadEdition, { editionId, format: 'json' })).toEqual({ kind: 'not-found' })
    }
    const home = await (await operator.funder(other.agreementId)).read(fundedAgreementsPage)
    expect(home).toMatchObject({ kind: 'done', value: { agreements: [{ id: other.agreementId, latest: null }] } })
    expect(JSON.stringify(home)).not.toContain(agreementId)
  })
})

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
