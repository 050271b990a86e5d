import { eq } from 'drizzle-orm'
import {
  type AnyIdentityCommand,
  executeAccount,
  executePublic,
  type IdentityAnswer,
  isAccountCommand,
  type Visitor,
} from '#app/access/identity-command.server.ts'
import { currentSignIn, foundSignIn } from '#app/features/sign-in/current-sign-in.server.ts'
import { hashPassword } from '#app/features/sign-in/password-hash.server.ts'
import { signInWithPassword } from '#app/features/sign-in/sign-in-with-password.command.server.ts'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { credentials, users } from '#db/schema/users.ts'

export const password = 'une phrase de test assez longue'

let addresses = 0
/** An address from which nobody has come before (TEST-NET-2, then the private range). */
export const newAddress = () => `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses++ & 255}`

/** Somebody with an account, or without one, and her browser: its address and its cookie. */
export class Person {
  cookie = ''
  constructor(
    readonly userId: string,
    readonly email: string,
    public address: string,
  ) {}

  get visitor(): Visitor {
    const headers = new Headers({ cookie: this.cookie, 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0' })
    return { address: this.address, headers, locale: 'fr' }
  }

  /** Runs a command as she would send its form, and keeps the cookies of the answer, as her browser would. */
  async run(
    command: AnyIdentityCommand,
    input: Record<string, unknown>,
    clock: Clock = systemClock,
  ): Promise<IdentityAnswer<unknown>> {
    const answer = await this.#execute(command, input, clock)
    for (const line of answer.cookies) if (/^(__Host-)?sillage=/.test(line)) this.cookie = line.split(';')[0] ?? ''
    return answer
  }

  async #execute(command: AnyIdentityCommand, input: Record<string, unknown>, clock: Clock) {
    if (!isAccountCommand(command)) return executePublic(command, this.visitor, input, { clock })
    const holder = await foundSignIn({ request: this.request }, clock)
    if (!holder) throw new Error('nobody is signed in')
    return executeAccount(command, this.visitor, holder, input, { clock })
  }

  get request(): Request {
    return new Request('http://localhost:3000/compte', { headers: { cookie: this.cookie } })
  }

  signIn(typed = password): Promise<IdentityAnswer<unknown>> {
    return this.run(signInWithPassword, { email: this.email, password: typed })
  }

  current = (clock: Clock = systemClock) => currentSignIn({ request: this.request }, clock)

  /** The same person at another browser, from another address unless told. */
  elsewhere = (address = newAddress()) => new Person(this.userId, this.email, address)
}

const hashed = new Map<string, Promise<string>>()

/** A new person with a password, or without one. */
export async function newPerson({
  secret = password,
  name = 'Anne Test',
}: {
  secret?: string | null
  name?: string
} = {}) {
  const userId = newId()
  const email = `${userId}@test.example`
  await database('identity').insert(users).values({ id: userId, name, email, emailVerified: true })
  if (secret !== null) {
    if (!hashed.has(secret)) hashed.set(secret, hashPassword(secret))
    await database('identity')
      .insert(credentials)
      .values({ id: newId(), accountId: userId, providerId: 'credential', userId, password: await hashed.get(secret) })
  }
  return new Person(userId, email, newAddress())
}

export const nobody = () => new Person('', `${newId()}@nobody.example`, newAddress())

export async function deactivate(person: Person): Promise<void> {
  await database('identity').update(users).set({ deactivatedAt: systemClock() }).where(eq(users.id, person.userId))
}

/** What is left to do once the answer has left: mails. */
export async function finish(answer: IdentityAnswer<unknown>): Promise<void> {
  for (const work of answer.afterwards) await work()
}
