import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { readArguments } from '#app/commands/figures-arguments.ts'
import { figureCodes } from '#app/features/figures/catalogue.ts'
import { SECRET } from '#tests/harness/connection.ts'
import { loadDataset } from '#tests/harness/figures/load-dataset.ts'
import { readFolder } from '#tests/harness/figures/read-folder.ts'
import { test } from '#tests/harness/operator.ts'

const run = promisify(execFile)
const Ended = z.object({ stdout: z.string(), stderr: z.string(), code: z.number().optional() })

/** `npm run figures -- …`, as a process of its own. */
async function figures(databaseUrl: string, ...args: string[]) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, APP_SECRET: SECRET, NODE_ENV: 'test' as const }
  const command = ['--import', 'tsx', 'app/commands/figures.ts', ...args]
  const { stdout, stderr, code = 0 } = Ended.parse(await run(process.execPath, command, { env }).catch(ended => ended))
  return { stdout, stderr, code }
}
const year = ['--from', '2025-01-01', '--to', '2025-12-31']

describe('npm run figures', () => {
  test('prints the figures as JSON and nothing else', { timeout: 60_000 }, async ({ operator, databaseUrl }) => {
    await loadDataset(operator, readFolder('tests/fixtures/worked-example'))
    const ended = await figures(databaseUrl, '--operator', operator.slug, ...year, '--by', 'legal_form', '--json')
    expect(ended).toMatchObject({ stderr: '', code: 0 })
    const envelope = z
      .object({ figures: z.array(z.object({ code: z.string() })), cells: z.array(z.object({ key: z.string() })) })
      .loose()
      .parse(JSON.parse(ended.stdout))
    expect(envelope).toMatchObject({
      operator: operator.slug,
      period: { from: '2025-01-01', to: '2025-12-31' },
      audience: 'operator',
      agreement: null,
    })
    expect(envelope.figures).toHaveLength(figureCodes.length)
    expect(envelope.cells.map(({ key }) => key)).toEqual(['association', 'scic'])
    const funder = ['--audience', 'funder', '--agreement', 'CONV-DEMO']
    const masked = await figures(databaseUrl, '--operator', operator.slug, ...year, ...funder, '--json')
    expect(JSON.parse(masked.stdout)).toMatchObject({ audience: 'funder', agreement: 'CONV-DEMO' })
    const unknown = await figures(databaseUrl, '--operator', operator.slug, ...year, '--agreement', 'AUTRE')
    expect(unknown).toEqual({
      stdout: '',
      stderr: 'La convention «\u00a0AUTRE\u00a0» n’existe pas chez cet opérateur.\n',
      code: 1,
    })
  })

  test('says in French what it cannot do, and computes nothing', { timeout: 60_000 }, async ({ databaseUrl }) => {
    const ended = await figures(databaseUrl, '--operator', 'personne', ...year)
    expect(ended).toEqual({ stdout: '', stderr: 'L’opérateur «\u00a0personne\u00a0» n’existe pas.\n', code: 1 })
  })

  test('refuses each wrong word by its name', () => {
    const mine = ['--operator', 'exemple']
    const refusals: [string[], RegExp][] = [
      [[], /--operator/],
      [[...mine, '--from', '2025-01-01'], /--to/],
      [[...mine, '--from', '2025-02-30', '--to', '2025-12-31'], /2025-02-30.*n’est pas une date/],
      [[...mine, '--from', '2025-12-31', '--to', '2025-01-01'], /finit \(2025-01-01\) avant de commencer/],
      [[...mine, ...year, '--by', 'funder'], /funder.* est inconnu.*programme, department/],
      [[...mine, ...year, '--audience', 'public'], /public/],
      [[...mine, ...year, '--audience', 'funder'], /demande une convention/],
      [
        [...mine, ...year, '--audience', 'funder', '--agreement', 'X', '--by', 'practitioner'],
        /refusé pour un financeur/,
      ],
      [[...mine, ...year, '--colour'], /Usage/],
      [[...mine, ...year, 'extra'], /Usage/],
    ]
    for (const [args, sentence] of refusals) expect(() => readArguments(args), args.join(' ')).toThrow(sentence)
    expect(readArguments([...mine, ...year, '--by', 'qpv', '--json'])).toEqual({
      operator: 'exemple',
      from: '2025-01-01',
      to: '2025-12-31',
      by: 'qpv',
      audience: 'operator',
      agreement: null,
    })
  })
})
