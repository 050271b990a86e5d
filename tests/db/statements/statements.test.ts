import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { documentFile } from '#app/features/documents/document-file.server.ts'
import { totalQuarters } from '#app/features/statements/statement.ts'
import { statementDocument } from '#app/features/statements/statement-document.server.ts'
import { statementPage } from '#app/features/statements/statement-page.query.server.ts'
import { takeStatement } from '#app/features/statements/take-statement.command.server.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

async function statementFor(actor: TestActor, engineeringId: string, period: Record<string, string> = {}) {
  const outcome = await actor.read(statementPage, { engineeringId, ...period })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.statement
}

async function sharedMission(operator: TestOperator) {
  const engineeringId = await createEngineering(operator, [await createCase(operator, 'Le Fournil')])
  const consultant = await operator.user('consultant', { subjectId: engineeringId, name: 'Jeanne Roux' })
  const colleague = await operator.consultant(engineeringId)
  const own = { consultantId: consultant.userId }
  await createSession(operator, engineeringId, { heldOn: '2026-01-31', days: 0.25, ...own })
  await createSession(operator, engineeringId, { heldOn: '2026-02-01', days: 0.75, beginsAt: '09:30', ...own })
  await createSession(operator, engineeringId, { heldOn: '2026-02-28', days: 1.5, recordedBy: consultant.userId })
  await createSession(operator, engineeringId, { heldOn: '2026-02-10', days: 2, consultantId: colleague.userId })
  await createSession(operator, engineeringId, { heldOn: '2026-02-11', days: 1, status: 'planned', ...own })
  await createSession(operator, engineeringId, { heldOn: '2026-02-12', days: 1, status: 'cancelled', ...own })
  return { engineeringId, consultant, colleague }
}

const run = (program: string, given: string[]) =>
  execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

describe('a consultant’s statement of days', () => {
  test('holds her held sessions alone, of the period, and sums them exactly', async ({ operator }) => {
    const { engineeringId, consultant, colleague } = await sharedMission(operator)
    const whole = await statementFor(consultant, engineeringId)
    expect(whole.lines.map(({ heldOn, quarters }) => [heldOn, quarters])).toEqual([
      ['2026-01-31', 1],
      ['2026-02-01', 3],
      ['2026-02-28', 6],
    ])
    expect(whole).toMatchObject({
      missionQuarters: 18,
      orderedQuarters: 16,
      to: '2026-03-12',
      consultant: 'Jeanne Roux',
    })
    const february = await statementFor(consultant, engineeringId, { du: '2026-02-01', au: '2026-02-28' })
    expect(totalQuarters(february.lines)).toBe(9)
    expect(totalQuarters((await statementFor(colleague, engineeringId)).lines)).toBe(8)
    expect((await statementFor(consultant, engineeringId, { du: '2026-03-01', au: '2026-02-01' })).lines).toEqual([])
  })

  test('is a tagged document that says them, and leaves a place to sign', async ({ operator }) => {
    const { engineeringId, consultant } = await sharedMission(operator)
    const { statement, today } = await consultant.must(takeStatement, { engineeringId, du: '2026-02-01' })
    const { name, body } = await documentFile(statementDocument(statement, today, 'fr'), 'pdf')
    expect(name).toBe('Releve de jours - Modèle socio-économique - 2026-03-12.pdf')
    const file = join(mkdtempSync(join(tmpdir(), 'statement-')), 'statement.pdf')
    writeFileSync(file, body)
    const text = run('pdftotext', ['-layout', file, '-'])
    for (const said of ['Jeanne Roux', 'Le Fournil', '28 février 2026', '2,25', 'Fait à', 'Du 1er février 2026'])
      expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(said)
    expect(text).not.toContain('31 janvier')
    expect(run('pdfinfo', [file])).toMatch(/Tagged:\s+yes/)
  })
})
