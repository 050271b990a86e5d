import { read } from '#app/access/query.server.ts'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { casePage } from '#app/features/accompaniments/case-page.query.server.ts'
import { timelinePage } from '#app/features/accompaniments/timeline-page.query.server.ts'
import { palettePage } from '#app/features/palette/palette-page.query.server.ts'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { grants, operators } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import { withTenant } from '#db/tenant.ts'
import { withClient } from '../harness/connection.ts'
import type { Bench } from './bench.ts'
import { fillOperator } from './volume.ts'

const cases = 20_000
const clock = () => new Date('2026-03-12T09:00:00Z')

/** The daily pages of a large operator, rights read and row-level security on; each beside the bare SQL of its rows. */
export async function measure(bench: Bench): Promise<void> {
  const [operatorId, userId] = [newId(), newId()]
  await database('worker')
    .insert(operators)
    .values({ id: operatorId, slug: 'portefeuille', name: 'Portefeuille', department: '45' })
  await database('identity')
    .insert(users)
    .values({ id: userId, name: 'Portefeuille', email: 'portefeuille@bench.example', emailVerified: true })
  await withTenant({ kind: 'system', operatorId }, 'write', clock, async ({ tx }) => {
    await installProgrammes(tx, operatorId)
    await tx.insert(grants).values({ operatorId, id: newId(), userId, kind: 'practitioner', fromOn: '2020-01-01' })
  })
  await fillOperator(bench.url, operatorId, { cases, sessions: 200_000 })
  bench.say(`${cases} accompaniments, 200000 sessions, one operator`)
  const door = { kind: 'user', userId, operatorSlug: 'portefeuille', secondFactor: true } as const
  const done = (outcome: { kind: string }) => {
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  }
  const list = (input: Record<string, string>) => async () => done(await read(caseList, door, input, { clock }))
  const three = { etat: 'intake', departement: '45', retard: '1', texte: 'structure 12' }
  const number = await withClient(bench.url, async client => {
    const { rows } = await client.query<{ number: string }>(
      'select number from accompaniments where operator_id = $1 limit 1',
      [operatorId],
    )
    const bare = (label: string, text: string, values: unknown[]) =>
      bench.time(`floor: ${label}`, 50, () => client.query(text, [operatorId, ...values]))
    await bare(
      'bare SQL, three filters and a text',
      `select a.number, o.name from accompaniments a join organisations o on o.operator_id = a.operator_id and o.id = a.organisation_id
       where a.operator_id = $1 and a.state = 'intake' and o.department = '45' and a.next_on < '2026-03-12' and o.search_text like $2
       order by a.next_on nulls last limit 25`,
      ['%structure%12%'],
    )
    await bare('bare SQL of a case', 'select * from accompaniments where operator_id = $1 and number = $2', [
      rows[0]?.number,
    ])
    await bare(
      'bare SQL of the suggestions',
      `select a.number, o.name from accompaniments a join organisations o on o.operator_id = a.operator_id and o.id = a.organisation_id
       where a.operator_id = $1 and o.search_text like $2 order by a.number desc limit 8`,
      ['%structure 42%'],
    )
    return rows[0]?.number ?? ''
  })
  await bench.time('list, three filters and a text (≤ 50 ms)', 100, list(three))
  await bench.time('list, no filter', 50, list({}))
  await bench.time('list, by organisation', 50, list({ tri: 'structure' }))
  await bench.time('list, by a text that many hold', 50, list({ texte: 'structure' }))
  await bench.time('board, no filter', 50, list({ vue: 'colonnes' }))
  await bench.time('case page, around its tabs (≤ 40 ms)', 100, async () =>
    done(await read(casePage, door, { number }, { clock })),
  )
  await bench.time('case page, its line', 100, async () => done(await read(timelinePage, door, { number }, { clock })))
  await bench.time('suggestions, by name (≤ 30 ms)', 100, async () =>
    done(await read(palettePage, door, { q: 'structure 42' }, { clock })),
  )
  await bench.time('suggestions, by number', 100, async () =>
    done(await read(palettePage, door, { q: number }, { clock })),
  )
}
