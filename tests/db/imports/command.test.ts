import { execFile } from 'node:child_process'
import { describe, expect } from 'vitest'
import { SECRET } from '#tests/harness/connection.ts'
import { inFolder, workedExample, workedFolder } from '#tests/harness/import-folder.ts'
import { test } from '#tests/harness/operator.ts'

/** `npm run import` as a person runs it, on the test's database. */
function run(url: string, ...words: string[]): Promise<{ code: number; printed: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    APP_SECRET: SECRET,
    NODE_ENV: 'development' as const,
    DATA_DIR: '/tmp/unused',
  }
  return new Promise(resolve => {
    execFile(process.execPath, ['--import', 'tsx', 'app/commands/import.ts', ...words], { env }, (error, out, err) =>
      resolve({ code: error ? 1 : 0, printed: (out + err).replaceAll(/[\u00a0\u202f]/g, ' ') }),
    )
  })
}

describe('npm run import', () => {
  test('prints what became of each file, and of nothing on a second run', async ({ databaseUrl }) => {
    const trial = await run(databaseUrl, workedExample, '--operator', 'cli', '--dry-run')
    expect(trial.code).toBe(0)
    expect(trial.printed).toContain('Essai terminé : rien n’a été écrit.')
    const first = await run(databaseUrl, workedExample, '--operator', 'cli')
    expect(first.code).toBe(0)
    expect(first.printed).toMatch(/structures\.csv +créées : 5, mises à jour : 0, inchangées : 0, refusées : 0/)
    expect(first.printed).toContain('Import terminé.')
    const second = await run(databaseUrl, workedExample, '--operator', 'cli')
    expect(second.printed).toMatch(/seances\.csv +créées : 0, mises à jour : 0, inchangées : 9, refusées : 0/)
  }, 60_000)

  test('prints where a fault stands and why, and ends with 1', async ({ databaseUrl }) => {
    const folder = await workedFolder()
    folder.structures = folder.structures.replace('W452000002', 'W4\u001b[31m').replace('45208', '45000')
    const { code, printed } = await inFolder(folder, path => run(databaseUrl, path, '--operator', 'cli-refus'))
    expect(code).toBe(1)
    expect(printed).toContain('structures.csv, ligne 3, colonne rna « W4\ufffd[31m » : ce RNA ne passe pas le contrôle')
    expect(printed).toContain('structures.csv, ligne 4, colonne commune « 45000 » : ce n’est pas un code de commune')
    expect(printed).toMatch(/structures\.csv +lues : 5, refusées : 2/)
    expect(printed).toContain('Import refusé : rien n’a été écrit.')
  }, 60_000)

  test('says what it was not told', async ({ databaseUrl }) => {
    for (const words of [
      [],
      [workedExample],
      [workedExample, '--operator', 'Dla Loiret'],
      ['/nulle/part', '--operator', 'cli'],
    ]) {
      const { code, printed } = await run(databaseUrl, ...words)
      expect([code, printed.trim().split('\n').length]).toEqual([1, 1])
    }
  }, 60_000)
})
