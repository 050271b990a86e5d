import { read } from '#app/access/query.server.ts'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { casePage } from '#app/features/accompaniments/case-page.query.server.ts'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { grants, operators } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import { withTenant } from '#db/tenant.ts'
import { withClient } from '../harness/connection.ts'
import type { Bench } from './bench.ts'
import { fillOperator } from './volume.ts'

const cases = 100_000
const sessions = 1_000_000

/** The two pages that people open all day, at the size of design §6, rights read and row-level security on; beside the bare SQL. */
export async function measure(bench: Bench): Promise<void> {
  const [operatorId, userId] = [newId(), newId()]
  await database('worker')
    .insert(operators)
    .values({ id: operatorId, slug: 'mesure', name: 'Mesure', department: '45' })
  await database('identity')
    .insert(users)
    .values({ id: userId, name: 'Mesure', email: 'mesure@bench.example', emailVerified: true })
  const clock = () => new Date('2026-03-12T09:00:00Z')
  await withTenant({ kind: 'system', operatorId }, 'write', clock, async ({ tx }) => {
    await installProgrammes(tx, operatorId)
    await tx.insert(grants).values({ operatorId, id: newId(), userId, kind: 'practitioner', fromOn: '2020-01-01' })
  })
  await fillOperator(bench.url, operatorId, { cases, sessions })
  bench.say(`${cases} accompaniments, ${sessions} sessions, one operator`)
  const door = { kind: 'user', userId, operatorSlug: 'mesure', secondFactor: true } as const
  const ask = async (query: typeof caseList | typeof casePage, input: Record<string, string>) => {
    const outcome = await (query === caseList
      ? read(caseList, door, input, { clock })
      : read(casePage, door, input, { clock }))
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  }
  const number = await withClient(bench.url, async client => {
    const { rows } = await client.query<{ number: string }>(
      'select number from accompaniments where operator_id = $1 limit 1',
      [operatorId],
    )
    return rows[0]?.number ?? ''
  })
  await withClient(bench.url, async client => {
    await bench.time('floor: select 1', 200, () => client.query('select 1'))
    await bench.time('floor: bare SQL of the list, no rights', 50, () =>
      client.query(
        `select a.number, o.name from accompaniments a left join organisations o on o.operator_id = a.operator_id and o.id = a.organisation_id
         where a.operator_id = $1 order by a.next_on asc nulls last, a.number desc limit 25`,
        [operatorId],
      ),
    )
    await bench.time('floor: bare SQL of its count', 50, () =>
      client.query('select count(*) from accompaniments where operator_id = $1', [operatorId]),
    )
  })
  await bench.time('list, no filter', 50, () => ask(caseList, {}))
  await bench.time('list, by state', 50, () => ask(caseList, { etat: 'in_progress' }))
  await bench.time('list, by text', 50, () => ask(caseList, { texte: 'structure 4242' }))
  await bench.time('case page', 100, () => ask(casePage, { number }))
}
