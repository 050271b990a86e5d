import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { nextNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { installProgrammes, programmeByCode } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments, planActions } from '#db/schema/accompaniments.ts'
import { engineeringMembers, engineerings, providers, sessionLines, sessions } from '#db/schema/engineerings.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { TestOperator } from './operator.ts'

export type TestCase = { id: string; number: string; organisationId: string; name: string }

/** An organisation with its leader, and a case of it under way. */
export function createCase(operator: TestOperator, name = 'La Ruche des Possibles'): Promise<TestCase> {
  return operator.inside(async ({ tx }) => {
    const operatorId = operator.id
    await installProgrammes(tx, operatorId)
    const programme = await programmeByCode(tx, operatorId, 'dla-individuel')
    if (!programme) throw new Error('no programme')
    const [id, organisationId, personId] = [newId(), newId(), newId()]
    await tx.insert(organisations).values({ operatorId, id: organisationId, name, searchText: name.toLowerCase() })
    await tx
      .insert(people)
      .values({ operatorId, id: personId, organisationId, name: `Direction de ${name}`, role: 'direction' })
    const number = await nextNumber(tx, operatorId, 2026)
    await tx.insert(accompaniments).values({
      operatorId,
      id,
      number,
      organisationId,
      contactPersonId: personId,
      programmeId: programme.id,
      state: 'in_progress',
      stateSince: '2026-01-15',
    })
    return { id, number, organisationId, name }
  })
}

type Contract = Partial<{
  kind: 'individual' | 'collective'
  title: string
  state: 'draft' | 'signed'
  amountCents: number
  signedOn: string | null
  startsOn: string | null
  endsOn: string | null
  paidOn: string | null
  daysOrdered: number | null
}>

/** A signed contract of 2026 for four days, of these cases. */
export function createEngineering(
  operator: TestOperator,
  cases: readonly TestCase[],
  contract: Contract = {},
): Promise<string> {
  return operator.inside(async ({ tx }) => {
    const [id, providerId, operatorId] = [newId(), newId(), operator.id]
    await tx.insert(providers).values({ operatorId, id: providerId, name: `Cabinet ${id}`, matchName: `cabinet ${id}` })
    await tx.insert(engineerings).values({
      operatorId,
      id,
      providerId,
      kind: cases.length > 1 ? 'collective' : 'individual',
      title: 'Modèle socio-économique',
      state: 'signed',
      signedOn: '2026-01-10',
      startsOn: '2026-01-15',
      endsOn: '2026-06-30',
      daysOrdered: 4,
      ...contract,
    })
    for (const { id: accompanimentId } of cases)
      await tx.insert(engineeringMembers).values({ operatorId, id: newId(), engineeringId: id, accompanimentId })
    return id
  })
}

/** A session already there, past rules and past commands. */
export function createSession(
  operator: TestOperator,
  engineeringId: string,
  { decision, ...session }: Partial<typeof sessions.$inferInsert> & { decision?: string } = {},
): Promise<string> {
  return operator.inside(async ({ tx }) => {
    const id = newId()
    await tx
      .insert(sessions)
      .values({ operatorId: operator.id, id, engineeringId, status: 'held', heldOn: '2026-02-05', days: 1, ...session })
    const own = { operatorId: operator.id, id: newId(), engineeringId, sessionId: id }
    if (decision) await tx.insert(sessionLines).values({ ...own, kind: 'decision', position: 0, text: decision })
    return id
  })
}

export function createAction(
  operator: TestOperator,
  accompanimentId: string,
  action: Partial<typeof planActions.$inferInsert> = {},
): Promise<string> {
  return operator.inside(async ({ tx }) => {
    const id = newId()
    await tx.insert(planActions).values({
      operatorId: operator.id,
      id,
      accompanimentId,
      nature: 'individual_engineering',
      title: 'Revoir le modèle économique',
      ...action,
    })
    return id
  })
}

/** What the form of a session of one day, held on the test day, sends. */
export const heldSession = (engineeringId: string, cases: readonly TestCase[] = []) => ({
  engineeringId,
  status: 'held',
  heldOn: '2026-03-12',
  days: '1',
  kind: 'individual',
  mode: 'on_site',
  attendance: cases.map(({ id, name }) => ({ accompanimentId: id, status: 'present', personName: name })),
  agenda: 'Le prix de revient, puis les tarifs.',
  decisions: 'Deux pistes à chiffrer avant juin.',
  nextSteps: [{ text: 'Envoyer la trame de budget\n- Réunir le bureau' }],
})

/**
 * Runs these at the same time on one engineering: it is held until all of them wait for it, so that whatever each reads is
 * read before any other has written. One that does not wait never gets there, and the test fails.
 */
export async function atOnce<T>(
  operator: TestOperator,
  engineeringId: string,
  runs: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const asked = await operator.inside(async ({ tx }) => {
    await tx.select().from(engineerings).where(eq(engineerings.id, engineeringId)).for('update')
    const started = runs.map(run => run())
    await expect.poll(() => waiting(tx), { timeout: 4000 }).toBe(runs.length)
    return started
  })
  return Promise.all(asked)
}

/** How many wait for a lock in this file's database. */
async function waiting(tx: TenantTx): Promise<number> {
  // A transaction looks at the list of connections once, and one of them may have come since.
  await tx.execute(sql`select pg_stat_clear_snapshot()`)
  const { rows } = await tx.execute<{ waiting: number }>(sql`
    select count(distinct pid)::int as waiting from pg_locks
    where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`)
  return rows[0]?.waiting ?? 0
}
