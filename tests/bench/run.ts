import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { openBench } from './bench.ts'

/** `npm run bench [NAME…]`: every measurement beside its floor, in the same run on the same machine. */
const wanted = process.argv.slice(2)
const files = globSync('tests/bench/*.bench.ts').filter(
  file => wanted.length === 0 || wanted.some(name => file.includes(name)),
)
const bench = await openBench()
try {
  for (const file of files.sort()) {
    const { measure }: { measure: (bench: Awaited<ReturnType<typeof openBench>>) => Promise<void> } = await import(
      pathToFileURL(file).href
    )
    process.stdout.write(`\n${file}\n`)
    await measure(bench)
  }
} finally {
  await bench.close()
}
