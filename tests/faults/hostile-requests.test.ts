import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationAccounts, demonstrationPassword } from '#db/seed/demonstration.ts'
import { halfWritten } from '../harness/half-written.ts'
import {
  type Attempt,
  attemptsOnAddress,
  attemptsOnForm,
  drawsFrom,
  type Few,
  shuffled,
} from '../harness/hostile-attempts.ts'
import { type Product, startProduct } from '../harness/product.ts'
import { RunningProduct } from '../harness/running-product.ts'
import {
  contentOf,
  type Explored,
  type FoundForm,
  shapeOf,
  shapeOfForm,
  Visitor,
  withoutOperator,
} from '../harness/visitor.ts'

/**
 * INP-01 and INP-04: everybody the product knows, and nobody, finds every form and every address that she can, and each
 * field meets hostile values and broken structures. Never a 5xx, never a connection that is cut, nothing half written.
 * Which of all the attempts are made is drawn; HOSTILE_REQUESTS makes more of them, HOSTILE_SEED others.
 */
const wanted = Number(process.env.HOSTILE_REQUESTS ?? 8_000)
const seed = Number(process.env.HOSTILE_SEED ?? 20_260_312)
const concurrency = 8
/** Drawing the page again costs ten times what the refusal itself does; the first test draws them all. */
const documentEvery = 80
/** They end what the others work on, and so come after them. */
const isEnding = /^(role|deactivate|revoke|cancel|abandon|suspend|close|hand-over|withdraw|remove-member|advance$)/
/** They end the visit itself, and so come last of all. */
const isLeaving = /^(end|end-all)$/

let product: Product
let running: RunningProduct
const found: (Explored & { visitor: Visitor })[] = []

beforeAll(async () => {
  product = await startProduct()
  running = await RunningProduct.open(product)
  const explored = demonstrationAccounts.map(async ({ email }) => {
    const visitor = new Visitor(product.address, email)
    await visitor.signIn(email, demonstrationPassword)
    return { visitor, ...(await visitor.explore('/', 400)) }
  })
  found.push(...(await Promise.all(explored)))
  for (const start of ['/connexion', '/demande/dla-demo', ...(await running.personalLinks())]) {
    const visitor = new Visitor(product.address, start.startsWith('/r/') ? 'a link' : 'nobody')
    found.push({ visitor, ...(await visitor.explore(start, 40)) })
  }
}, 900_000)
afterAll(async () => {
  await running?.release()
  await product?.stop()
})

/** The first of each shape. */
function* eachForm(): Generator<{ visitor: Visitor; form: FoundForm; strangers: string[] }> {
  const known = new Set<string>()
  for (const { visitor, forms, ids } of found)
    for (const form of forms) {
      const shape = shapeOfForm(form)
      if (known.has(shape) || form.action === '/deconnexion') continue
      known.add(shape)
      yield { visitor, form, strangers: strangersOf(ids) }
    }
}

const strangersOf = (own: readonly string[]) =>
  found.flatMap(({ ids }) => ids.filter(id => !own.includes(id)).slice(0, 2)).slice(0, 6)

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
}

type Attempts = Record<'sure' | 'drawn' | 'heavy' | 'addresses' | 'ending' | 'leaving', Attempt[]>

/** Of each form and page. */
const drawnPerPlace = 80

function allAttempts(draw: () => number): Attempts {
  const few: Few = attempts => shuffled(attempts, draw).slice(0, drawnPerPlace)
  const all: Attempts = { sure: [], drawn: [], heavy: [], addresses: [], ending: [], leaving: [] }
  for (const { visitor, form, strangers } of eachForm()) {
    const { sure, drawn, heavy } = attemptsOnForm(visitor, form, strangers, { documentEvery, few })
    const late = isLeaving.test(form.name) ? 'leaving' : isEnding.test(form.name) ? 'ending' : null
    all[late ?? 'sure'].push(...sure)
    all[late ?? 'drawn'].push(...drawn)
    all.heavy.push(...heavy)
  }
  const knownPages = new Set<string>()
  for (const { visitor, pages, ids } of found)
    for (const [page, parameters] of pages) {
      const shape = withoutOperator(shapeOf(page))
      if (knownPages.has(shape)) continue
      knownPages.add(shape)
      const { sure, drawn } = attemptsOnAddress(visitor, page, parameters.add('page').add('x'), strangersOf(ids), {
        documentEvery,
        few,
      })
      all.sure.push(...sure)
      all.addresses.push(...drawn)
    }
  return all
}

/** Drawing and reading a page takes a tenth of a second. */
const fieldsPerForm = 3
const isTyped = (type: string) => ['text', 'textarea', 'date', 'email', 'number', 'tel'].includes(type)

describe('the links of the product', () => {
  it('lead somewhere, for each person who is offered one', () => {
    expect(found.flatMap(({ visitor, nowhere }) => nowhere.map(link => `${visitor.who}: ${link}`))).toEqual([])
  })
})

describe('INP-01 hostile requests', () => {
  it('ties each refusal to its field, and keeps what was typed', { timeout: 900_000 }, async () => {
    const wrong: string[] = []
    const asked = [...eachForm()].flatMap(({ visitor, form }) =>
      form.fields
        .filter(({ type }) => isTyped(type))
        .slice(0, fieldsPerForm)
        .map(field => ({ visitor, form, field })),
    )
    const checked = asked.length
    await inParallel(asked, async ({ visitor, form, field: { name, type } }) => {
      const typed = type === 'date' ? '2026-02-30' : 'droite\u202egauche'
      const body = new URLSearchParams(
        form.fields.map(field => [field.name, field.name === name ? typed : field.value]),
      )
      const answer = await visitor.post(form.action, body.toString())
      const field = `${visitor.who} ${form.page} ${form.name}.${name}`
      const content = contentOf(answer.body)
      const control = [...content.querySelectorAll(`form [name="${name}"]`)].find(
        found => found.getAttribute('aria-invalid') === 'true',
      )
      const described = (control?.getAttribute('aria-describedby') ?? '').split(' ')
      const said = described.map(id => (id ? content.getElementById(id)?.textContent : '')).join('')
      const kept = control?.getAttribute('value') ?? control?.textContent
      if (answer.status !== 422) wrong.push(`${field}: ${answer.status}`)
      else if (!control || !said) wrong.push(`${field}: refused, and nothing is said beside the field`)
      else if (kept !== typed) wrong.push(`${field}: shows ${JSON.stringify(kept)} instead of what was typed`)
    })
    console.log('INP-01 refusals', { checked, wrong: wrong.length })
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(100)
  })

  it(`answers ${wanted} of them without a 5xx or a cut connection`, { timeout: 3_600_000 }, async () => {
    const draw = drawsFrom(seed)
    const all = allAttempts(draw)
    const possible = Object.fromEntries(Object.entries(all).map(([list, attempts]) => [list, attempts.length]))
    const some = (list: keyof typeof all, share: number) =>
      shuffled(all[list], draw).slice(0, Math.ceil(wanted * share))
    const last = [...some('ending', 0.04), ...some('leaving', 0.002)]
    const first = [...some('sure', 0.6), ...some('heavy', 0.001), ...some('addresses', 0.1)]
    const drawn = some('drawn', 1).slice(0, wanted - first.length - last.length)
    const chosen = [...shuffled([...first, ...drawn], draw), ...last]
    const statuses = new Map<number, number>()
    const broken: string[] = []
    const slow: { ms: number; attempt: Attempt }[] = []
    const startedAt = performance.now()
    await inParallel(chosen, async attempt => {
      const { label, kind } = attempt
      const sentAt = performance.now()
      const answer = await attempt.send().catch((error: Error) => {
        broken.push(`cut: ${label()}: ${String(error.cause)}`)
      })
      slow.push({ ms: Math.round(performance.now() - sentAt), attempt })
      if (!answer) return
      const { status, body } = answer
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status >= 500) broken.push(`${status} ${label()}`)
      if (/ at \S+ \(\S+:\d+:\d+\)|node_modules/.test(body)) broken.push(`a stack: ${label()}`)
      const isAccepted = status < 400 && !(answer.headers.get('location') ?? body).includes('/connexion')
      if (isAccepted && (kind === 'column' || kind === 'stranger')) broken.push(`accepted, ${status}: ${label()}`)
    })
    slow.sort((a, b) => b.ms - a.ms)
    console.log('INP-01', {
      seed,
      possible,
      sent: chosen.length,
      seconds: Math.round((performance.now() - startedAt) / 1000),
      statuses: Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
      median: slow[slow.length >> 1]?.ms,
      p99: slow[Math.floor(slow.length / 100)]?.ms,
      slowest: slow.slice(0, 5).map(({ ms, attempt }) => `${ms} ms ${attempt.label()}`),
      broken: broken.length,
    })
    expect(broken, broken.slice(0, 40).join('\n')).toEqual([])
    expect(chosen.length).toBeGreaterThanOrEqual(wanted)
  })

  it('and the product still serves everybody, with nothing half written', async () => {
    expect((await new Visitor(product.address, 'nobody').get('/sante/ready')).status).toBe(200)
    expect((await new Visitor(product.address, 'nobody').get('/connexion')).status).toBe(200)
    expect(await halfWritten(running)).toEqual([])
  })
})
