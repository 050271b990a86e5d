import { and, asc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { challengeMeasures, challenges } from '#db/schema/territories.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type Challenge, challengeNatures, type Measure } from './territory.ts'

const t = challenges
const columns = {
  id: t.id,
  nature: t.nature,
  title: t.title,
  words: t.words,
  indicator: t.indicator,
  unit: t.unit,
  closedOn: t.closedOn,
  result: t.result,
  version: t.version,
}
type Written = Pick<Challenge, 'nature' | 'title' | 'words' | 'indicator' | 'unit'>
type Row = Omit<Challenge, 'nature'> & { nature: string }

const inWords = (row: Row): Challenge => ({
  ...row,
  nature: challengeNatures.find(known => known === row.nature) ?? 'social',
})

/** Those of a territory with their measures, in the order in which they were set. */
export async function challengesOf(
  tx: TenantTx,
  operatorId: string,
  territoryId: string,
): Promise<(Challenge & { measures: Measure[] })[]> {
  const rows = await tx
    .select(columns)
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.territoryId, territoryId)))
    .orderBy(asc(t.id))
  const m = challengeMeasures
  const measured = await tx
    .select({
      challengeId: m.challengeId,
      id: m.id,
      measuredOn: m.measuredOn,
      value: m.value,
      source: m.source,
    })
    .from(m)
    .innerJoin(t, and(eq(t.operatorId, m.operatorId), eq(t.id, m.challengeId)))
    .where(and(eq(m.operatorId, operatorId), eq(t.territoryId, territoryId)))
    .orderBy(asc(m.measuredOn))
  return rows.map(row => ({
    ...inWords(row),
    measures: measured.flatMap(({ challengeId, ...measure }) => (challengeId === row.id ? [measure] : [])),
  }))
}

/** A challenge of this territory: one of another is not found by this one's address. */
export async function lockChallenge(
  tx: TenantTx,
  operatorId: string,
  { territoryId, challengeId }: { territoryId: string; challengeId: string },
): Promise<Challenge | null> {
  const [row] = await tx
    .select(columns)
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.territoryId, territoryId), eq(t.id, challengeId)))
    .for('update')
  return row ? inWords(row) : null
}

export async function insertChallenge(
  tx: TenantTx,
  operatorId: string,
  challenge: Written & { territoryId: string },
): Promise<string> {
  const id = newId()
  await tx.insert(t).values({ operatorId, id, ...challenge })
  return id
}

export async function updateChallenge(
  tx: TenantTx,
  operatorId: string,
  id: string,
  written: Written | Pick<Challenge, 'closedOn' | 'result'>,
): Promise<void> {
  await tx
    .update(t)
    .set({ ...written, version: sql`${t.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id)))
}

/** Null when the indicator was already measured on that day. */
export async function insertMeasure(
  tx: TenantTx,
  operatorId: string,
  measure: Omit<Measure, 'id'> & { challengeId: string },
): Promise<string | null> {
  const [row] = await tx
    .insert(challengeMeasures)
    .values({ operatorId, id: newId(), ...measure })
    .onConflictDoNothing()
    .returning({ id: challengeMeasures.id })
  return row?.id ?? null
}

export async function lockMeasure(
  tx: TenantTx,
  operatorId: string,
  { challengeId, measureId }: { challengeId: string; measureId: string },
): Promise<Measure | null> {
  const m = challengeMeasures
  const [row] = await tx
    .select({ id: m.id, measuredOn: m.measuredOn, value: m.value, source: m.source })
    .from(m)
    .where(and(eq(m.operatorId, operatorId), eq(m.challengeId, challengeId), eq(m.id, measureId)))
    .for('update')
  return row ?? null
}

export async function deleteMeasure(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx
    .delete(challengeMeasures)
    .where(and(eq(challengeMeasures.operatorId, operatorId), eq(challengeMeasures.id, id)))
}
