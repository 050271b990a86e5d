import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EmbeddedDatabase, ensureDatabase } from '#db/embedded.ts'
import { demonstrationPassword } from '#db/seed/demonstration.ts'
import { withClient } from '../harness/connection.ts'
import { type Product, startProduct } from '../harness/product.ts'
import { type FoundForm, Visitor } from '../harness/visitor.ts'

let product: Product
let visitor: Visitor
let addNote: FoundForm
const servers: EmbeddedDatabase[] = []

beforeAll(async () => {
  product = await startProduct()
  servers.push(await ensureDatabase({ dataDir: product.dataDir }))
  visitor = new Visitor(product.address, 'practitioner@demo.example')
  await visitor.signIn(visitor.who, demonstrationPassword)
  const { forms } = await visitor.explore('/', 120)
  const found = forms.find(({ name }) => name === 'add-note')
  if (!found) throw new Error('no case on which to write')
  addNote = found
})
afterAll(async () => {
  for (const server of servers) await server.release()
  await product?.stop()
})

async function write(text: string): Promise<number> {
  const fields = addNote.fields.map(({ name, value }) => [
    name,
    name === '_key' ? `${randomUUID()}.n` : name === 'body' ? text : value,
  ])
  return (await visitor.post(addNote.action, new URLSearchParams(fields).toString())).status
}

const notesLike = (text: string) =>
  withClient(servers.at(-1)?.url ?? '', async client => {
    const { rows } = await client.query<{ body: string }>('select body from notes where body like $1', [`${text}%`])
    return rows.map(({ body }) => body)
  })

/** As a power cut does it: no transaction ends, no connection is closed. */
async function killPostgres(): Promise<void> {
  const [pid = ''] = (await readFile(join(product.dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

/** DUR-02, once; the nightly run kills it for ten minutes. */
it('PostgreSQL killed under its writers: 503 and an invitation to retry, then all is back by itself, every acknowledged note in its place', {
  timeout: 120_000,
}, async () => {
  const run = randomUUID()
  const statuses = new Set<number>()
  const acknowledged: string[] = []
  let isOver = false
  const writer = async (name: number) => {
    for (let turn = 0; !isOver; turn++) {
      const text = `${run} ${name}.${turn}`
      const status = await write(text)
      statuses.add(status)
      if (status === 302) acknowledged.push(text)
      else await sleep(100)
    }
  }
  const writers = [1, 2, 3, 4].map(writer)
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(20)
  const before = acknowledged.length

  await killPostgres()
  await expect.poll(() => statuses.has(503), { timeout: 20_000 }).toBe(true)
  const page = await visitor.get('/o/dla-demo/accompagnements')
  expect(page.status).toBe(503)
  expect(page.headers.get('retry-after')).toBe('5')
  expect(page.body).toContain('<html lang="fr"')
  expect((await visitor.get('/sante/ready')).status).toBe(503)
  expect((await visitor.get('/sante/live')).status).toBe(200)

  servers.push(await ensureDatabase({ dataDir: product.dataDir }))
  const back = performance.now()
  await expect.poll(async () => (await visitor.get('/sante/ready')).status, { timeout: 20_000 }).toBe(200)
  const during = acknowledged.length
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(during + 20)
  const seconds = (performance.now() - back) / 1000
  isOver = true
  await Promise.all(writers)

  const kept = await notesLike(run)
  console.log('DUR-02', {
    acknowledged: acknowledged.length,
    before,
    kept: kept.length,
    seconds,
    statuses: [...statuses],
  })
  expect([...statuses].sort()).toEqual([302, 503])
  expect(acknowledged.filter(text => !kept.includes(text))).toEqual([])
  expect(new Set(kept).size).toBe(kept.length)
  expect(seconds).toBeLessThan(10)
})
