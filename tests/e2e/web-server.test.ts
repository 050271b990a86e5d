import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationPassword } from '#db/seed/demonstration.ts'
import { type Answer, type Ask, form, httpsServer, oneConnection, publicAddress } from '../harness/https-server.ts'

let web: Awaited<ReturnType<typeof httpsServer>>
beforeAll(async () => {
  web = await httpsServer()
})
afterAll(() => web.stop())

const credentials = { _form: 'sign-in', email: 'practitioner@demo.example', password: demonstrationPassword }
const cookieOf = ({ headers }: Answer) =>
  (headers['set-cookie'] ?? [])
    .map(line => line.split(';')[0] ?? '')
    .find(pair => pair.startsWith('__Host-sillage=')) ?? ''
const signedIn = async () => cookieOf(await web.ask('/connexion', form(credentials)))

describe('WEB-02 a demand that does not come from this site', () => {
  const foreign: Record<string, Record<string, string>> = {
    'no Origin': {},
    'an empty Origin': { origin: '' },
    'Origin: null': { origin: 'null' },
    'another site': { origin: 'https://evil.example' },
    'a sub-domain': { origin: 'https://www.sillage.example' },
    'a parent domain': { origin: 'https://example' },
    'a name that begins alike': { origin: 'https://sillage.example.evil.example' },
    'a name that ends alike': { origin: 'https://evilsillage.example' },
    'plain http': { origin: 'http://sillage.example' },
    'another port': { origin: 'https://sillage.example:8443' },
    'ours twice': { origin: 'https://sillage.example, https://sillage.example' },
    'ours in capitals, cross-site': { origin: publicAddress, 'sec-fetch-site': 'cross-site' },
    'cross-site': { 'sec-fetch-site': 'cross-site' },
    'same-site': { origin: publicAddress, 'sec-fetch-site': 'same-site' },
    'a navigation by hand': { origin: publicAddress, 'sec-fetch-site': 'none' },
    'same-origin, they say, from elsewhere': { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    'a Referer only': { referer: `${publicAddress}/connexion` },
  }
  const paths = [
    '/connexion',
    '/connexion.data',
    '/deconnexion',
    '/langue',
    '/compte',
    '/o/dla-demo/equipe',
    '/o/dla-demo/equipe.data',
    '/r/abc',
    '/assets/x.js',
    '/',
  ]
  const methods = ['POST', 'PUT', 'PATCH', 'DELETE']

  it('is refused, whatever the method and the address: 0 accepted', async () => {
    const cookie = await signedIn()
    const accepted: string[] = []
    for (const method of methods)
      for (const path of paths)
        for (const [from, headers] of Object.entries(foreign)) {
          const answer = await web.ask(path, {
            ...form(credentials),
            method,
            headers: { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers },
          })
          if (![403, 405].includes(answer.status) || cookieOf(answer))
            accepted.push(`${method} ${path} from ${from}: ${answer.status}`)
        }
    expect(accepted).toEqual([])
    // Nobody was signed out by any of them.
    expect((await web.ask('/compte', { headers: { cookie } })).status).toBe(200)
  })

  it('is accepted from this site, with and without Sec-Fetch-Site', async () => {
    const ways: Record<string, string>[] = [{}, { 'sec-fetch-site': 'same-origin' }]
    for (const headers of ways) expect((await web.ask('/connexion', form(credentials, headers))).status).toBe(302)
    const { origin: _origin, ...noOrigin } = form(credentials).headers ?? {}
    const answer = await web.ask('/connexion', {
      ...form(credentials),
      headers: { ...noOrigin, 'sec-fetch-site': 'same-origin' },
    })
    expect(answer.status).toBe(302)
  })
})

describe('a refusal that leaves before the end of what is sent', () => {
  const refused: Record<string, [path: string, type: string]> = {
    'a type that no form has': ['/connexion', 'application/json'],
    'an address without a form': ['/', 'application/x-www-form-urlencoded'],
    'an address that is not there': ['/nulle-part', 'application/x-www-form-urlencoded'],
    'somebody who is signed out': ['/o/dla-demo/equipe', 'application/x-www-form-urlencoded'],
    'somebody who is signed out, by script': ['/o/dla-demo/equipe.data', 'application/x-www-form-urlencoded'],
  }
  for (const [what, [path, type]] of Object.entries(refused))
    it(`leaves its connection to the next demand: ${what}`, async () => {
      const agent = oneConnection()
      const body = Buffer.alloc(3_000_000, 'a')
      const headers = { origin: publicAddress, 'content-type': type }
      const { status } = await web.ask(path, { method: 'POST', headers, body, agent })
      expect(status).toBeLessThan(500)
      // Without reading the rest, this one would wait for thirty seconds and be cut with it.
      expect(await web.ask('/sante/live', { agent })).toMatchObject({ status: 200 })
      agent.destroy()
    })
})

describe('WEB-03 every response', () => {
  const always = {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  }
  const asked: Record<string, [path: string, options?: Ask | (() => Promise<Ask>)]> = {
    'a page': ['/connexion'],
    'its data': ['/connexion.data'],
    'a page of who is signed in': ['/compte', async () => ({ headers: { cookie: await signedIn() } })],
    'a redirection': ['/o/dla-demo/aujourdhui'],
    'a page that is not there': ['/nulle-part'],
    'a page of another operator': [
      '/o/incubateur-demo/aujourdhui',
      async () => ({ headers: { cookie: await signedIn() } }),
    ],
    'a link that nobody has': ['/r/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    'a mail’s link': ['/mot-de-passe/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
    'a method that is not known': ['/connexion', { method: 'PUT' }],
    'a form that is refused': ['/connexion', form({ _form: 'sign-in', email: 'x' })],
    'a form of another site': ['/connexion', { method: 'POST' }],
    'something that is no form': [
      '/connexion',
      { ...form({}), headers: { origin: publicAddress, 'content-type': 'application/json' } },
    ],
    'a form that does not exist': ['/connexion', form({ _form: 'nope' })],
    'a body that is too large': ['/connexion', { ...form({}), body: Buffer.alloc(17_000_000, 'a') }],
    'an asset': ['@asset'],
    'an asset that is not there': ['/assets/gone.js'],
    'the icon': ['/favicon.svg'],
    'a path that cannot be read': ['/%E0%A4%A'],
    'a path of an asset that cannot be read': ['/assets/%E0%A4%A'],
    health: ['/sante/live'],
    readiness: ['/sante/ready'],
    'a HEAD': ['/connexion', { method: 'HEAD' }],
  }

  for (const [what, [path, options]] of Object.entries(asked))
    it(`has its headers: ${what}`, async () => {
      const { headers, status } = await web.ask(
        path === '@asset' ? await anAsset() : path,
        typeof options === 'function' ? await options() : options,
      )
      expect(headers, `${status}`).toMatchObject(always)
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(headers['referrer-policy']).toBe(/^\/(r|mot-de-passe)\//.test(path) ? 'strict-origin' : 'same-origin')
      expect(headers['permissions-policy']).toMatch(/camera=\(\)/)
      expect(headers['x-powered-by']).toBeUndefined()
      const isFile = what === 'an asset' || what === 'the icon'
      expect(headers['cache-control']).toBe(
        isFile ? (what === 'an asset' ? 'public, max-age=31536000, immutable' : 'public, max-age=3600') : 'no-store',
      )
    })

  it('of a script is the one that the build compressed', async () => {
    const path = await anAsset()
    const [plain, compressed] = [
      await web.ask(path),
      await web.ask(path, { headers: { 'accept-encoding': 'gzip, br' } }),
    ]
    expect(compressed.headers).toMatchObject({
      'content-encoding': 'br',
      vary: expect.stringContaining('Accept-Encoding'),
    })
    expect(compressed.headers['content-type']).toMatch(/^text\/javascript/)
    expect(compressed.bytes.equals(readFileSync(`build/client${path}.br`))).toBe(true)
    expect(brotliDecompressSync(compressed.bytes).toString()).toBe(plain.body)
  })

  it('has them too when it cannot be read as a request at all', async () => {
    for (const bytes of ['GARBAGE\r\n\r\n', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`]) {
      const said = await web.raw(bytes)
      for (const [name, value] of Object.entries(always))
        expect(said.toLowerCase()).toContain(`${name}: ${value.toLowerCase()}`)
    }
  })

  it('clears what the browser kept, at sign-out, and the cookie', async () => {
    const cookie = await signedIn()
    const { headers, status } = await web.ask('/deconnexion', form({ _form: 'sign-out' }, { cookie }))
    expect(status).toBe(302)
    expect(headers['clear-site-data']).toBe('"cache", "storage"')
    expect(headers['set-cookie']).toContain('__Host-sillage=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax')
    expect((await web.ask('/compte', { headers: { cookie } })).status).toBe(302)
  })

  it('that sets a cookie sets one that only this site reads, over https', async () => {
    const answers = [
      await web.ask('/connexion', form(credentials)),
      await web.ask('/langue', form({ _form: 'language', locale: 'en', vers: '/connexion' })),
      await web.ask('/connexion/code', form({ _form: 'request', email: 'nobody@demo.example' })),
    ]
    const lines = answers.flatMap(({ headers }) => headers['set-cookie'] ?? [])
    expect(lines.length).toBeGreaterThanOrEqual(3)
    for (const line of lines) expect(line).toMatch(/; HttpOnly(?=.*; Secure)(?=.*; SameSite=Lax)/)
    expect(lines.find(line => line.startsWith('__Host-sillage='))).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('WEB-01 has a nonce of its own in its policy, and the same one in its scripts', async () => {
    const seen = new Set<string>()
    for (let i = 0; i < 20; i++) {
      const { headers, body } = await web.ask('/connexion')
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      seen.add(nonce)
      const scripts = body.match(/<script\b[^>]*>/g) ?? []
      expect(scripts.length).toBeGreaterThan(0)
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    }
    expect(seen.size).toBe(20)
    for (let i = 0; i < 10_000; i++) {
      const { headers } = await web.ask('/sante/live')
      seen.add(/'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '')
    }
    expect(seen.size).toBe(10_020)
  })
})

async function anAsset(): Promise<string> {
  const { body } = await web.ask('/connexion')
  return /\/assets\/[\w.-]+\.js/.exec(body)?.[0] ?? ''
}

describe('WEB-06 a client that lies about where it is', () => {
  it('is never sent to another site, with a hundred ways of asking', async () => {
    const asked = ways()
    expect(asked.length).toBeGreaterThanOrEqual(100)
    const left: string[] = []
    for (const way of asked) {
      const { headers, status } = await web.ask(`/connexion?vers=${encodeURIComponent(way)}`, form(credentials))
      const to = String(headers.location)
      // As a browser reads it: tabs and line ends are dropped, a backslash is a slash.
      const read = new URL(to.replace(/[\t\r\n]/g, '').replaceAll('\\', '/'), publicAddress)
      if (status !== 302 || read.origin !== publicAddress || !/^\/(?![/\\])/.test(to))
        left.push(`${JSON.stringify(way)} → ${to}`)
    }
    expect(left).toEqual([])
  })

  it('finds none of its names in what it is answered', async () => {
    const lies = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-server': 'evil.example',
      'x-original-url': '/o/dla-demo/equipe',
      'x-rewrite-url': '/o/dla-demo/equipe',
      forwarded: 'host=evil.example;proto=http',
    }
    for (const path of [
      '/',
      '/connexion',
      '/connexion?vers=/compte',
      '/o/dla-demo/aujourdhui',
      '/nulle-part',
      '//evil.example/compte',
      '/assets',
      '/assets/',
      '/%2f%2fevil.example',
      '/\\evil.example',
      '/o/dla-demo/../../connexion',
      '/CONNEXION',
      '/connexion/',
    ]) {
      const { body, headers, status } = await web.ask(path, { headers: lies })
      expect(`${JSON.stringify(headers)}${body}`.replace(path, ''), path).not.toContain('evil.example')
      expect(status, path).toBeLessThan(500)
    }
  })

  it('does not choose its own address, beyond the proxies that are trusted', async () => {
    const { headers } = await web.ask(
      '/connexion',
      form(credentials, { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' }),
    )
    const cookie = (headers['set-cookie'] ?? []).map(line => line.split(';')[0]).join('; ')
    const { body } = await web.ask('/compte', { headers: { cookie } })
    expect(body).toContain('203.0.113.9')
    expect(body).not.toContain('198.51.100.7')
  })
})

/** Ways to write another site, as a path: each alone, and behind what passes for the beginning of a path. */
function ways(): string[] {
  const hosts = [
    'evil.example',
    'evil.example/compte',
    'sillage.example@evil.example',
    'evil.example#sillage.example',
    'evil.example?sillage.example',
    '[::1]',
    '2130706433',
  ]
  const starts = [
    '//',
    '///',
    '////',
    '/\\',
    '\\\\',
    '\\/',
    '/\t/',
    '/\n/',
    '/\r/',
    '/ /',
    '/%2f',
    '/%5c',
    'https://',
    'https:',
    'HTTPS://',
    'http:\\\\',
    '//\u200b',
    '/\u0000/',
    '/.//',
    '/..//',
    '/;//',
    ' //',
    '\u00a0//',
    '//\uff0f',
  ]
  const others = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '/\u2028/evil.example',
    '.',
    '..',
    '',
    '/',
    '?',
    '#',
    'compte',
    '@evil.example',
    ':80',
    `/${'a'.repeat(600)}`,
  ]
  return [...starts.flatMap(start => hosts.map(host => `${start}${host}`)), ...others]
}
