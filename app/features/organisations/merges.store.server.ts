import { and, asc, count, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments, snapshots } from '#db/schema/accompaniments.ts'
import { networkStatuses, normGapNotes } from '#db/schema/network.ts'
import {
  establishments,
  type MergedColumns,
  organisationLabels,
  organisationMerges,
  organisations,
  people,
} from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Organisation } from './organisations.store.server.ts'
import { searchTextOf } from './search-text.ts'

export type Merge = typeof organisationMerges.$inferSelect

/** Both sheets, locked in one order so that two merges of the same two wait for each other instead of crossing. */
export async function lockSheets(tx: TenantTx, operatorId: string, ids: readonly string[]): Promise<Organisation[]> {
  return tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.operatorId, operatorId), inArray(organisations.id, [...ids])))
    .orderBy(asc(organisations.id))
    .for('update')
}

/** The absorbed sheet leaves its number before the kept one takes it: the two are unique among sheets that stand. */
export async function writeMerge(
  tx: TenantTx,
  operatorId: string,
  {
    kept,
    absorbed,
    before,
    after,
    today,
    by,
  }: {
    kept: Organisation
    absorbed: Organisation
    before: MergedColumns
    after: MergedColumns
    today: string
    by: string | null
  },
): Promise<Merge['moved']> {
  await setSheet(tx, operatorId, absorbed, { mergedIntoId: kept.id })
  await setSheet(tx, operatorId, kept, after)
  const moved = {
    cases: await moveAll(tx, operatorId, accompaniments, absorbed.id, kept.id),
    people: await moveAll(tx, operatorId, people, absorbed.id, kept.id),
    snapshots: await moveAll(tx, operatorId, snapshots, absorbed.id, kept.id),
    establishments: await moveAll(tx, operatorId, establishments, absorbed.id, kept.id),
    labels: await moveAll(tx, operatorId, organisationLabels, absorbed.id, kept.id),
    statuses: await moveAll(tx, operatorId, networkStatuses, absorbed.id, kept.id),
    normGaps: await moveAll(tx, operatorId, normGapNotes, absorbed.id, kept.id),
  }
  await tx.insert(organisationMerges).values({
    operatorId,
    id: newId(),
    keptId: kept.id,
    absorbedId: absorbed.id,
    mergedOn: today,
    mergedBy: by,
    before,
    after,
    moved,
  })
  return moved
}

/** What came with the merge goes back, unless it has gone elsewhere since. */
export async function writeUndo(
  tx: TenantTx,
  operatorId: string,
  { merge, absorbed, today }: { merge: Merge; absorbed: Organisation; today: string },
): Promise<void> {
  await setSheet(tx, operatorId, absorbed, { mergedIntoId: null })
  await moveAll(tx, operatorId, accompaniments, merge.keptId, absorbed.id, merge.moved.cases)
  await moveAll(tx, operatorId, people, merge.keptId, absorbed.id, merge.moved.people)
  await moveAll(tx, operatorId, snapshots, merge.keptId, absorbed.id, merge.moved.snapshots)
  await moveAll(tx, operatorId, establishments, merge.keptId, absorbed.id, merge.moved.establishments ?? [])
  await moveAll(tx, operatorId, organisationLabels, merge.keptId, absorbed.id, merge.moved.labels ?? [])
  await moveAll(tx, operatorId, networkStatuses, merge.keptId, absorbed.id, merge.moved.statuses ?? [])
  await moveAll(tx, operatorId, normGapNotes, merge.keptId, absorbed.id, merge.moved.normGaps ?? [])
  await tx
    .update(organisationMerges)
    .set({ undoneOn: today })
    .where(and(eq(organisationMerges.operatorId, operatorId), eq(organisationMerges.id, merge.id)))
}

export async function setSheet(
  tx: TenantTx,
  operatorId: string,
  sheet: Organisation,
  values: MergedColumns & { mergedIntoId?: string | null },
): Promise<void> {
  await tx
    .update(organisations)
    .set({
      ...values,
      searchText: searchTextOf({ ...sheet, ...values }),
      // What was said of a field is no longer true of what the other sheet gave.
      sources: sql`${organisations.sources} - ${sql.param(Object.keys(values))}::text[]`,
      version: sheet.version + 1,
      updatedAt: sql`now()`,
    })
    .where(and(eq(organisations.operatorId, operatorId), eq(organisations.id, sheet.id)))
}

type Following =
  | typeof accompaniments
  | typeof people
  | typeof snapshots
  | typeof establishments
  | typeof organisationLabels
  | typeof networkStatuses
  | typeof normGapNotes

/** Not a version of theirs: whoever is writing in one of them has nothing to settle. */
async function moveAll(
  tx: TenantTx,
  operatorId: string,
  table: Following,
  fromId: string,
  toId: string,
  only?: readonly string[],
): Promise<string[]> {
  if (only?.length === 0) return []
  const rows = await tx
    .update(table)
    .set({ organisationId: toId })
    .where(
      and(
        eq(table.operatorId, operatorId),
        eq(table.organisationId, fromId),
        only ? inArray(table.id, [...only]) : undefined,
      ),
    )
    .returning({ id: table.id })
  return rows.map(({ id }) => id)
}

export async function mergeById(tx: TenantTx, operatorId: string, keptId: string, id: string): Promise<Merge | null> {
  const [row] = await tx
    .select()
    .from(organisationMerges)
    .where(
      and(
        eq(organisationMerges.operatorId, operatorId),
        eq(organisationMerges.id, id),
        eq(organisationMerges.keptId, keptId),
      ),
    )
  return row ?? null
}

/** The merges into this sheet that may still be undone. */
export async function standingMerges(tx: TenantTx, operatorId: string, keptId: string, since: string) {
  return tx
    .select({ id: organisationMerges.id, mergedOn: organisationMerges.mergedOn, name: organisations.name })
    .from(organisationMerges)
    .innerJoin(
      organisations,
      and(
        eq(organisations.operatorId, organisationMerges.operatorId),
        eq(organisations.id, organisationMerges.absorbedId),
      ),
    )
    .where(
      and(
        eq(organisationMerges.operatorId, operatorId),
        eq(organisationMerges.keptId, keptId),
        isNull(organisationMerges.undoneOn),
        gte(organisationMerges.mergedOn, since),
      ),
    )
    .orderBy(asc(organisationMerges.mergedOn), asc(organisationMerges.id))
}

/** How much would follow a sheet. */
export async function whatFollows(tx: TenantTx, operatorId: string, organisationId: string) {
  const of = async (table: Following) => {
    const [row] = await tx
      .select({ count: count() })
      .from(table)
      .where(and(eq(table.operatorId, operatorId), eq(table.organisationId, organisationId)))
    return row?.count ?? 0
  }
  return { cases: await of(accompaniments), people: await of(people), snapshots: await of(snapshots) }
}
