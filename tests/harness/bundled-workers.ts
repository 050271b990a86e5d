import { existsSync, renameSync, rmSync } from 'node:fs'
import { build } from 'vite'
import { hashOfSources } from '#app/commands/sources.ts'
import { WorkerProcess } from './worker-process.ts'

/**
 * The workers in one file: the same program, which starts in a fraction of the time. Only then can it be killed every
 * 700 ms and still work in between. Made once per state of the sources; the test files that need it at the same time may
 * each make it, and the last one stays.
 */
async function bundle(): Promise<string> {
  const file = `build/workers-${hashOfSources('app', 'db', 'workers')}.js`
  if (existsSync(file)) return file
  const outDir = `build/workers-${process.pid}`
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'workers/main.ts',
      target: 'esnext',
      minify: false,
      outDir,
      rollupOptions: { output: { entryFileNames: 'main.js', inlineDynamicImports: true } },
    },
  })
  renameSync(`${outDir}/main.js`, file)
  rmSync(outDir, { recursive: true })
  return file
}

let made: Promise<string> | undefined

/** Resolves once it takes jobs. */
export async function startWorkers(settings: Record<string, string>): Promise<WorkerProcess> {
  const worker = await spawnWorkers(settings)
  await worker.ready
  return worker
}

/** Resolves as soon as it is a process. */
export async function spawnWorkers(settings: Record<string, string>): Promise<WorkerProcess> {
  made ??= bundle()
  return WorkerProcess.spawn(settings, await made)
}
