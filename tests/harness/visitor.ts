import { JSDOM } from 'jsdom'

/** `options`: what may be chosen, for a list, radio buttons or boxes. */
export type FoundField = { name: string; type: string; value: string; options: string[] }
export type FoundForm = { page: string; action: string; name: string; fields: FoundField[] }
export type Answer = { status: number; body: string; headers: Headers }
/** `pages`: each with the names of the parameters that it is asked with. */
export type Explored = {
  pages: Map<string, Set<string>>
  forms: FoundForm[]
  /** The links that led to no page, each with the one that offers it. */
  nowhere: string[]
  ids: string[]
}

/** What a page holds, without a window: one for each of two thousand pages, or documents of one, fill the memory of a process. */
export const contentOf = (html: string): DocumentFragment => JSDOM.fragment(html)

/** Not a slice of the page it was found in, which it would keep in memory whole. */
const apart = (text: string) => Buffer.from(text).toString()

/** Speaks HTTP to the running product as one person would, cookies kept, without any of its code. */
export class Visitor {
  #cookies = new Map<string, string>()

  constructor(
    readonly address: string,
    readonly who: string,
  ) {}

  async get(path: string): Promise<Answer> {
    return this.#send(path, { headers: { 'accept-language': 'fr' } })
  }

  async post(
    path: string,
    body: string | Uint8Array,
    contentType = 'application/x-www-form-urlencoded',
  ): Promise<Answer> {
    return this.#send(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Blob([Uint8Array.from(body)]),
      headers: {
        origin: this.address,
        'sec-fetch-site': 'same-origin',
        ...(contentType && { 'content-type': contentType }),
      },
    })
  }

  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.post('/connexion', new URLSearchParams({ _form: 'sign-in', email, password }).toString())
    if (answer.status !== 302) throw new Error(`${email} cannot sign in: ${answer.status}`)
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(new URL(path, this.address), {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, ...(cookie && { cookie }) },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return { status: answer.status, body: await answer.text(), headers: answer.headers }
  }

  /**
   * Follows every link of this site from `start`, two pages at most per shape of address, one where it has parameters, and
   * gathers the first form of each shape, the parameters of addresses, and the ids of what is shown.
   */
  async explore(start: string, limit: number): Promise<Explored> {
    const waiting = [{ path: start, from: '' }]
    const nowhere: string[] = []
    const seen = new Set<string>()
    const perShape = new Map<string, number>()
    const pages = new Map<string, Set<string>>()
    const forms = new Map<string, FoundForm>()
    const ids = new Set<string>()
    while (waiting.length > 0 && pages.size < limit) {
      const { path, from } = waiting.shift() ?? { path: start, from: '' }
      const shape = shapeOf(path)
      const times = perShape.get(shape) ?? 0
      if (seen.has(path) || times >= (path.includes('?') ? 1 : 2)) continue
      seen.add(path)
      perShape.set(shape, times + 1)
      const answer = await this.get(path)
      const to = answer.headers.get('location')
      if (to) waiting.unshift({ path: to, from: path })
      if (answer.status >= 400) nowhere.push(`${answer.status} ${path}, from ${from}`)
      if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue
      const parameters = new Set(namesIn(path))
      pages.set(path, parameters)
      for (const id of answer.body.match(/\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{18}\b/g) ?? []) ids.add(apart(id))
      const content = contentOf(answer.body)
      for (const link of content.querySelectorAll('a[href^="/"]')) {
        const to = link.getAttribute('href')?.split('#')[0] ?? start
        waiting.push({ path: to, from: path })
        if (to.split('?')[0] === path.split('?')[0]) for (const name of namesIn(to)) parameters.add(name)
      }
      for (const element of content.querySelectorAll<HTMLFormElement>('form[method="post"]')) {
        const form = formOf(element, path)
        const shape = shapeOfForm(form)
        if (!forms.has(shape)) forms.set(shape, form)
      }
      for (const control of content.querySelectorAll('form:not([method="post"]) [name]'))
        parameters.add(control.getAttribute('name') ?? '')
    }
    return { pages, forms: [...forms.values()], nowhere, ids: [...ids] }
  }
}

const namesIn = (path: string) => new URLSearchParams(path.split('?')[1] ?? '').keys()

/** Addresses that differ only by their ids and numbers have one shape. */
export const shapeOf = (path: string) =>
  path
    .split('?')[0]
    ?.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\d{4}-\d{4}/g, ':number')
    .replaceAll(/\/r\/[\w-]+/g, '/r/:token')
    .concat(...[...new URLSearchParams(path.split('?')[1] ?? '').keys()].sort().map(key => `?${key}`)) ?? path

/** The same form of another case, operator, programme or rule has nothing else to show. */
export function shapeOfForm({ action, name, fields }: FoundForm): string {
  const place = withoutOperator(shapeOf(action)).replace(/\/dispositifs\/[\w-]+/, '/dispositifs/:programme')
  const names = [name, ...fields.map(field => field.name)].map(text => text.replaceAll(/\d+/g, ':n'))
  return `${place} ${[...new Set(names)].join()}`
}

export const withoutOperator = (shape: string) => shape.replace(/^\/o\/[^/]+/, '')

function formOf(form: HTMLFormElement, page: string): FoundForm {
  const fields: FoundField[] = []
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input[name], select[name], textarea[name]',
  )) {
    const { name, type } = control
    const known = fields.find(field => field.name === name)
    if (type !== 'radio' && type !== 'checkbox') {
      const options = 'options' in control ? [...control.options].map(option => option.value) : []
      fields.push({ name, type, value: control.value, options })
      continue
    }
    const isChosen = 'checked' in control && control.checked
    known?.options.push(control.value)
    if (isChosen && known?.value === '') known.value = control.value
    else if (isChosen || !known)
      fields.push({ name, type, value: isChosen ? control.value : '', options: [control.value] })
  }
  return {
    page,
    action: form.getAttribute('action') ?? page,
    name: fields.find(field => field.name === '_form')?.value ?? '',
    fields,
  }
}
