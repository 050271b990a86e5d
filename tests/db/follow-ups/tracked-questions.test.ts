import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { sha256 } from '#app/access/sha256.server.ts'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { followUpsPage } from '#app/features/follow-ups/follow-ups-page.query.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { stepPage } from '#app/features/steps/step-page.query.server.ts'
import { type RuntimeRole, roleUrl } from '#db/roles.ts'
import { answers } from '#db/schema/accompaniments.ts'
import { SECRET, withClient } from '../../harness/connection.ts'
import { type TestOperator, test, testDay } from '../../harness/operator.ts'
import { caseAsking } from '../../harness/tracked-case.ts'

const atStart = {
  slogan: 'Réparer ensemble',
  story: 'Un garage associatif.',
  jobs: '2,5',
  income: '12 000,50',
  legal: 'none',
  ease: '1',
  opened: '2026-01-15',
  framing_notes: 'Pour nous.',
  secret_notes: 'Pour moi.',
}
const later = {
  slogan: 'Réparer, et apprendre',
  story: 'Deux ateliers.',
  jobs: '4',
  income: '30000',
  legal: 'coop',
  coop_kind: 'SCIC',
  ease: '3',
  opened: '2026-02-01',
}

const startOf = async (operator: TestOperator) => {
  const of = await caseAsking(operator)
  await of.practitioner.must(saveAnswers, { number: of.number, step: 'framing', version: 0, answers: atStart })
  return of
}

const stored = (operator: TestOperator, accompanimentId: string, moment: string) =>
  operator.inside(async ({ tx }) => {
    const rows = await tx
      .select({ question: answers.question, value: answers.value })
      .from(answers)
      .where(
        and(
          eq(answers.operatorId, operator.id),
          eq(answers.accompanimentId, accompanimentId),
          eq(answers.moment, moment),
        ),
      )
    return Object.fromEntries(rows.flatMap(({ question, value }) => (value === null ? [] : [[question, value]])))
  })

describe('the tracked questions of a programme', () => {
  test('are asked again by the link of a wave, each with what was answered at T0, and no other', async ({
    operator,
  }) => {
    const { contact } = await startOf(operator)
    const page = await contact.read(personalLinkPage)
    expect(page).toMatchObject({
      kind: 'done',
      value: {
        purpose: 'follow_up',
        wave: {
          tracked: {
            values: {},
            before: { slogan: 'Réparer ensemble', jobs: '2,5', income: '12000,5', legal: 'none', ease: '1' },
          },
        },
      },
    })
    expect(JSON.stringify(page)).not.toMatch(/Pour nous|Pour moi|framing_notes|secret_notes/)
  })

  test('are compared from T0 to the wave, with who answered and when', async ({ operator }) => {
    const { contact, practitioner, number, accompanimentId } = await startOf(operator)
    await contact.must(answerByLink, { answers: later, respondent: 'Aïcha Benali' })
    expect(await stored(operator, accompanimentId, 'T2')).toEqual({
      ...later,
      jobs: 4,
      income: 3_000_000,
      ease: 3,
    })
    expect(await practitioner.read(followUpsPage, { number })).toMatchObject({
      kind: 'done',
      value: {
        tracked: {
          moments: [
            { moment: 'T0', on: testDay, values: { jobs: 2.5, legal: 'none' } },
            { moment: 'T2', on: testDay, values: { jobs: 4, legal: 'coop', coop_kind: 'SCIC' } },
          ],
        },
        waves: [{ wave: 'T2', state: 'answered', channel: 'link', respondent: 'Aïcha Benali' }],
      },
    })
    const history = await practitioner.read(historyPage, { number })
    expect(history.kind === 'done' && history.value.lines.flatMap(({ changes }) => changes)).toContainEqual({
      field: 'Emplois',
      before: '',
      after: '4',
    })
  })

  test('count as an answer when nothing else is answered', async ({ operator }) => {
    const { contact } = await startOf(operator)
    const nothing = await contact.run(answerByLink, { answers: { slogan: ' ' } })
    expect(nothing).toMatchObject({ kind: 'failed', failure: { tag: 'follow-up-empty' } })
    await contact.must(answerByLink, { answers: { ease: '0' } })
  })

  test('are refused field by field, and the wave stays open', async ({ operator }) => {
    const { contact } = await startOf(operator)
    const wrong = { jobs: 'beaucoup', legal: 'sa', ease: '5', opened: '31/02/2026' }
    expect(await contact.run(answerByLink, { answers: wrong, headcount: '4' })).toEqual({
      kind: 'invalid',
      fields: {
        'answers.jobs': ['input.not-a-number'],
        'answers.legal': ['input.not-in-list'],
        'answers.ease': ['input.too-big|max=4'],
        'answers.opened': ['input.not-a-date'],
      },
    })
    expect(await contact.run(answerByLink, { answers: { framing_notes: 'x' } })).toMatchObject({ kind: 'invalid' })
    expect(await contact.read(personalLinkPage)).toMatchObject({ value: { wave: { isOpen: true } } })
  })

  test('leave nothing under a condition that is not met', async ({ operator }) => {
    const { contact, accompanimentId } = await startOf(operator)
    await contact.must(answerByLink, { answers: { legal: 'none', coop_kind: 'SCOP' } })
    expect(await stored(operator, accompanimentId, 'T2')).toEqual({ legal: 'none' })
  })

  test('keep what the team had noted of the wave, where the organisation says nothing', async ({ operator }) => {
    const { contact, practitioner, number, accompanimentId } = await startOf(operator)
    const noted = { number, step: 'framing', moment: 'T2', version: 0, answers: { jobs: '3', ease: '2' } }
    await practitioner.must(saveAnswers, noted)
    expect(await contact.read(personalLinkPage)).toMatchObject({
      value: { wave: { tracked: { values: { jobs: '3' } } } },
    })
    await contact.must(answerByLink, { answers: { ease: '4' } })
    expect(await stored(operator, accompanimentId, 'T2')).toEqual({ jobs: 3, ease: 4 })
    expect(await practitioner.read(stepPage, { number, step: 'framing', moment: 'T2' })).toMatchObject({
      value: { version: 2, values: { jobs: '3', ease: '4' } },
    })
  })

  test('are noted by telephone too, on the day of the call', async ({ operator }) => {
    const { practitioner, number, followUpId } = await startOf(operator)
    await practitioner.must(recordByPhone, { followUpId, number, answeredOn: '2026-03-10', answers: { jobs: '3' } })
    expect(await practitioner.read(followUpsPage, { number })).toMatchObject({
      value: { tracked: { moments: [{ moment: 'T0' }, { moment: 'T2', on: '2026-03-10', values: { jobs: 3 } }] } },
    })
  })

  test('reach, by the link, neither another case nor a confidential answer, and never change T0', async ({
    operator,
    databaseUrl,
  }) => {
    const mine = await startOf(operator)
    const other = await startOf(operator)
    const role: RuntimeRole = 'web'
    await withClient(roleUrl(databaseUrl, role, SECRET), async client => {
      await client.query('begin')
      await client.query(
        `select set_config('app.operator_id', $1, true), set_config('app.reach', 'subjects', true), set_config('app.link_hash', $2, true), set_config('app.subjects', $3, true)`,
        [operator.id, sha256(mine.token), `${mine.accompanimentId},${other.accompanimentId}`],
      )
      const { rows } = await client.query<{ accompaniment_id: string; question: string }>(
        'select accompaniment_id, question from answers',
      )
      expect(new Set(rows.map(row => row.accompaniment_id))).toEqual(new Set([mine.accompanimentId]))
      expect(rows.map(({ question }) => question)).not.toContain('secret_notes')
      await expect(client.query(`update answers set value = '"x"'`)).rejects.toThrow('row-level security')
      await client.query('rollback')
    })
  })
})
