import { describe, expect } from 'vitest'
import { addressRange } from '#app/access/attempts.server.ts'
import { signInWithPassword } from '#app/features/sign-in/sign-in-with-password.command.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { test } from '../../harness/operator.ts'
import { newAddress, newPerson, nobody, type Person, password } from '../../harness/person.ts'

const tagOf = async (person: Person, typed: string) => {
  const { outcome } = await person.signIn(typed)
  return outcome.kind === 'failed' ? outcome.failure.tag : outcome.kind
}
const count = (tags: string[], tag: string) => tags.filter(found => found === tag).length
const wrong = 'pas la bonne phrase'

describe('AUT-02 tries', () => {
  test('stop at ten in a quarter of an hour for an account from one address, the right password too', async () => {
    const person = await newPerson()
    const tags: string[] = []
    for (let i = 0; i < 14; i++) tags.push(await tagOf(person, wrong))
    expect(tags).toEqual([...Array(10).fill('wrong-credentials'), ...Array(4).fill('too-many-attempts')])
    const { outcome } = await person.signIn()
    expect(outcome).toEqual({ kind: 'failed', failure: { tag: 'too-many-attempts', params: { minutes: 15 } } })
    const later = () => new Date(systemClock().getTime() + 15 * 60_000 + 1000)
    expect(
      (await person.run(signInWithPassword, { email: person.email, password: wrong }, later)).outcome,
    ).toMatchObject({ failure: { tag: 'wrong-credentials' } })
  })

  test('sent fifty at a time are counted one by one', async () => {
    const person = await newPerson()
    const tags = await Promise.all(Array.from({ length: 50 }, () => tagOf(person, wrong)))
    expect(count(tags, 'wrong-credentials')).toBe(10)
    expect(count(tags, 'too-many-attempts')).toBe(40)
  })

  test('from one address do not lock her out of another', async () => {
    const person = await newPerson()
    const attacker = person.elsewhere()
    for (let i = 0; i < 12; i++) await tagOf(attacker, wrong)
    expect(await tagOf(attacker, wrong)).toBe('too-many-attempts')
    expect(await tagOf(person, password)).toBe('done')
  })

  test('from many addresses stop at twenty for the account, save from those where she has signed in', async () => {
    const person = await newPerson()
    expect((await person.signIn()).outcome.kind).toBe('done')
    const tags: string[] = []
    for (let i = 0; i < 30; i++) tags.push(await tagOf(person.elsewhere(), wrong))
    expect(count(tags, 'wrong-credentials')).toBe(20)
    expect((await person.signIn()).outcome.kind).toBe('done')
  })

  test('at many accounts from one address stop at fifty', async () => {
    const address = newAddress()
    const tags: string[] = []
    for (let i = 0; i < 55; i++) {
      const visitor = nobody()
      visitor.address = address
      tags.push(await tagOf(visitor, wrong))
    }
    expect(count(tags, 'wrong-credentials')).toBe(50)
  })

  test('that succeed are not counted', async () => {
    const person = await newPerson()
    for (let i = 0; i < 14; i++) expect((await person.signIn()).outcome.kind).toBe('done')
  })
})

describe('what an address stands for', () => {
  test('is itself, or its /64 in IPv6, however it is written', () => {
    expect(addressRange('192.0.2.7')).toBe('192.0.2.7')
    expect(addressRange('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(addressRange('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(addressRange('2001:0DB8:0001:0002::9')).toBe('2001:db8:1:2::/64')
    expect(addressRange('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(addressRange('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(addressRange('::1')).toBe('0:0:0:0::/64')
  })
})
