import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { firstBrokenLine } from '#app/access/journal.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { auditLines } from '#db/schema/journal.ts'
import { withClient } from '../../harness/connection.ts'
import { type TestOperator, test } from '../../harness/operator.ts'
import { anOrganisation, rename, traces } from '../../harness/renaming.ts'

/** So many lines, each of a renaming. */
async function writeLines(operator: TestOperator, count: number): Promise<void> {
  const practitioner = await operator.practitioner()
  const organisationId = await anOrganisation(operator)
  for (let version = 1; version <= count; version++)
    await practitioner.must(rename, { organisationId, name: `Nom ${version}`, version })
}

/** As the database's own superuser, with the triggers out of the way: what an insider could do. */
const tamper = (url: string, operator: TestOperator, statements: readonly string[]) =>
  withClient(url, async client => {
    await client.query('set session_replication_role = replica')
    for (const statement of statements) await client.query(statement, [operator.id])
  })

const linesOf = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx.select().from(auditLines).where(eq(auditLines.operatorId, operator.id)).orderBy(auditLines.seq),
  )

describe('the audit chain', () => {
  test.for([
    ['the command', `update audit_lines set command = 'other' where operator_id = $1 and seq = 2`, 2],
    ['who did it', `update audit_lines set actor_hash = md5('x') where operator_id = $1 and seq = 2`, 2],
    ['on what', `update audit_lines set subject_hash = md5('x') where operator_id = $1 and seq = 2`, 2],
    ['with what', `update audit_lines set content_hash = md5('x') where operator_id = $1 and seq = 2`, 2],
    ['when', `update audit_lines set at = at + interval '1 second' where operator_id = $1 and seq = 2`, 2],
    ['what it follows', `update audit_lines set previous_hash = md5('x') where operator_id = $1 and seq = 2`, 2],
    ['its own hash', `update audit_lines set hash = md5('x') where operator_id = $1 and seq = 2`, 2],
    ['that it is there', 'delete from audit_lines where operator_id = $1 and seq = 2', 3],
    ['that it was the first', 'delete from audit_lines where operator_id = $1 and seq = 1', 2],
    ['its place', 'update audit_lines set seq = 9 where operator_id = $1 and seq = 2', 3],
  ] as const)(
    'shows the line of which somebody changed %s',
    async ([_what, statement, broken], { operator, databaseUrl }) => {
      await writeLines(operator, 3)
      expect(await operator.inside(firstBrokenLine)).toBeNull()
      await tamper(databaseUrl, operator, [statement])
      expect(await operator.inside(firstBrokenLine)).toBe(broken)
    },
  )

  test.for([
    ['as it was', []],
    [
      'made to fit',
      [
        `update audit_lines l set previous_hash = p.hash from audit_lines p
         where l.operator_id = $1 and l.seq = 3 and p.operator_id = $1 and p.seq = 2`,
      ],
    ],
  ] as const)(
    'shows what follows a line that the product was made to write in the place of another, %s',
    async ([_how, fitting], { operator, databaseUrl }) => {
      const aside = newId()
      await writeLines(operator, 3)
      await tamper(databaseUrl, operator, [
        `update audit_lines set operator_id = '${aside}' where operator_id = $1 and seq = 3`,
        'delete from audit_lines where operator_id = $1 and seq >= 2',
      ])
      await writeLines(operator, 1)
      await tamper(databaseUrl, operator, [
        `update audit_lines set operator_id = $1 where operator_id = '${aside}'`,
        ...fitting,
      ])
      expect(await operator.inside(firstBrokenLine)).toBe(3)
    },
  )

  test('keeps hashes that say who, on what and with what to nobody, and not the same at another operator', async ({
    operator,
    foreign,
  }) => {
    const [one, other] = [await operator.practitioner(), await operator.practitioner()]
    const [first, second] = [await anOrganisation(operator), await anOrganisation(operator)]
    await one.must(rename, { organisationId: first, name: 'Confidentiel', version: 1 })
    await other.must(rename, { organisationId: second, name: 'Confidentiel', version: 1 })
    await one.must(rename, { organisationId: first, name: 'Public', version: 2 })
    const [a, b, c] = await linesOf(operator)
    expect(a?.actorHash).toBe(c?.actorHash)
    expect(a?.actorHash).not.toBe(b?.actorHash)
    expect(a?.subjectHash).toBe(c?.subjectHash)
    expect(a?.subjectHash).not.toBe(b?.subjectHash)
    expect(new Set([a, b, c].map(line => line?.contentHash)).size).toBe(3)
    expect(JSON.stringify([a, b, c])).not.toMatch(/Confidentiel|Public/)
    await (await foreign.grant(one.userId, 'practitioner')).must(rename, {
      organisationId: await anOrganisation(foreign),
      name: 'Confidentiel',
      version: 1,
    })
    expect((await linesOf(foreign))[0]?.actorHash).not.toBe(a?.actorHash)
  })

  test('cannot be rewritten by the product', async ({ operator }) => {
    for (const table of ['events', 'audit_lines'])
      for (const verb of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`])
        await expect(
          operator.inside(({ tx }) => tx.execute(sql.raw(verb))),
          verb,
        ).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('is one chain under fifty writers', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const ids = await Promise.all(Array.from({ length: 50 }, () => anOrganisation(operator)))
    await Promise.all(
      ids.map(organisationId => practitioner.must(rename, { organisationId, name: 'En parallèle', version: 1 })),
    )
    expect(await operator.inside(firstBrokenLine)).toBeNull()
    expect((await traces(operator)).audit).toBe(50)
  })
})
