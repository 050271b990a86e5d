import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { provideEnvironment } from '#app/env.server.ts'
import { changePassword } from '#app/features/account/change-password.command.server.ts'
import { endAllSignIns } from '#app/features/account/end-all-sign-ins.command.server.ts'
import { endSignIn } from '#app/features/account/end-sign-in.command.server.ts'
import { signOut } from '#app/features/sign-in/sign-out.command.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { database } from '#db/client.ts'
import { signIns } from '#db/schema/users.ts'
import { withClient } from '../../harness/connection.ts'
import { test } from '../../harness/operator.ts'
import { deactivate, newPerson, type Person, password } from '../../harness/person.ts'

const hour = 3_600_000
const after = (ms: number) => () => new Date(systemClock().getTime() + ms)
const rowsOf = (person: Person) => database('identity').select().from(signIns).where(eq(signIns.userId, person.userId))
const tokenOf = (cookie: string) => decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''

describe('AUT-08 a sign-in', () => {
  test('is a cookie that scripts do not read and other sites do not send', async () => {
    const person = await newPerson()
    const { cookies } = await person.signIn()
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^sillage=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    // 62 letters and figures, 32 of them: 190 bits.
    expect(tokenOf(person.cookie)).toMatch(/^[A-Za-z0-9]{32}$/)
  })

  test('is kept as a hash: a copy of the database opens nothing', async ({ databaseUrl }) => {
    const person = await newPerson()
    await person.signIn()
    const dump = await withClient(databaseUrl, async client => {
      const tables = ['users', 'sign_ins', 'credentials', 'verifications', 'two_factors', 'attempt_counters']
      const rows: unknown[] = []
      for (const table of tables) rows.push((await client.query(`select * from ${table}`)).rows)
      return JSON.stringify(rows)
    })
    expect(dump).not.toContain(tokenOf(person.cookie))
    const [row] = await rowsOf(person)
    const thief = person.elsewhere()
    for (const stolen of [row?.token, row?.id]) {
      thief.cookie = `sillage=${stolen}`
      expect(await thief.current()).toBeNull()
    }
  })

  test('is another one each time one signs in, and the former one of the browser ends', async () => {
    const person = await newPerson()
    await person.signIn()
    const former = person.elsewhere()
    former.cookie = person.cookie
    await person.signIn()
    expect(person.cookie).not.toBe(former.cookie)
    expect(await former.current()).toBeNull()
    expect(await person.current()).toMatchObject({ userId: person.userId, secondFactor: false })
    // Elsewhere she stays signed in.
    const phone = person.elsewhere()
    await phone.signIn()
    expect(await person.current()).not.toBeNull()
  })

  test('ends after eight hours without use', async () => {
    const person = await newPerson()
    await person.signIn()
    expect(await person.current(after(8 * hour + 1000))).toBeNull()
    // Used meanwhile, it goes on.
    expect(await person.current(after(5 * hour))).not.toBeNull()
    expect(await person.current(after(10 * hour))).not.toBeNull()
  })

  test('ends after twelve hours in any case', async () => {
    const person = await newPerson()
    await person.signIn()
    for (const at of [4, 8, 11.9]) expect(await person.current(after(at * hour)), `${at} h`).not.toBeNull()
    expect(await person.current(after(12 * hour + 1000))).toBeNull()
  })

  test('has a __Host- cookie that is Secure over https', async () => {
    const { endedCookie, signInCookie } = await import('#app/features/sign-in/identity.server.ts')
    provideEnvironment({ PUBLIC_URL: 'https://sillage.example' })
    expect(signInCookie()).toBe('__Host-sillage')
    expect(endedCookie()).toBe('__Host-sillage=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax')
    provideEnvironment({ PUBLIC_URL: 'http://localhost:3000' })
  })

  test('of a made-up cookie is nobody’s', async () => {
    const person = await newPerson()
    for (const cookie of [
      '',
      'sillage=',
      'sillage=x.y',
      `sillage=${'a'.repeat(5000)}`,
      "sillage=' or 1=1 --",
      'sillage=%00',
    ])
      expect(await Object.assign(person.elsewhere(), { cookie }).current(), cookie.slice(0, 30)).toBeNull()
  })
})

describe('AUT-09 a sign-in is over at the next request', () => {
  const cases: Record<string, (person: Person, other: Person) => Promise<unknown>> = {
    'when the account is deactivated': person => deactivate(person),
    'when she signs out': (_person, other) => other.run(signOut, {}),
    'when she ends it from elsewhere': async (person, other) =>
      person.run(endSignIn, { signInId: (await other.current())?.signInId }),
    'when she ends them all': person => person.run(endAllSignIns, {}),
    'when she changes her password elsewhere': person =>
      person.run(changePassword, { currentPassword: password, password: 'une tout autre phrase secrète' }),
  }
  for (const [when, revoke] of Object.entries(cases))
    test(when, async () => {
      const person = await newPerson()
      const other = person.elsewhere()
      await person.signIn()
      await other.signIn()
      // What a thief took while it was worth something: her own browser also forgets its cookie.
      const stolen = Object.assign(other.elsewhere(), { cookie: other.cookie })
      expect(await stolen.current()).not.toBeNull()
      const revoked = performance.now()
      await revoke(person, other)
      expect(await other.current()).toBeNull()
      expect(await stolen.current()).toBeNull()
      expect(performance.now() - revoked).toBeLessThan(1000)
    })

  test('and somebody else’s sign-in cannot be ended', async () => {
    const [mine, hers] = [await newPerson(), await newPerson()]
    await mine.signIn()
    await hers.signIn()
    await mine.run(endSignIn, { signInId: (await hers.current())?.signInId })
    expect(await hers.current()).not.toBeNull()
  })

  test('while her own goes on, under another cookie, when she changes her password', async () => {
    const person = await newPerson()
    await person.signIn()
    const before = person.cookie
    const { outcome } = await person.run(changePassword, {
      currentPassword: password,
      password: 'une tout autre phrase',
    })
    expect(outcome.kind).toBe('done')
    expect(person.cookie).not.toBe(before)
    expect(await person.current()).not.toBeNull()
    expect((await person.elsewhere().signIn()).outcome.kind).toBe('failed')
    expect((await person.elsewhere().signIn('une tout autre phrase')).outcome.kind).toBe('done')
  })
})
