import { describe, expect } from 'vitest'
import { addComment } from '#app/features/diagnostics/add-comment.command.server.ts'
import { answerContest } from '#app/features/diagnostics/answer-contest.command.server.ts'
import { contestLine } from '#app/features/diagnostics/contest-line.command.server.ts'
import { diagnosticPage } from '#app/features/diagnostics/diagnostic-page.query.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { validateByLink } from '#app/features/diagnostics/validate-by-link.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { roleUrl } from '#db/roles.ts'
import { caseIn, diagnosticRow, linkOn, writeDiagnostic } from '../../harness/cases.ts'
import { SECRET, withClient } from '../../harness/connection.ts'
import { type TestActor, type TestOperator, test } from '../../harness/operator.ts'

async function linked(operator: TestOperator) {
  const opened = await caseIn(operator, 'diagnostic')
  await writeDiagnostic(opened.practitioner, opened.number)
  const diagnostic = await diagnosticRow(operator, opened.id)
  if (!diagnostic) throw new Error('the diagnostic was not written')
  const token = await linkOn(operator, opened, { purpose: 'diagnostic_validation', subjectId: diagnostic.id })
  return { ...opened, diagnostic, leader: operator.contact(token) }
}

async function readByLink(leader: TestActor) {
  const outcome = await leader.read(personalLinkPage, {})
  if (outcome.kind !== 'done' || !('purpose' in outcome.value) || outcome.value.purpose !== 'diagnostic_validation')
    throw new Error(JSON.stringify(outcome))
  return outcome.value.diagnostic
}
async function pageOf(actor: TestActor, number: string) {
  const outcome = await actor.read(diagnosticPage, { number })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

const contest = { line: 'conclusions', body: 'Nous avons déjà un comptable.', name: 'Aïcha Benali' }

describe('a line that the leader contests', () => {
  test('is read by the practitioner with the line as it was, and her answer is read at the same link', async ({
    operator,
  }) => {
    const { leader, practitioner, number, diagnostic } = await linked(operator)
    await leader.must(contestLine, contest)
    await practitioner.must(saveDiagnostic, { number, version: diagnostic.version, conclusions: 'Autre chose.' })
    const [shown] = (await pageOf(practitioner, number)).contests
    expect(shown).toMatchObject({ line: 'conclusions', lineThen: diagnostic.conclusions, body: contest.body })
    await practitioner.must(answerContest, {
      number,
      contestId: shown?.id,
      version: shown?.version,
      answer: 'C’est corrigé.',
    })
    const read = await readByLink(leader)
    expect(read.contests).toMatchObject([{ body: contest.body, answer: 'C’est corrigé.' }])
    expect(read.conclusions).toBe('Autre chose.')
  })

  test('does not hold the validation back, and nothing is contested after it', async ({ operator }) => {
    const { leader, diagnostic } = await linked(operator)
    await leader.must(contestLine, contest)
    const verdict = { function: 'présidente', capacity: 'governance', verdict: 'as_it_is', name: 'Aïcha Benali' }
    await leader.must(validateByLink, { version: diagnostic.version, ...verdict })
    expect(await leader.run(contestLine, contest)).toMatchObject({
      failure: { tag: 'diagnostic-already-validated' },
    })
  })

  test('must be a line of this diagnostic that says something', async ({ operator }) => {
    const { leader } = await linked(operator)
    for (const line of ['situation.technical', 'notes', 'need.00000000-0000-7000-8000-000000000000'])
      expect(await leader.run(contestLine, { ...contest, line }), line).toMatchObject({
        failure: { tag: 'unknown-line', field: 'line' },
      })
  })

  test('answered by two people at once shows both texts', async ({ operator }) => {
    const { leader, practitioner, number } = await linked(operator)
    const { id: contestId } = await leader.must(contestLine, contest)
    await practitioner.must(answerContest, { number, contestId, version: 1, answer: 'Oui.' })
    const late = await practitioner.run(answerContest, { number, contestId, version: 1, answer: 'Non.' })
    expect(late).toMatchObject({ kind: 'conflict', current: { values: { answer: 'Oui.' } } })
  })
})

describe('a comment on a line', () => {
  test('is read by colleagues and never by the organisation, not even in its table', async ({
    operator,
    databaseUrl,
  }) => {
    const { leader, practitioner, number, id, diagnostic } = await linked(operator)
    await practitioner.must(addComment, { number, line: 'situation.strategic', body: 'Confidence d’équipe' })
    expect((await pageOf(await operator.manager(), number)).comments).toMatchObject([{ body: 'Confidence d’équipe' }])
    expect(JSON.stringify(await readByLink(leader))).not.toContain('Confidence')
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      await client.query(
        `select set_config('app.operator_id', $1, false), set_config('app.reach', 'subjects', false), set_config('app.subjects', $2, false)`,
        [operator.id, [diagnostic.id, id].join(',')],
      )
      expect((await client.query('select id from diagnostics')).rowCount).toBe(1)
      expect((await client.query('select id from diagnostic_comments')).rowCount).toBe(0)
    })
  })
})

describe('a diagnostic', () => {
  test('names each of its authors, with the day of her last words', async ({ operator }) => {
    const { practitioner, number, diagnostic } = await linked(operator)
    const manager = await operator.manager()
    await manager.must(saveDiagnostic, { number, version: diagnostic.version, conclusions: 'À deux.' })
    const { authors, scores } = await pageOf(practitioner, number)
    expect(authors).toHaveLength(2)
    expect(new Set(authors.map(({ on }) => on))).toEqual(new Set(['2026-03-12']))
    expect(scores).toEqual({})
  })
})
