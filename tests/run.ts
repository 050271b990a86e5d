import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { buildProduct } from '#app/commands/build.ts'
import { chromium, popplerUtils, postgres, redis, type Server } from './harness/services.ts'

/**
 * `npm test`: everything, on real servers. `npm test -- unit db` runs only what is named. The last line is the total, in
 * which each tool counts as one check. What a project needs and this machine cannot bring is named, and its tests are
 * skipped; where CI is set they fail.
 */

const tools: Record<string, string[]> = {
  typecheck: ['tsc', '--noEmit'],
  biome: ['biome', 'check', '--error-on-warnings', '.'],
  layers: ['depcruise', 'app', 'db', 'workers', '--config', '.dependency-cruiser.cjs'],
  unused: ['knip'],
}

/**
 * What runs beside what, each list one after the other, then the next step. A journey waits for pages most of its time, and
 * leaves more than half of two cores to the others; a hostile run takes all there is.
 */
const steps: string[][][] = [[['unit', 'ui', 'db', 'queues'], ['e2e']], [['faults']]]

type Need = 'postgres' | 'redis' | 'chromium' | 'poppler' | 'build'
/**
 * What each vitest project needs, and the seconds that it may take on two cores: beyond, the line says so. A file of `db`
 * waits for PostgreSQL half of its time: two of them at once fill it.
 */
const projects: Record<string, { needs: Need[]; budget: number; workers?: number }> = {
  unit: { needs: [], budget: 8 },
  ui: { needs: [], budget: 7 },
  db: { needs: ['postgres'], budget: 90, workers: 2 },
  queues: { needs: ['postgres', 'redis', 'build'], budget: 300 },
  e2e: { needs: ['chromium', 'poppler', 'build'], budget: 240 },
  faults: { needs: ['postgres', 'redis'], budget: 900 },
}

const total = { passed: 0, failed: 0, skipped: 0 }
/** What failed and why, said once more at the end: who reads a long log reads that. */
const failures: string[] = []
const running = new Set<ChildProcess>()
const servers: Server[] = []
const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'test' }
const isCi = process.env.CI === 'true'

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})

function run(command: string[], options: { isQuiet: boolean }): Promise<{ isGood: boolean; output: string }> {
  const [program = '', ...args] = command
  const child = spawn(join('node_modules', '.bin', program), args, {
    env: environment,
    stdio: options.isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += chunk))
  return new Promise(resolve => {
    child.once('error', error => resolve({ isGood: false, output: error.message }))
    child.once('close', code => {
      running.delete(child)
      resolve({ isGood: code === 0, output })
    })
  })
}

function check(name: string, isGood: boolean, startedAt: number, output: string): void {
  total[isGood ? 'passed' : 'failed'] += 1
  if (!isGood) failures.push(`${name}\n${output}`)
  console.log(`${isGood ? '✓' : '✗'} ${name} (${seconds(startedAt)})${isGood ? '' : `\n${output}`}`)
}

const seconds = (startedAt: number) => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`

async function runTool(name: string, command: string[]): Promise<void> {
  const startedAt = performance.now()
  const { isGood, output } = await run(command, { isQuiet: true })
  check(name, isGood, startedAt, output)
}

/** The address goes to the test processes through the environment, so that they do not bring servers of their own. */
async function serve(variable: string, server: Promise<Server>): Promise<void> {
  servers.push(await server)
  environment[variable] = (await server).url
}

/** A product that does not build is a failure, not something that this machine lacks. */
async function build(): Promise<void> {
  const startedAt = performance.now()
  const problem = await buildProduct().then(() => null, String)
  check('build', problem === null, startedAt, problem ?? '')
  if (problem !== null) throw new Error(problem)
}

const bring: Record<Need, () => Promise<unknown>> = {
  postgres: () => serve('TEST_DATABASE_URL', postgres()),
  redis: () => serve('TEST_REDIS_URL', redis()),
  chromium,
  poppler: popplerUtils,
  build,
}

/** `isQuiet`: what it writes is shown once it has ended, for it runs beside another. */
async function runProject(name: string, { reports, isQuiet }: { reports: string; isQuiet: boolean }): Promise<void> {
  const startedAt = performance.now()
  const file = join(reports, `${name}.json`)
  console.log(`\n${name}`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const workers = projects[name]?.workers
  const beside = workers === undefined ? [] : [`--maxWorkers=${workers}`]
  const { isGood, output } = await run(['vitest', 'run', '--project', name, ...beside, ...reporters], { isQuiet })
  if (isQuiet) process.stdout.write(output)
  const report = Report.safeParse(JSON.parse(await readFile(file, 'utf8').catch(() => 'null')))
  let failed = 0
  if (report.success) {
    total.passed += report.data.numPassedTests
    total.skipped += report.data.numPendingTests + report.data.numTodoTests
    // A file that does not load has no test that could fail.
    const isBroken = (result: (typeof report.data.testResults)[number]) =>
      result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed')
    failed = report.data.numFailedTests + report.data.testResults.filter(isBroken).length
    for (const result of report.data.testResults) {
      if (isBroken(result)) failures.push(`${result.name}\n${result.message}`)
      for (const { status, fullName, failureMessages } of result.assertionResults)
        if (status === 'failed') failures.push(`${result.name} > ${fullName}\n${failureMessages?.join('\n')}`)
    }
  }
  total.failed += isGood ? failed : Math.max(failed, 1)
  const budget = projects[name]?.budget ?? 0
  const isSlow = performance.now() - startedAt > budget * 1000
  console.log(
    `${isGood ? '✓' : '✗'} ${name} (${seconds(startedAt)}${isSlow ? `, over its budget of ${budget} s` : ''})`,
  )
}

async function runAll(named: string[]): Promise<void> {
  const isWanted = (name: string) => named.length === 0 || named.includes(name)
  const unknown = named.filter(name => !(name in tools) && !(name in projects))
  if (unknown.length > 0)
    throw new Error(`unknown: ${unknown.join(', ')}; there are ${Object.keys({ ...tools, ...projects }).join(', ')}`)
  const wanted = Object.entries(projects).filter(([name]) => isWanted(name))

  const missing = new Map<Need, string>()
  const checks = Object.entries(tools).filter(([name]) => isWanted(name))
  await Promise.all(checks.map(([name, command]) => runTool(name, command)))
  for (const need of new Set(wanted.flatMap(([, { needs }]) => needs)))
    await bring[need]().catch((error: unknown) =>
      missing.set(need, error instanceof Error ? error.message : String(error)),
    )

  const reports = await mkdtemp(join(tmpdir(), 'sillage-reports-'))
  const runLane = async (names: readonly string[], isQuiet: boolean) => {
    for (const [name, { needs }] of wanted.filter(([name]) => names.includes(name))) {
      const lacks = needs.flatMap(need => missing.get(need) ?? [])
      if (lacks.length === 0) await runProject(name, { reports, isQuiet })
      else {
        total[isCi ? 'failed' : 'skipped'] += 1
        console.log(`\n${isCi ? '✗' : '–'} ${name} not run:\n  ${lacks.join('\n  ')}`)
      }
    }
  }
  for (const lanes of steps) await Promise.all(lanes.map((names, at) => runLane(names, at > 0 && wanted.length > 1)))
  await rm(reports, { recursive: true })
}

async function stopServers(): Promise<void> {
  await Promise.all(servers.splice(0).map(server => server.stop()))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    for (const child of running) child.kill(signal)
    await stopServers()
    process.exit(1)
  })

try {
  await runAll(process.argv.slice(2))
} catch (error) {
  total.failed += 1
  failures.push(String(error))
  console.error(error instanceof Error ? error.message : error)
} finally {
  await stopServers()
}
for (const failure of failures) console.log(`\nFAILED ${failure.slice(0, 2_000)}`)
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
