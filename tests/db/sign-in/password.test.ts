import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { requestPasswordLink } from '#app/features/sign-in/request-password-link.command.server.ts'
import { setPassword } from '#app/features/sign-in/set-password.command.server.ts'
import { signInWithPassword } from '#app/features/sign-in/sign-in-with-password.command.server.ts'
import { database } from '#db/client.ts'
import { credentials } from '#db/schema/users.ts'
import { test } from '../../harness/operator.ts'
import { deactivate, newPerson, nobody, password } from '../../harness/person.ts'

const hashOf = async (userId: string) =>
  (await database('identity').select().from(credentials).where(eq(credentials.userId, userId)))[0]?.password ?? ''

/** `correct`, hashed as the product did not: less memory. */
const cheapHash = '$argon2id$v=19$m=8192,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$'

describe('AUT-01 passwords', () => {
  test('are kept as Argon2id, each with its salt, at OWASP’s cost or more', async () => {
    const people = await Promise.all([
      newPerson({ secret: 'première phrase secrète' }),
      newPerson({ secret: 'seconde phrase secrète' }),
    ])
    const hashes = await Promise.all(people.map(person => hashOf(person.userId)))
    for (const hash of hashes) {
      const [, memory, time, parallelism] = hash.match(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/) ?? []
      expect(Number(memory)).toBeGreaterThanOrEqual(19_456)
      expect(Number(time)).toBeGreaterThanOrEqual(2)
      expect(parallelism).toBe('1')
    }
    expect(new Set(hashes.map(hash => hash.split('$')[4])).size).toBe(2)
  })

  test('are hashed again at sign-in when the cost was raised since', async () => {
    const { hash } = await import('@node-rs/argon2')
    const person = await newPerson({ secret: null })
    const cheap = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    expect(cheap.startsWith(cheapHash.slice(0, 25))).toBe(true)
    await database('identity').insert(credentials).values({
      id: person.userId,
      accountId: person.userId,
      providerId: 'credential',
      userId: person.userId,
      password: cheap,
    })
    expect((await person.signIn()).outcome.kind).toBe('done')
    expect(await hashOf(person.userId)).toMatch(/m=19456,t=2/)
    expect((await person.elsewhere().signIn()).outcome.kind).toBe('done')
  })

  test('asked for fifty times together do not hold the others up', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, () => newPerson()))
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const outcomes = await Promise.all(people.map(person => person.signIn()))
    delay.disable()
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(Array(50).fill('done'))
    expect(delay.percentile(99) / 1e6).toBeLessThan(100)
  })

  test('need fifteen characters and no rule of composition; the most common ones are refused', async () => {
    const refused = async (typed: string) => {
      const person = await newPerson()
      const token = 'a'.repeat(43)
      const { outcome } = await person.run(setPassword, { token, password: typed })
      return outcome.kind === 'invalid' ? Object.values(outcome.fields).flat()[0] : outcome.kind
    }
    expect(await refused('quatorze signes'.slice(0, 14))).toBe('input.too-short|min=15')
    expect(await refused('x'.repeat(129))).toBe('input.too-long|max=128')
    // Long enough: the link is what is wrong.
    expect(await refused('que des lettres minuscules')).toBe('failed')
  })
})

describe('AUT-06 an account that is not there', () => {
  test('answers like one that is, and like one that is deactivated', async () => {
    const [known, absent, gone, bare] = [
      await newPerson(),
      nobody(),
      await newPerson(),
      await newPerson({ secret: null }),
    ]
    await deactivate(gone)
    const answers = [
      await known.run(signInWithPassword, { email: known.email, password: 'pas la bonne phrase' }),
      await absent.run(signInWithPassword, { email: absent.email, password }),
      await gone.run(signInWithPassword, { email: gone.email, password }),
      await bare.run(signInWithPassword, { email: bare.email, password }),
    ]
    const said = answers.map(({ outcome, cookies, afterwards }) => JSON.stringify({ outcome, cookies, afterwards }))
    expect(new Set(said)).toEqual(new Set([said[0]]))
    expect(answers[0]?.outcome).toEqual({ kind: 'failed', failure: { tag: 'wrong-credentials' } })
    for (const person of [known, absent, gone, bare]) expect(await person.current()).toBeNull()
  })

  test('takes as long to refuse: the gap of the medians is under 20 ms', async () => {
    const gone = await newPerson()
    await deactivate(gone)
    const timed = async (email: string, typed: string) => {
      const visitor = nobody()
      const start = performance.now()
      await visitor.run(signInWithPassword, { email, password: typed })
      return performance.now() - start
    }
    // One after the other, and compared two by two, so that what else the machine does falls on all of them.
    const gaps: Record<'absent' | 'gone', number[]> = { absent: [], gone: [] }
    for (let round = 0; round < 21; round++) {
      const known = await timed((await newPerson()).email, 'pas la bonne phrase')
      gaps.absent.push(known - (await timed(nobody().email, password)))
      await database('identity').execute('delete from attempt_counters')
      gaps.gone.push(known - (await timed(gone.email, password)))
    }
    for (const [who, values] of Object.entries(gaps)) expect(Math.abs(median(values)), who).toBeLessThan(20)
  })

  test('asks for a link like one that is', async () => {
    const [known, absent] = [await newPerson(), nobody()]
    const answers = [
      await known.run(requestPasswordLink, { email: known.email }),
      await absent.run(requestPasswordLink, { email: absent.email }),
    ]
    expect(answers.map(({ outcome, cookies, afterwards }) => [outcome.kind, cookies, afterwards.length])).toEqual([
      ['done', [], 1],
      ['done', [], 1],
    ])
  })
})

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
