import { and, asc, eq, sql } from 'drizzle-orm'
import { type Case, lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { impactEffects, impactIndicators, impactStudies } from '#db/schema/impact.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Effect, Indicator, Stage, Study } from './impact.ts'

const s = impactStudies
const columns = {
  id: s.id,
  accompanimentId: s.accompanimentId,
  stage: s.stage,
  stakes: s.stakes,
  conclusions: s.conclusions,
  uses: s.uses,
  beforeOn: s.beforeOn,
  afterOn: s.afterOn,
  concludedOn: s.concludedOn,
  version: s.version,
}

export async function studyOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<Study | null> {
  const [row] = await tx
    .select(columns)
    .from(s)
    .where(and(eq(s.operatorId, operatorId), eq(s.accompanimentId, accompanimentId)))
  return row ?? null
}

/** By its own id: what a party's link opens. */
export async function studyById(tx: TenantTx, operatorId: string, id: string): Promise<Study | null> {
  const [row] = await tx
    .select(columns)
    .from(s)
    .where(and(eq(s.operatorId, operatorId), eq(s.id, id)))
  return row ?? null
}

/** The case of this number, locked, and its study: nobody writes in either until the transaction ends. */
export async function lockStudy(
  tx: TenantTx,
  operatorId: string,
  number: string,
): Promise<{ row: Case['row']; study: Study } | null> {
  const found = await lockCase(tx, operatorId, number)
  const study = found && (await studyOf(tx, operatorId, found.row.id))
  return found && study ? { row: found.row, study } : null
}

/** The stage that stands until the transaction ends: a measure is given while it is open, or not at all. */
export async function heldStage(tx: TenantTx, operatorId: string, id: string): Promise<Stage | null> {
  const [row] = await tx
    .select({ stage: s.stage })
    .from(s)
    .where(and(eq(s.operatorId, operatorId), eq(s.id, id)))
    .for('share')
  return row?.stage ?? null
}

export async function insertStudy(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  stakes: string,
): Promise<string> {
  const id = newId()
  await tx.insert(s).values({ operatorId, id, accompanimentId, stakes })
  return id
}

type Written = Partial<Omit<Study, 'id' | 'version' | 'accompanimentId'>>
export async function writeStudy(tx: TenantTx, operatorId: string, { id, version }: Study, values: Written) {
  await tx
    .update(s)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(s.operatorId, operatorId), eq(s.id, id)))
}

const e = impactEffects
export async function effectsOf(tx: TenantTx, operatorId: string, studyId: string): Promise<Effect[]> {
  return tx
    .select({
      id: e.id,
      version: e.version,
      stake: e.stake,
      activity: e.activity,
      output: e.output,
      effect: e.effect,
      onWhom: e.onWhom,
      kind: e.kind,
    })
    .from(e)
    .where(and(eq(e.operatorId, operatorId), eq(e.studyId, studyId)))
    .orderBy(asc(e.createdAt), asc(e.id))
}

export async function insertEffect(
  tx: TenantTx,
  operatorId: string,
  studyId: string,
  values: Omit<Effect, 'id' | 'version'>,
): Promise<string> {
  const id = newId()
  await tx.insert(e).values({ operatorId, id, studyId, ...values })
  return id
}

export async function writeEffect(
  tx: TenantTx,
  operatorId: string,
  { id, version }: Pick<Effect, 'id' | 'version'>,
  values: Omit<Effect, 'id' | 'version'>,
) {
  await tx
    .update(e)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(e.operatorId, operatorId), eq(e.id, id)))
}

export async function deleteEffect(tx: TenantTx, operatorId: string, id: string) {
  await tx.delete(e).where(and(eq(e.operatorId, operatorId), eq(e.id, id)))
}

const i = impactIndicators
export async function indicatorsOf(tx: TenantTx, operatorId: string, studyId: string): Promise<Indicator[]> {
  return tx
    .select({
      id: i.id,
      version: i.version,
      effectId: i.effectId,
      name: i.name,
      definition: i.definition,
      source: i.source,
      unit: i.unit,
      measuredBy: i.measuredBy,
      baseline: i.baseline,
    })
    .from(i)
    .where(and(eq(i.operatorId, operatorId), eq(i.studyId, studyId)))
    .orderBy(asc(i.createdAt), asc(i.id))
}

export async function insertIndicator(
  tx: TenantTx,
  operatorId: string,
  studyId: string,
  values: Omit<Indicator, 'id' | 'version'>,
): Promise<string> {
  const id = newId()
  await tx.insert(i).values({ operatorId, id, studyId, ...values })
  return id
}

export async function writeIndicator(
  tx: TenantTx,
  operatorId: string,
  { id, version }: Pick<Indicator, 'id' | 'version'>,
  values: Omit<Indicator, 'id' | 'version'>,
) {
  await tx
    .update(i)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(i.operatorId, operatorId), eq(i.id, id)))
}

export async function deleteIndicator(tx: TenantTx, operatorId: string, id: string) {
  await tx.delete(i).where(and(eq(i.operatorId, operatorId), eq(i.id, id)))
}
