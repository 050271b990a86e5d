import { randomUUID } from 'node:crypto'
import { HOSTILE, structuresFor } from './hostile.ts'
import type { Answer, FoundField, FoundForm, Visitor } from './visitor.ts'

/** One request of the hostile run. */
export type Attempt = {
  label: () => string
  /** In what it differs from what the page sends; `stranger`: the id of something of another operator. */
  kind: 'value' | 'stranger' | 'structure' | 'column' | 'address'
  send: () => Promise<Answer>
}

const scalars = [
  ...HOSTILE.controls,
  ...HOSTILE.unicode,
  ...HOSTILE.lengths.filter(text => text.length < 100_000),
  ...HOSTILE.numbers,
  ...HOSTILE.booleans,
  ...HOSTILE.dates,
  ...HOSTILE.identifiers,
  ...HOSTILE.emails,
  ...HOSTILE.fileNames,
  ...HOSTILE.markup,
  ...HOSTILE.queries,
  ...HOSTILE.formulas,
]
/** What a form or an address can carry: text. */
const hostileTexts: readonly string[] = [
  ...new Set(scalars.map(value => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')))),
]
/** A megabyte and ten: for one field of each form, and of a few. */
const heavyTexts = HOSTILE.lengths.filter(text => text.length >= 1_000_000)

/** Those that every field meets, whatever the draw: what has broken this product's kind before (reliability F10). */
const worstTexts: readonly string[] = [
  '\u0000',
  'avant\u0000après',
  '\ud800',
  'coupé\ud83d',
  '\u202efdp',
  '2026-02-30',
  '2026-02-29',
  '9999-12-31',
  'NaN',
  '-1',
  '1e309',
  '2147483648',
  '9007199254740993',
  '00000000-0000-0000-0000-000000000000',
  '[]',
  '',
  "' or '1'='1",
]

/** Columns that forms of ours do not have (INP-04). */
const foreignColumns = [
  'operatorId',
  'operator_id',
  'id',
  'role',
  'userId',
  'state',
  'validatedOn',
  'createdAt',
  'isManager',
  'grants',
  'hash',
]

const loneSurrogate = /\p{Surrogate}/u

/** As a form or an address carries it. A lone surrogate has no UTF-8: it goes as the three bytes of a broken program. */
function percent(text: string): string {
  if (!loneSurrogate.test(text)) return encodeURIComponent(text)
  return [...text]
    .map(character => (loneSurrogate.test(character) ? surrogateBytes(character) : encodeURIComponent(character)))
    .join('')
}
function surrogateBytes(character: string): string {
  const code = character.charCodeAt(0)
  return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
    .map(byte => `%${byte.toString(16)}`)
    .join('')
}

type Pair = readonly [name: string, value: string]
const encoded = (pairs: readonly Pair[]) => pairs.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&')

/** What somebody could have put in a field that the page shows empty, so that a request goes further than the form. */
function plausible({ name, type, value, options }: FoundField): string {
  if (value !== '' || type === 'hidden') return value
  const choice = options.find(option => option !== '')
  if (choice !== undefined) return choice
  if (type === 'date') return '2026-03-02'
  if (type === 'number' || /count|minutes|cents|amount|value|year|score/i.test(name)) return '3'
  if (type === 'email' || /email/i.test(name)) return 'quelqu.un@structure.example'
  return type === 'text' || type === 'textarea' ? 'Un texte.' : value
}

/**
 * The form's fields as the page gave them, or filled in; one of them spoilt. A new form key each time, so that no answer is
 * a remembered one.
 */
function fieldsOf(form: FoundForm, { filled }: { filled: boolean }): Pair[] {
  return form.fields.map(field => [
    field.name,
    field.name === '_key' ? `${randomUUID()}.f` : filled ? plausible(field) : field.value,
  ])
}
/** The first field of that name, of which a group of boxes has several: five times ten megabytes are cut, and must be. */
function spoilt(pairs: readonly Pair[], name: string, change: (pair: Pair) => readonly Pair[]): string {
  const at = pairs.findIndex(pair => pair[0] === name)
  return encoded(pairs.flatMap((pair, index) => (index === at ? change(pair) : [pair])))
}

/** Structures whose every other field is as it should be. */
const brokenFields: Record<string, (pair: Pair) => readonly Pair[]> = {
  missing: () => [],
  duplicated: pair => [pair, pair],
  'duplicated, other value': ([name, value]) => [
    [name, value],
    [name, 'autre'],
  ],
  renamed: ([name, value]) => [[`${name}_`, value]],
  nested: ([name, value]) => [[`${name}[b]`, value]],
  dotted: ([name, value]) => [[`${name}.b.c`, value]],
  'with an index': ([name, value]) => [[`${name}[999999]`, value]],
  'with all and nested': ([name, value]) => [
    [name, value],
    [`${name}[b]`, value],
  ],
}

type Send = (body: string, contentType?: string) => Promise<Answer>

/** Keeps some. Done here, for each attempt holds the list that it was made in: kept whole, three million fill the memory. */
export type Few = (attempts: Attempt[]) => Attempt[]

/**
 * Everything that is tried on one form. `strangers`: ids of another operator. A form is sent as the browser sends it with
 * JavaScript, which answers with the refusal alone, save one time in `documentEvery`, which draws the whole page again.
 */
export function attemptsOnForm(
  visitor: Visitor,
  form: FoundForm,
  strangers: readonly string[],
  { documentEvery, few }: { documentEvery: number; few: Few },
): { sure: Attempt[]; drawn: Attempt[]; heavy: Attempt[] } {
  const lists: { sure: Attempt[]; drawn: Attempt[]; heavy: Attempt[] } = { sure: [], drawn: [], heavy: [] }
  let count = 0
  const send: Send = (body, contentType) =>
    visitor.post(count++ % documentEvery === 0 ? form.action : dataAddress(form.action), body, contentType)
  const add = (
    list: keyof typeof lists,
    kind: Attempt['kind'],
    what: () => string,
    body: () => string,
    type?: string,
  ) =>
    lists[list].push({
      label: () => `${visitor.who} ${form.page} ${form.name} ${what()}`,
      kind,
      send: () => send(body(), type),
    })
  const fields = form.fields.filter(({ name }, index, all) => all.findIndex(other => other.name === name) === index)

  for (const [rank, { name, value: own }] of fields.entries()) {
    const put = (list: keyof typeof lists, kind: Attempt['kind'], text: string, filled: boolean) =>
      add(
        list,
        kind,
        () => `${name} = ${JSON.stringify(text.slice(0, 60))}`,
        () => spoilt(fieldsOf(form, { filled }), name, () => [[name, text]]),
      )
    for (const text of worstTexts) put('sure', 'value', text, true)
    for (const [index, text] of hostileTexts.entries()) put('drawn', 'value', text, index % 2 === 0)
    if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(own)) for (const id of strangers) put('sure', 'stranger', id, true)
    for (const [broken, change] of Object.entries(brokenFields))
      add(
        'sure',
        'structure',
        () => `${name} ${broken}`,
        () => spoilt(fieldsOf(form, { filled: true }), name, change),
      )
    for (const { name: broken, contentType, body } of structuresFor(name)) {
      const whole = () => (contentType.includes('urlencoded') ? `_form=${percent(form.name)}&${body()}` : body())
      add('drawn', 'structure', () => `${name}: ${broken}`, whole, contentType)
    }
    if (rank === fields.length - 1) for (const text of heavyTexts) put('heavy', 'value', text, true)
  }
  // The language is a cookie, and no row; an id that the address says is not read in the form.
  const isRow = form.action !== '/langue'
  for (const column of foreignColumns)
    if (
      isRow &&
      !fields.some(({ name }) => name === column) &&
      !(column === 'id' && /\/structures\//.test(form.action))
    )
      add(
        'sure',
        'column',
        () => `+ ${column}`,
        () => encoded([...fieldsOf(form, { filled: true }), [column, '1']]),
      )
  lists.drawn = few(lists.drawn)
  return lists
}

/** Hostile parameters, and a hostile last segment, of one address. */
export function attemptsOnAddress(
  visitor: Visitor,
  page: string,
  parameters: ReadonlySet<string>,
  strangers: readonly string[],
  { documentEvery, few }: { documentEvery: number; few: Few },
): { sure: Attempt[]; drawn: Attempt[] } {
  const lists: { sure: Attempt[]; drawn: Attempt[] } = { sure: [], drawn: [] }
  const [path = '/'] = page.split('?')
  const parent = path.slice(0, path.lastIndexOf('/'))
  let count = 0
  const add = (list: keyof typeof lists, address: string) =>
    lists[list].push({
      label: () => `${visitor.who} ${address.slice(0, 160)}`,
      kind: 'address',
      send: () => visitor.get(count++ % documentEvery === 0 ? address : dataAddress(address)),
    })
  const short = (text: string) => percent(text.slice(0, 1000).replace(/[\ud800-\udbff]$/, ''))
  for (const name of parameters) for (const text of hostileTexts) add('drawn', `${path}?${name}=${short(text)}`)
  for (const text of hostileTexts) add('drawn', `${parent}/${short(text) || '%00'}`)
  for (const text of worstTexts) add('sure', `${parent}/${short(text) || '%00'}`)
  for (const id of strangers) add('sure', `${parent}/${id}`)
  for (const name of parameters) add('sure', `${path}?${name}=1&${name}=2&${name}[]=3&__proto__[x]=1&_routes=x`)
  lists.drawn = few(lists.drawn)
  return lists
}

/** Where the browser asks for the data of a page alone. */
function dataAddress(address: string): string {
  const [path = '/', search] = address.split('?')
  return `${path === '/' ? '/_root' : path}.data${search === undefined ? '' : `?${search}`}`
}

/** Draws that are the same for the same seed (mulberry32). */
export function drawsFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function shuffled<T>(items: readonly T[], draw: () => number): T[] {
  const mixed = items.map(item => ({ item, rank: draw() }))
  return mixed.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
}
