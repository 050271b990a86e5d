import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { confirmSecondFactor } from '#app/features/account/confirm-second-factor.command.server.ts'
import { proposeSecondFactor } from '#app/features/account/propose-second-factor.command.server.ts'
import { removeSecondFactor } from '#app/features/account/remove-second-factor.command.server.ts'
import { renewRecoveryCodes } from '#app/features/account/renew-recovery-codes.command.server.ts'
import { foundSignIn } from '#app/features/sign-in/current-sign-in.server.ts'
import { makeCode } from '#app/features/sign-in/proofs.server.ts'
import { proveSecondFactor } from '#app/features/sign-in/prove-second-factor.command.server.ts'
import { signInWithCode } from '#app/features/sign-in/sign-in-with-code.command.server.ts'
import { newTotpKey, totpAddress, totpCode, totpStep, unsealKey } from '#app/features/sign-in/totp.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { database } from '#db/client.ts'
import { twoFactors } from '#db/schema/users.ts'
import { test } from '../../harness/operator.ts'
import { newPerson, type Person, password } from '../../harness/person.ts'

/** All codes are of the same moment: a test that begins at the end of a step must not end in the next one. */
const now = systemClock()
const clock = () => now

const rowOf = async (person: Person) =>
  (await database('identity').select().from(twoFactors).where(eq(twoFactors.userId, person.userId)))[0]
const keyOf = async (person: Person) => unsealKey((await rowOf(person))?.secret ?? '')

/** A person whose second factor was confirmed an hour ago, as the codes see it; her recovery codes. */
async function enrolled(): Promise<{ person: Person; key: string; recoveryCodes: string[] }> {
  const person = await newPerson()
  await person.signIn()
  expect((await person.run(proposeSecondFactor, { currentPassword: password })).outcome.kind).toBe('done')
  const key = await keyOf(person)
  const { outcome } = await person.run(confirmSecondFactor, { code: totpCode(key, totpStep(now)) }, clock)
  await database('identity')
    .update(twoFactors)
    .set({ lastUsedStep: totpStep(now) - 120 })
    .where(eq(twoFactors.userId, person.userId))
  return { person, key, recoveryCodes: codesOf(outcome) }
}

function codesOf(outcome: object): string[] {
  const value: unknown = 'value' in outcome ? outcome.value : null
  const codes = typeof value === 'object' && value !== null && 'recoveryCodes' in value ? value.recoveryCodes : []
  return Array.isArray(codes) ? codes.map(String) : []
}

/** Somewhere else, after her password and before her second factor. */
async function halfOpen(person: Person): Promise<Person> {
  const other = person.elsewhere()
  expect((await other.signIn()).outcome).toMatchObject({ kind: 'done', value: { needsSecondFactor: true } })
  return other
}

const prove = async (person: Person, code: string) =>
  (await person.run(proveSecondFactor, { code }, clock)).outcome.kind

describe('time-based codes', () => {
  test('are those of RFC 6238', () => {
    // Appendix B, SHA-1, the ASCII key 12345678901234567890; six digits are the last six of its eight.
    const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    const vectors = {
      59: '287082',
      1111111109: '081804',
      1234567890: '005924',
      2000000000: '279037',
      20000000000: '353130',
    }
    for (const [seconds, code] of Object.entries(vectors))
      expect(totpCode(key, Math.floor(Number(seconds) / 30)), seconds).toBe(code)
  })

  test('come from a key of 160 bits, told to the application by its address', () => {
    expect(newTotpKey()).toMatch(/^[A-Z2-7]{32}$/)
    expect(newTotpKey()).not.toBe(newTotpKey())
    expect(new URL(totpAddress('ABC', 'a.b@c.example')).searchParams.get('secret')).toBe('ABC')
  })
})

describe('AUT-03 and AUT-04 the second factor', () => {
  test('makes a sign-in by password, or by code, worth nothing until it is given', async () => {
    const { person, key } = await enrolled()
    const byPassword = await halfOpen(person)
    expect(await byPassword.current()).toBeNull()
    const byCode = person.elsewhere()
    const { outcome } = await byCode.run(signInWithCode, { email: person.email, code: await makeCode(person.email) })
    expect(outcome).toMatchObject({ kind: 'done', value: { needsSecondFactor: true } })
    expect(await byCode.current()).toBeNull()
    const half = byPassword.cookie
    expect(await prove(byPassword, totpCode(key, totpStep(now)))).toBe('done')
    expect(await byPassword.current()).toMatchObject({ secondFactor: true })
    // Rotated: the half-open one is over, and could not be completed any more.
    expect(byPassword.cookie).not.toBe(half)
    byCode.cookie = half
    expect(await foundSignIn({ request: byCode.request }, clock)).toBeNull()
  })

  test('serves for nothing before it was confirmed', async () => {
    const person = await newPerson()
    await person.signIn()
    await person.run(proposeSecondFactor, { currentPassword: password })
    expect(await prove(person, totpCode(await keyOf(person), totpStep(now)))).toBe('failed')
    expect(await person.current()).toMatchObject({ secondFactor: false })
  })

  test('refuses the same code a hundred times out of a hundred', async () => {
    const { person, key } = await enrolled()
    const code = totpCode(key, totpStep(now))
    expect(await prove(await halfOpen(person), code)).toBe('done')
    let refused = 0
    for (let i = 0; i < 100; i++) {
      // Ten tries per quarter of an hour would stop at the eleventh: here what counts is the code.
      await database('identity').execute('delete from attempt_counters')
      if ((await prove(await halfOpen(person), code)) === 'failed') refused++
    }
    expect(refused).toBe(100)
  }, 60_000)

  test('takes the code of the step before and of the one after, never one older than the last', async () => {
    const { person, key } = await enrolled()
    const step = totpStep(now)
    expect(await prove(await halfOpen(person), totpCode(key, step - 2))).toBe('failed')
    expect(await prove(await halfOpen(person), totpCode(key, step - 1))).toBe('done')
    expect(await prove(await halfOpen(person), totpCode(key, step - 1))).toBe('failed')
    expect(await prove(await halfOpen(person), totpCode(key, step + 1))).toBe('done')
    expect(await prove(await halfOpen(person), totpCode(key, step))).toBe('failed')
  })

  test('given twice together opens one sign-in', async () => {
    for (let round = 0; round < 5; round++) {
      const { person, key } = await enrolled()
      const code = totpCode(key, totpStep(now))
      const browsers = await Promise.all([halfOpen(person), halfOpen(person), halfOpen(person)])
      const kinds = await Promise.all(browsers.map(browser => prove(browser, code)))
      expect(kinds.sort()).toEqual(['done', 'failed', 'failed'])
    }
  })

  test('is replaced once by each recovery code, also when it is sent twice together', async () => {
    const { person, recoveryCodes } = await enrolled()
    expect(new Set(recoveryCodes).size).toBe(10)
    const [first = '', second = ''] = recoveryCodes
    expect(await prove(await halfOpen(person), first.toUpperCase().replace('-', ' '))).toBe('done')
    expect(await prove(await halfOpen(person), first)).toBe('failed')
    const browsers = await Promise.all([halfOpen(person), halfOpen(person)])
    expect((await Promise.all(browsers.map(browser => prove(browser, second)))).sort()).toEqual(['done', 'failed'])
    expect((await rowOf(person))?.backupCodes.split('\n')).toHaveLength(8)
  })

  test('keeps neither its key nor its recovery codes in clear', async () => {
    const { person, key, recoveryCodes } = await enrolled()
    const row = JSON.stringify(await rowOf(person))
    for (const secret of [key, ...recoveryCodes, ...recoveryCodes.map(code => code.replace('-', ''))])
      expect(row).not.toContain(secret)
  })

  test('may be tried ten times in a quarter of an hour', async () => {
    const { person, key } = await enrolled()
    const other = await halfOpen(person)
    for (let i = 0; i < 10; i++) expect(await prove(other, '000000')).toBe('failed')
    const { outcome } = await other.run(proveSecondFactor, { code: totpCode(key, totpStep(now)) }, clock)
    expect(outcome).toMatchObject({ failure: { tag: 'too-many-attempts' } })
  })

  test('is asked with the password, confirmed by a code, and ends the sign-ins that proved less', async () => {
    const person = await newPerson()
    await person.signIn()
    const other = person.elsewhere()
    await other.signIn()
    expect((await person.run(proposeSecondFactor, { currentPassword: 'une autre' })).outcome).toMatchObject({
      failure: { tag: 'wrong-password' },
    })
    await person.run(proposeSecondFactor, { currentPassword: password })
    // Proposed only: nothing is asked yet.
    expect((await person.elsewhere().signIn()).outcome).toMatchObject({ value: { needsSecondFactor: false } })
    expect((await person.run(confirmSecondFactor, { code: '123456' })).outcome.kind).toBe('failed')
    const code = totpCode(await keyOf(person), totpStep(now))
    expect((await person.run(confirmSecondFactor, { code }, clock)).outcome.kind).toBe('done')
    expect(await person.current()).toMatchObject({ secondFactor: true })
    expect(await other.current()).toBeNull()
    // The code that confirmed it does not open a sign-in afterwards.
    expect(await prove(await halfOpen(person), code)).toBe('failed')
    expect((await person.run(proposeSecondFactor, { currentPassword: password })).outcome).toMatchObject({
      failure: { tag: 'second-factor-on' },
    })
  })

  test('can be taken off, and its recovery codes renewed, with the password only', async () => {
    const { person, recoveryCodes } = await enrolled()
    for (const command of [renewRecoveryCodes, removeSecondFactor])
      expect((await person.run(command, {})).outcome).toMatchObject({ failure: { tag: 'wrong-password' } })
    const renewed = codesOf((await person.run(renewRecoveryCodes, { currentPassword: password })).outcome)
    expect(renewed).toHaveLength(10)
    expect(await prove(await halfOpen(person), recoveryCodes[0] ?? '')).toBe('failed')
    expect(await prove(await halfOpen(person), renewed[0] ?? '')).toBe('done')
    expect((await person.run(removeSecondFactor, { currentPassword: password })).outcome.kind).toBe('done')
    expect(await person.current()).toMatchObject({ secondFactor: false, hasSecondFactor: false })
    expect((await person.elsewhere().signIn()).outcome).toMatchObject({ value: { needsSecondFactor: false } })
  })
})
