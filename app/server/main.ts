import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { databaseUrls, env, productionProblems } from '#app/env.server.ts'
import { refuseBadStanding } from '#app/standing.server.ts'
import { closeDatabase, configureDatabase } from '#db/client.ts'
import { announceStop } from './health.ts'
import { log } from './log.ts'
import { refuseUnreadable, stopServer, webServer } from './web.ts'

const problems = productionProblems('web')
if (problems.length > 0) {
  process.stderr.write(`Le serveur web ne démarre pas :\n${problems.map(problem => `  - ${problem}`).join('\n')}\n`)
  process.exit(1)
}
const buildFile = fileURLToPath(new URL('../../build/server/index.js', import.meta.url))
if (!existsSync(buildFile)) {
  process.stderr.write('Le serveur web ne démarre pas :\n  - build/ manque : lancez npm run build\n')
  process.exit(1)
}

configureDatabase(databaseUrls())
await refuseBadStanding('Le serveur web ne démarre pas')
const build: ServerBuild = await import(pathToFileURL(buildFile).href)
const server = webServer(build).listen(env().PORT, env().HOST, () => {
  const address = server.address()
  log.info({ port: typeof address === 'object' ? address?.port : undefined }, 'web ready')
  process.send?.({ ready: typeof address === 'object' ? address?.port : undefined })
})
server.on('clientError', refuseUnreadable)
server.requestTimeout = 30_000
server.headersTimeout = 15_000
// Longer than a proxy keeps its own side: it never writes to a connection that is just being closed.
server.keepAliveTimeout = 75_000

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  announceStop()
  await stopServer(server, 20_000)
  await closeDatabase()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)
process.on('uncaughtException', error => {
  log.fatal({ err: { name: error.name, stack: error.stack } }, 'uncaught exception')
  process.exit(1)
})
