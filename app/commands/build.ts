import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hashOfSources } from './sources.ts'

const MARK = 'build/.sources'
const SOURCES = ['app', 'db', 'public', 'package-lock.json', 'vite.config.ts', 'remix.config.js']

/** Builds the product as production runs it, unless the build at hand is of the very same sources. */
export async function buildProduct(say: (line: string) => void = console.log): Promise<void> {
  const sources = hashOfSources(...SOURCES)
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === sources) return
  say('Construction du site…')
  const env = { ...process.env, NODE_ENV: 'production' as const }
  const child = spawn('node_modules/.bin/remix', ['vite:build'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise(resolve => child.once('error', resolve).once('close', resolve))
  if (code !== 0) throw new Error('the product does not build')
  writeFileSync(MARK, sources)
}
