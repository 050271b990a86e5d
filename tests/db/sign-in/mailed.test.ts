import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { provideEnvironment } from '#app/env.server.ts'
import { openPasswordLink } from '#app/features/sign-in/open-password-link.server.ts'
import { makeCode } from '#app/features/sign-in/proofs.server.ts'
import { requestCode } from '#app/features/sign-in/request-code.command.server.ts'
import { requestPasswordLink } from '#app/features/sign-in/request-password-link.command.server.ts'
import { setPassword } from '#app/features/sign-in/set-password.command.server.ts'
import { signInWithCode } from '#app/features/sign-in/sign-in-with-code.command.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { database } from '#db/client.ts'
import { users, verifications } from '#db/schema/users.ts'
import { fingerprint } from '../../harness/fingerprint.ts'
import { MailServer, type ReceivedMail } from '../../harness/mail-server.ts'
import { test } from '../../harness/operator.ts'
import { deactivate, finish, newAddress, newPerson, nobody, type Person, password } from '../../harness/person.ts'

let mails: MailServer
beforeAll(async () => {
  mails = await MailServer.start()
  provideEnvironment({ SMTP_URL: mails.url })
})
afterAll(() => mails.stop())

const receivedBy = (person: Person) => mails.received.filter(mail => mail.to.includes(person.email))
/** The text part, as a mailbox shows it. */
const textOf = (mail: ReceivedMail | undefined) => (mail?.content ?? '').replace(/=\r\n/g, '').replace(/=3D/g, '=')
const codeIn = (mail: ReceivedMail | undefined) => /\b(\d{4} \d{4})\b/.exec(textOf(mail))?.[1] ?? ''
const tokenIn = (mail: ReceivedMail | undefined) => /\/mot-de-passe\/([\w-]{43})/.exec(textOf(mail))?.[1] ?? ''
const later = (minutes: number) => () => new Date(systemClock().getTime() + minutes * 60_000)

describe('a code by e-mail', () => {
  test('is eight digits to type, signs in once, and is in no link', async () => {
    const person = await newPerson()
    await finish(await person.run(requestCode, { email: person.email }))
    const [mail] = receivedBy(person)
    const code = codeIn(mail)
    expect(code).toMatch(/^\d{4} \d{4}$/)
    // Nothing that a robot which reads mail could open.
    expect(textOf(mail)).not.toMatch(/href|\/connexion|localhost:/)
    expect(mail?.subject).not.toContain(code)
    const other = person.elsewhere()
    expect((await other.run(signInWithCode, { email: person.email, code })).outcome.kind).toBe('done')
    expect(await other.current()).toMatchObject({ userId: person.userId })
    expect((await person.elsewhere().run(signInWithCode, { email: person.email, code })).outcome.kind).toBe('failed')
  })

  test('is kept as a keyed hash, and serves ten minutes', async () => {
    const person = await newPerson()
    const code = await makeCode(person.email)
    const rows = await database('identity').select().from(verifications)
    expect(JSON.stringify(rows)).not.toContain(code)
    const [row] = rows.filter(({ identifier }) => identifier.includes(person.email))
    const left = (row?.expiresAt.getTime() ?? 0) - systemClock().getTime()
    expect(left).toBeGreaterThan(9 * 60_000)
    expect(left).toBeLessThanOrEqual(10 * 60_000)
    await database('identity')
      .update(verifications)
      .set({ expiresAt: later(-1)() })
      .where(eq(verifications.id, row?.id ?? ''))
    expect((await person.run(signInWithCode, { email: person.email, code })).outcome.kind).toBe('failed')
  })

  test('is over after five wrong ones, and of two right ones together one opens', async () => {
    const person = await newPerson()
    const code = await makeCode(person.email)
    const wrong = code === '00000000' ? '00000001' : '00000000'
    for (let i = 0; i < 5; i++)
      expect((await person.run(signInWithCode, { email: person.email, code: wrong })).outcome.kind).toBe('failed')
    expect((await person.run(signInWithCode, { email: person.email, code })).outcome.kind).toBe('failed')
    const again = await makeCode(person.email)
    const kinds = await Promise.all(
      [1, 2, 3].map(
        async () => (await person.elsewhere().run(signInWithCode, { email: person.email, code: again })).outcome.kind,
      ),
    )
    expect(kinds.sort()).toEqual(['done', 'failed', 'failed'])
  })

  test('leaves for nobody who has no account, or one that is deactivated', async () => {
    const [absent, gone] = [nobody(), await newPerson()]
    await deactivate(gone)
    for (const person of [absent, gone])
      for (const command of [requestCode, requestPasswordLink]) {
        const answer = await person.run(command, { email: person.email })
        expect(answer.outcome).toEqual({ kind: 'done', value: { email: person.email } })
        await finish(answer)
      }
    expect([...receivedBy(absent), ...receivedBy(gone)]).toEqual([])
  })

  test('opens nothing for an account that was deactivated since', async () => {
    const person = await newPerson()
    const code = await makeCode(person.email)
    await deactivate(person)
    expect((await person.run(signInWithCode, { email: person.email, code })).outcome.kind).toBe('failed')
    expect(person.cookie).toBe('')
  })
})

describe('AUT-05 a thousand demands', () => {
  test('make three mails an hour leave for one address', async () => {
    const person = await newPerson()
    const answers = []
    for (let i = 0; i < 500; i++) {
      const visitor = Object.assign(nobody(), { address: newAddress() })
      answers.push(await visitor.run(i % 2 ? requestCode : requestPasswordLink, { email: person.email }))
    }
    for (const answer of answers) await finish(answer)
    expect(receivedBy(person)).toHaveLength(3)
    expect(answers.at(-1)?.outcome).toMatchObject({ failure: { tag: 'too-many-mails' } })
  }, 60_000)

  test('make twenty mails an hour leave from one address', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => newPerson({ secret: null })))
    const address = newAddress()
    const before = mails.received.length
    for (let i = 0; i < 500; i++) {
      const person = people[i % 30]
      if (person) await finish(await Object.assign(nobody(), { address }).run(requestCode, { email: person.email }))
    }
    expect(mails.received.length - before).toBe(20)
  }, 60_000)
})

describe('the link of a forgotten password', () => {
  const fresh = 'une nouvelle phrase pour entrer'
  const asked = async (person: Person) => {
    await finish(await person.run(requestPasswordLink, { email: person.email }))
    return tokenIn(receivedBy(person).at(-1))
  }

  test('may be opened as often as one likes: only its form uses it, once', async ({ databaseUrl }) => {
    const person = await newPerson()
    const token = await asked(person)
    expect(token).toHaveLength(43)
    const before = await fingerprint(databaseUrl)
    for (let i = 0; i < 200; i++) expect(await openPasswordLink(token)).toBe(true)
    expect(await fingerprint(databaseUrl)).toEqual(before)
    expect((await person.run(setPassword, { token, password: fresh })).outcome.kind).toBe('done')
    expect(await openPasswordLink(token)).toBe(false)
    expect((await person.run(setPassword, { token, password: `${fresh} encore` })).outcome).toMatchObject({
      failure: { tag: 'link-ended' },
    })
    expect((await person.signIn(fresh)).outcome.kind).toBe('done')
  })

  test('ends every sign-in, and every other link', async () => {
    const person = await newPerson()
    await person.signIn()
    const [first, second] = [await asked(person.elsewhere()), await asked(person.elsewhere())]
    await person.elsewhere().run(setPassword, { token: second, password: fresh })
    expect(await person.current()).toBeNull()
    expect(await openPasswordLink(first)).toBe(false)
  })

  test('is kept as a hash, and ends after an hour', async () => {
    const person = await newPerson()
    const token = await asked(person)
    expect(JSON.stringify(await database('identity').select().from(verifications))).not.toContain(token)
    const { outcome } = await person.run(setPassword, { token, password: fresh }, later(61))
    expect(outcome).toMatchObject({ failure: { tag: 'link-ended' } })
  })

  test('used twice together sets one password', async () => {
    const person = await newPerson()
    const token = await asked(person)
    const kinds = await Promise.all(
      ['première', 'seconde', 'troisième'].map(
        async word =>
          (await person.elsewhere().run(setPassword, { token, password: `la ${word} phrase choisie` })).outcome.kind,
      ),
    )
    expect(kinds.sort()).toEqual(['done', 'failed', 'failed'])
  })

  test('refuses a password that is too common, and hers', async () => {
    const person = await newPerson({ name: 'Philippine Beaumanoir' })
    const token = await asked(person)
    for (const common of [
      'motdepasse123456',
      'M0tdep@sse123456',
      'azertyuiopqsdfgh',
      'abcabcabcabcabc',
      'Philippine Beaumanoir',
      '111111111111111',
    ])
      expect((await person.run(setPassword, { token, password: common })).outcome, common).toMatchObject({
        failure: { tag: 'common-password', field: 'password' },
      })
    // Refused for its words, the link still serves.
    expect((await person.run(setPassword, { token, password: fresh })).outcome.kind).toBe('done')
  })

  test('gives a first password to who had none, and says that the address is hers', async () => {
    const person = await newPerson({ secret: null })
    await database('identity').update(users).set({ emailVerified: false }).where(eq(users.id, person.userId))
    await person.run(setPassword, { token: await asked(person), password: fresh })
    expect((await person.signIn(fresh)).outcome.kind).toBe('done')
    const [row] = await database('identity').select().from(users).where(eq(users.id, person.userId))
    expect(row?.emailVerified).toBe(true)
    expect((await person.elsewhere().signIn(password)).outcome.kind).toBe('failed')
  })
})
