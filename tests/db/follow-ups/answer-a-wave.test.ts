import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { followUpsPage } from '#app/features/follow-ups/follow-ups-page.query.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { settleFollowUp } from '#app/features/follow-ups/settle-follow-up.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { saveSnapshot } from '#app/features/snapshots/save-snapshot.command.server.ts'
import { diagnosticSnapshot } from '#app/features/snapshots/snapshots.store.server.ts'
import { consents, followUps, qualitativePieces } from '#db/schema/follow-ups.ts'
import { caseIn, wholeSnapshot } from '../../harness/cases.ts'
import { aCase, aFollowUp, aSnapshot } from '../../harness/factories/accompaniment.ts'
import { aLink } from '../../harness/factories/link.ts'
import { fingerprint } from '../../harness/fingerprint.ts'
import { type TestOperator, test, testDay } from '../../harness/operator.ts'

async function aDueWave(operator: TestOperator, columns: Parameters<typeof aFollowUp>[2] = {}) {
  const of = await aCase(operator, { state: 'follow_up' })
  await aSnapshot(operator, of, { headcount: 8, permanent: 6, funderCount: 6, strategy: 1 })
  const followUpId = await aFollowUp(operator, of, columns)
  const token = await aLink(operator, {
    purpose: 'follow_up',
    subjectId: followUpId,
    accompanimentId: of.accompanimentId,
  })
  return { ...of, followUpId, contact: operator.contact(token), token }
}

const stored = (operator: TestOperator, id: string) =>
  operator.inside(
    async ({ tx }) =>
      (
        await tx
          .select()
          .from(followUps)
          .where(and(eq(followUps.operatorId, operator.id), eq(followUps.id, id)))
      )[0],
  )

describe('the organisation answers by its personal link', () => {
  test('what was measured at the diagnostic is measured again', async ({ operator }) => {
    const { contact, followUpId, number } = await aDueWave(operator)
    await contact.must(answerByLink, {
      headcount: '9',
      permanent: '7,5',
      jobLink: 'strong',
      economicSituation: 'improved',
      strategy: '3',
      appropriation: '4',
      objectivesReached: '3',
    })
    expect(await stored(operator, followUpId)).toMatchObject({
      state: 'answered',
      channel: 'link',
      answeredOn: testDay,
      headcount: 9,
      permanent: 7.5,
      jobLink: 'strong',
      strategy: 3,
    })
    const page = await (await operator.practitioner()).read(followUpsPage, { number })
    expect(page).toMatchObject({
      kind: 'done',
      value: {
        comparison: [
          { figure: 'headcount', t0: 8, byWave: [{ wave: 'T3', value: 9 }], change: 1 },
          { figure: 'permanent', t0: 6, change: 1.5 },
          { figure: 'funderCount', t0: 6, byWave: [{ wave: 'T3', value: null }], change: null },
          { figure: 'strategy', t0: 1, change: 2 },
          { figure: 'objectivesReached', t0: null, byWave: [{ wave: 'T3', value: 3 }], change: null },
          { figure: 'appropriation', t0: null, byWave: [{ wave: 'T3', value: 4 }], change: null },
        ],
      },
    })
  })

  test('says how the accompaniment went, and its practitioner reads each note', async ({ operator }) => {
    const { contact, followUpId, number } = await aDueWave(operator, { wave: 'T1' })
    const notes = { satisfaction: 8, useful: 9, officer: 10, provider: 0, format: 6, recommend: 9 }
    await contact.must(answerByLink, { ...notes, standing: 'closed', newNeeds: 'Un local.' })
    // Whether it still stands is not asked yet: what nobody asked is not kept.
    expect((await stored(operator, followUpId))?.answers).toEqual({
      useful: 9,
      officer: 10,
      provider: 0,
      format: 6,
      recommend: 9,
      newNeeds: 'Un local.',
    })
    expect(await (await operator.practitioner()).read(followUpsPage, { number })).toMatchObject({
      kind: 'done',
      value: { waves: [{ answers: { ...notes, standing: null } }] },
    })
  })

  for (const wave of ['T2', 'T3'] as const)
    test(`tells at ${wave} what its governance does, its new alliances, and what nobody expected`, async ({
      operator,
    }) => {
      const { contact, followUpId, number } = await aDueWave(operator, { wave })
      const told = { governance: 3, alliances: 'Un groupement d’achat.', unexpected: 'Un départ.' }
      await contact.must(answerByLink, { standing: 'active', ...told })
      expect((await stored(operator, followUpId))?.answers).toEqual({ standing: 'active', ...told })
      expect(await (await operator.practitioner()).read(followUpsPage, { number })).toMatchObject({
        kind: 'done',
        value: { waves: [{ answers: told }] },
      })
    })

  test('finds what the photo of the diagnostic said in words and scales, and is compared with it', async ({
    operator,
  }) => {
    const { practitioner, number, id, organisationId } = await caseIn(operator, 'follow_up')
    const words = { governance: 2, funderKinds: ['state', 'town'], alliances: 'Un groupement d’achat.' }
    const version = await operator.inside(
      async ({ tx }) => (await diagnosticSnapshot(tx, operator.id, id))?.version ?? 0,
    )
    await practitioner.must(saveSnapshot, { number, version, ...wholeSnapshot, ...words })
    const followUpId = await aFollowUp(operator, { organisationId, accompanimentId: id, number })
    const of = { subjectId: followUpId, accompanimentId: id }
    const contact = operator.contact(await aLink(operator, { purpose: 'follow_up', ...of }))
    expect(await contact.read(personalLinkPage)).toMatchObject({ value: { wave: { t0: words } } })
    await contact.must(answerByLink, { standing: 'active', governance: 3 })
    const page = await practitioner.read(followUpsPage, { number })
    const rows = page.kind === 'done' ? page.value.comparison : []
    expect(rows.find(({ figure }) => figure === 'governance')).toMatchObject({ isAskedAtT0: true, t0: 2, change: 1 })
  })

  test('tells at T3 the rest of the photo of jobs, its funders, its proofs and its place in the network', async ({
    operator,
  }) => {
    const { contact, followUpId, number } = await aDueWave(operator)
    const jobs = { fte: 7.5, fixedTerm: 1, women: 6, partTime: 3, subsidised: 0 }
    const told = {
      ...jobs,
      funderKinds: ['state', 'town'],
      objectivesProof: 'Le budget voté.',
      jobsKeptProof: 'Deux contrats.',
      statusChange: 'member',
      newCase: 'yes',
      recommend: 9,
    }
    expect(await contact.run(answerByLink, { funderKinds: ['lottery'] })).toMatchObject({ kind: 'invalid' })
    await contact.must(answerByLink, { ...told, declined: ['strategy', 'jobsKeptProof'] })
    const { jobsKeptProof: _declined, ...kept } = told
    expect((await stored(operator, followUpId))?.answers).toEqual({ ...kept, declined: ['strategy', 'jobsKeptProof'] })
    const page = await (await operator.practitioner()).read(followUpsPage, { number })
    expect(page).toMatchObject({ kind: 'done', value: { waves: [{ answers: kept }] } })
  })

  for (const standing of ['closed', 'merged'])
    test(`is not asked about its tools once it is ${standing}`, async ({ operator }) => {
      const { contact, followUpId } = await aDueWave(operator)
      const answers = {
        standing,
        appropriation: 4,
        strategy: 3,
        funderCount: 5,
        governance: 4,
        alliances: 'Une coopérative.',
        unexpected: 'Deux salariées ont créé la leur.',
        headcount: 0,
        economicSituation: 'degraded',
      }
      await contact.must(answerByLink, answers)
      const kept = await stored(operator, followUpId)
      expect(kept?.answers).toEqual({ standing, unexpected: 'Deux salariées ont créé la leur.' })
      expect(kept).toMatchObject({
        appropriation: null,
        strategy: null,
        funderCount: null,
        headcount: 0,
        economicSituation: 'degraded',
      })
    })

  test('sees its own figures of the diagnostic, and its name', async ({ operator }) => {
    const { contact } = await aDueWave(operator)
    expect(await contact.read(personalLinkPage)).toMatchObject({
      kind: 'done',
      value: { purpose: 'follow_up', wave: { isOpen: true, wave: 'T3', t0: { headcount: 8 } } },
    })
  })

  test('AUT-10: 200 openings by a mail scanner change not one row', async ({ operator, databaseUrl }) => {
    const { contact } = await aDueWave(operator)
    const before = await fingerprint(databaseUrl)
    for (let opened = 0; opened < 200; opened++) await contact.read(personalLinkPage)
    expect(await fingerprint(databaseUrl)).toEqual(before)
  })

  test('answers once: the second answer is told so', async ({ operator }) => {
    const { contact, followUpId } = await aDueWave(operator)
    await contact.must(answerByLink, { headcount: '9' })
    expect(await contact.run(answerByLink, { headcount: '12' })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'follow-up-already-answered' },
    })
    expect((await stored(operator, followUpId))?.headcount).toBe(9)
  })

  test('two answers at the same moment are one', async ({ operator }) => {
    const { contact } = await aDueWave(operator)
    const outcomes = await Promise.all(
      ['9', '10', '11', '12'].map(headcount => contact.run(answerByLink, { headcount })),
    )
    expect(outcomes.map(outcome => outcome.kind).sort()).toEqual(['done', 'failed', 'failed', 'failed'])
  })

  test('cannot send nothing, nor what was not asked', async ({ operator }) => {
    const { contact, followUpId } = await aDueWave(operator, { wave: 'T1' })
    expect(await contact.run(answerByLink, {})).toMatchObject({ kind: 'failed', failure: { tag: 'follow-up-empty' } })
    // T1 does not ask for the head-count: sending one is sending nothing.
    expect(await contact.run(answerByLink, { headcount: '9' })).toMatchObject({ kind: 'failed' })
    await contact.must(answerByLink, { satisfaction: '9', headcount: '9' })
    expect(await stored(operator, followUpId)).toMatchObject({ satisfaction: 9, headcount: null })
  })

  test.for([
    ['satisfaction', '11', 'input.too-big|max=10'],
    ['headcount', '-1', 'input.too-small|min=0'],
    ['headcount', 'NaN', 'input.not-a-number'],
    ['jobLink', 'maybe', 'input.not-in-list'],
    ['verbatim', 'a\u0000b', 'input.bad-characters'],
  ] as const)('is told which field is wrong: %s', async ([field, value, issue], { operator }) => {
    const { contact } = await aDueWave(operator)
    expect(await contact.run(answerByLink, { [field]: value })).toEqual({
      kind: 'invalid',
      fields: { [field]: [issue] },
    })
  })

  test('a link that expired or was revoked opens nothing', async ({ operator }) => {
    const { accompanimentId, followUpId } = await aDueWave(operator)
    const base = { purpose: 'follow_up', subjectId: followUpId, accompanimentId } as const
    const expired = operator.contact(await aLink(operator, { ...base, expiresOn: '2026-03-11' }))
    const revoked = operator.contact(await aLink(operator, { ...base, revokedAt: new Date('2026-03-01') }))
    for (const contact of [expired, revoked]) {
      expect(await contact.read(personalLinkPage)).toEqual({ kind: 'not-found' })
      expect(await contact.run(answerByLink, { headcount: '9' })).toEqual({ kind: 'not-found' })
    }
  })

  test('a link for something else answers no wave', async ({ operator }) => {
    const { accompanimentId, followUpId } = await aDueWave(operator)
    const other = operator.contact(
      await aLink(operator, { purpose: 'attendance', subjectId: followUpId, accompanimentId }),
    )
    expect(await other.run(answerByLink, { headcount: '9' })).toEqual({ kind: 'not-found' })
  })
})

describe('a sentence', () => {
  const pieces = (operator: TestOperator) =>
    operator.inside(async ({ tx }) => ({
      pieces: (await tx.select().from(qualitativePieces).where(eq(qualitativePieces.operatorId, operator.id))).map(
        ({ body, author }) => ({ body, author }),
      ),
      consents: (await tx.select().from(consents).where(eq(consents.operatorId, operator.id))).map(row => [
        row.audience,
        row.personName,
        row.givenOn,
      ]),
    }))

  test('becomes a piece that may be quoted only with consent, and without a name, as the form says', async ({
    operator,
  }) => {
    const { contact } = await aDueWave(operator)
    await contact.must(answerByLink, {
      verbatim: 'Nous décidons à temps.',
      quoteConsent: 'oui',
      respondent: 'Présidence',
    })
    expect(await pieces(operator)).toEqual({
      pieces: [{ body: 'Nous décidons à temps.', author: null }],
      consents: [['funder', 'Présidence', testDay]],
    })
  })

  test('stays an answer without consent', async ({ operator }) => {
    const { contact } = await aDueWave(operator)
    await contact.must(answerByLink, { verbatim: 'Entre nous.' })
    expect(await pieces(operator)).toEqual({ pieces: [], consents: [] })
  })
})

describe('the practitioner', () => {
  test('notes an answer given by telephone, counted apart', async ({ operator }) => {
    const { followUpId, number } = await aDueWave(operator)
    await (await operator.practitioner()).must(recordByPhone, {
      followUpId,
      number,
      answeredOn: '10/03/2026',
      headcount: '9',
    })
    expect(await stored(operator, followUpId)).toMatchObject({
      state: 'answered',
      channel: 'phone',
      answeredOn: '2026-03-10',
    })
  })

  test('cannot note a call of tomorrow', async ({ operator }) => {
    const { followUpId, number } = await aDueWave(operator)
    const outcome = await (await operator.practitioner()).run(recordByPhone, {
      followUpId,
      number,
      answeredOn: '2026-03-13',
      headcount: '9',
    })
    expect(outcome).toMatchObject({ kind: 'failed', failure: { tag: 'answered-in-the-future', field: 'answeredOn' } })
  })

  test('marks who cannot be reached, and takes it back', async ({ operator }) => {
    const { followUpId, number, contact } = await aDueWave(operator)
    const practitioner = await operator.practitioner()
    await practitioner.must(settleFollowUp, { followUpId, number, state: 'unreachable' })
    expect((await stored(operator, followUpId))?.state).toBe('unreachable')
    await practitioner.must(settleFollowUp, { followUpId, number, state: 'planned' })
    await contact.must(answerByLink, { headcount: '9' })
    expect(await practitioner.run(settleFollowUp, { followUpId, number, state: 'refused' })).toMatchObject({
      kind: 'failed',
    })
  })
})
