import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { env, provideEnvironment } from '#app/env.server.ts'
import { freePort } from '#db/embedded/port.ts'
import { demonstrationAccounts, demonstrationPassword, seedDemonstration } from '#db/seed/demonstration.ts'
import { migrateQueue } from '#workers/queue-schema.ts'
import { buildProduct } from './build.ts'
import { openInstallation } from './installation.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Everything on one machine: builds when needed, the database, its demonstration, the web server and the workers. */
async function start() {
  process.chdir(root)
  await buildProduct(say)
  // Messages name the address of the site: a port that nobody chose is chosen before they are written.
  if (env().PORT === 0) provideEnvironment({ PORT: String(await freePort()) })
  say('Démarrage de la base de données…')
  const installation = await openInstallation()
  const owner = env().DATABASE_URL
  if (owner) await migrateQueue({ url: owner })
  const children: ChildProcess[] = []
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    await Promise.all(children.map(child => ended(child)))
    await installation.close()
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
  if (installation.isEmbedded) await seedDemonstration(say)
  const childEnvironment = {
    ...process.env,
    ...installation.environment,
    NODE_ENV: 'production' as const,
    LOCAL: 'true',
  }
  for (const file of ['app/server/main.ts', 'workers/main.ts']) {
    const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', file], {
      cwd: root,
      env: childEnvironment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    children.push(child)
    child.on('exit', code => void stop(code ?? 1))
    if (file === 'app/server/main.ts') child.on('message', message => announce(message, installation.isEmbedded))
  }
}

function announce(message: unknown, withAccounts: boolean) {
  if (typeof message !== 'object' || message === null || !('ready' in message)) return
  say(
    `\n  Sillage est prêt : http://${env().HOST === '127.0.0.1' ? 'localhost' : env().HOST}:${String(message.ready)}\n`,
  )
  if (!withAccounts) return
  say(`  Comptes de démonstration, mot de passe ${demonstrationPassword} :`)
  for (const account of demonstrationAccounts) say(`    ${account.email.padEnd(30)} ${account.who}`)
  say('\n  La double authentification est désactivée dans la démonstration. Ctrl-C pour arrêter.\n')
}

/** Asks a process to end, then insists after thirty seconds. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000)
    child.on('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
