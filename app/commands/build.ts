import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
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
  await compressAssets('build/client/assets')
  writeFileSync(MARK, sources)
}

/** Beside each script and sheet, what a browser is sent of it: at a quality that nobody waits for at each request. */
async function compressAssets(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter(name => /\.(js|css)$/.test(name))
  await Promise.all(
    files.map(async name => {
      const file = `${folder}/${name}`
      await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)))
    }),
  )
}
