import { describe, expect, it } from 'vitest'
import { isIdentityCommand } from '#app/access/identity-command.server.ts'
import { readAccount } from '#app/access/identity-query.server.ts'
import { foundSignIn } from '#app/features/sign-in/current-sign-in.server.ts'
import { withClient } from '../harness/connection.ts'
import { test } from '../harness/operator.ts'
import { newPerson, type Person } from '../harness/person.ts'
import { accountSamples } from '../harness/samples/account.ts'
import { accountUseCases } from '../harness/use-cases.ts'

/** Every row that is about a person, whatever the table. */
function rowsAbout(databaseUrl: string, { userId, email }: Person): Promise<Record<string, string>> {
  return withClient(databaseUrl, async client => {
    const tables = ['users', 'sign_ins', 'credentials', 'verifications', 'two_factors', 'passkeys']
    const found: Record<string, string> = {}
    for (const table of tables) {
      const { rows } = await client.query(
        `select t::text as row from ${table} t where t::text like $1 or t::text like $2 order by 1`,
        [`%${userId}%`, `%${email}%`],
      )
      found[table] = rows.map(({ row }) => row).join('\n')
    }
    return found
  })
}

/** Fields that a browser never sends, laid over a right input. */
const hostile: readonly Record<string, unknown>[] = [
  { userId: '01890a5d-ac96-774b-bcce-b302099a8057' },
  { email: 'a@b.example\r\nBcc: c@d.example' },
  { password: 'x'.repeat(1_000_000) },
  { password: 'nul \u0000 dedans, et assez long' },
  { currentPassword: '\ud800 seul, et assez long pour passer' },
  { code: ['123456', '654321'] },
  { locale: '../../etc' },
  { signInId: "1' or '1'='1" },
  { __proto__: { isAdmin: true }, holder: { userId: 'x' } },
]

describe('every use case of the account', () => {
  it('has a sample, and each sample its use case', () => {
    expect(Object.keys(accountSamples).sort()).toEqual(accountUseCases.map(({ useCase }) => useCase.name).sort())
  })

  for (const { useCase } of accountUseCases) {
    const sample = accountSamples[useCase.name]
    if (!sample) continue
    const run = async (person: Person, input: Record<string, unknown>) => {
      if (isIdentityCommand(useCase)) return (await person.run(useCase, input)).outcome
      const holder = await foundSignIn({ request: person.request })
      return holder ? readAccount(useCase, holder, input) : null
    }

    test(`${useCase.name} touches nobody else`, async ({ databaseUrl }) => {
      const [person, other] = [await newPerson(), await newPerson()]
      await person.signIn()
      await other.signIn()
      const before = await rowsAbout(databaseUrl, other)
      const outcome = await run(person, sample.input(person))
      expect(['done', 'failed'], JSON.stringify(outcome)).toContain(outcome?.kind)
      expect(await rowsAbout(databaseUrl, other)).toEqual(before)
      expect((await person.current()) === null).toBe(sample.signedOutAfter === true)
    })

    test(`${useCase.name} refuses what no browser sends`, async ({ databaseUrl }) => {
      const [person, other] = [await newPerson(), await newPerson()]
      await other.signIn()
      const before = await rowsAbout(databaseUrl, other)
      for (const fields of hostile) {
        await person.signIn()
        const outcome = await run(person, { ...sample.input(person), ...fields })
        expect(['invalid', 'failed'], `${Object.keys(fields)}: ${JSON.stringify(outcome)}`).toContain(outcome?.kind)
      }
      expect(await rowsAbout(databaseUrl, other)).toEqual(before)
    })
  }
})
