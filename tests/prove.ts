import { spawn } from 'node:child_process'
import { z } from 'zod'

/**
 * `npm run prove [NAME…]`: the proof at its full size, one scenario after the other, on both backends; then a table of what
 * each left. Exits with an error when one of them lost or doubled anything.
 */
const Line = z.object({
  scenario: z.string(),
  backend: z.string(),
  due: z.number(),
  sent: z.number(),
  distinct: z.number(),
  lost: z.number(),
  doubled: z.number(),
  uncertain: z.number(),
  refused: z.number(),
  faults: z.string(),
  seconds: z.number(),
})
const columns = Object.keys(Line.shape)

const wanted = process.argv.slice(2)
const files = wanted.length > 0 ? wanted.map(name => `tests/queues/proof/${name}`) : ['tests/queues/proof']
const child = spawn('node_modules/.bin/vitest', ['run', '--project', 'queues', '--no-file-parallelism', ...files], {
  env: { ...process.env, PROOF: 'full', NODE_ENV: 'test' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let said = ''
child.stdout.on('data', chunk => {
  said += chunk
  process.stdout.write(chunk)
})
const code = await new Promise<number | null>(resolve => child.once('close', resolve))
const rows = [...said.matchAll(/PROOF (\{.*\})/g)].map(([, line = '']) => Line.parse(JSON.parse(line)))
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
console.log(
  `\n${[row(columns), row(columns.map(() => '---')), ...rows.map(found => row(Object.values(found)))].join('\n')}`,
)
process.exitCode = code ?? 1
