import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { agreements, type EditionState, editions, editionTraces, funders } from '#db/schema/agreements.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { EditionContent } from './edition-content.ts'
import type { EditionTrace } from './edition-trace.ts'

/** An edition as lists show it: without its content, and with the agreement that it is about. */
export type EditionLine = {
  id: string
  agreementId: string
  code: string
  title: string | null
  funder: string
  year: number
  edition: number
  state: EditionState
  builtAt: Date | null
  publishedAt: Date | null
  failure: string | null
}
export type EditionRow = EditionLine & { content: unknown; version: number }

const line = {
  id: editions.id,
  agreementId: editions.agreementId,
  code: agreements.code,
  title: agreements.title,
  funder: funders.name,
  year: editions.year,
  edition: editions.edition,
  state: editions.state,
  builtAt: editions.builtAt,
  publishedAt: editions.publishedAt,
  failure: editions.failure,
}

const agreementOf = and(eq(agreements.operatorId, editions.operatorId), eq(agreements.id, editions.agreementId))
const funderOf = and(eq(funders.operatorId, agreements.operatorId), eq(funders.id, agreements.funderId))

/** The editions of the operator, or of one agreement, the latest first. */
export async function listEditions(tx: TenantTx, operatorId: string, agreementId?: string): Promise<EditionLine[]> {
  const own = eq(editions.operatorId, operatorId)
  return tx
    .select(line)
    .from(editions)
    .innerJoin(agreements, agreementOf)
    .innerJoin(funders, funderOf)
    .where(agreementId === undefined ? own : and(own, eq(editions.agreementId, agreementId)))
    .orderBy(desc(editions.year), asc(agreements.code), desc(editions.edition))
    .limit(500)
}

export async function editionById(tx: TenantTx, operatorId: string, id: string): Promise<EditionRow | null> {
  const [row] = await tx
    .select({ ...line, content: editions.content, version: editions.version })
    .from(editions)
    .innerJoin(agreements, agreementOf)
    .innerJoin(funders, funderOf)
    .where(and(eq(editions.operatorId, operatorId), eq(editions.id, id)))
  return row ?? null
}

/** A published edition as its funder and the network read it: the frozen row alone, no row of the operator beside it. */
export type PublishedEdition = {
  id: string
  agreementId: string
  year: number
  edition: number
  publishedAt: Date | null
  content: unknown
}

async function published(tx: TenantTx, operatorId: string, which: SQL | undefined): Promise<PublishedEdition[]> {
  return tx
    .select({
      id: editions.id,
      agreementId: editions.agreementId,
      year: editions.year,
      edition: editions.edition,
      publishedAt: editions.publishedAt,
      content: editions.content,
    })
    .from(editions)
    .where(and(eq(editions.operatorId, operatorId), eq(editions.state, 'published'), which))
    .orderBy(desc(editions.year), desc(editions.edition))
}

export const publishedEditions = (tx: TenantTx, operatorId: string) => published(tx, operatorId, undefined)
export const publishedOf = (tx: TenantTx, operatorId: string, agreementId: string) =>
  published(tx, operatorId, eq(editions.agreementId, agreementId))
/** The next edition of that year, asked for; the agreement's row must be locked. */
export async function insertEdition(
  tx: TenantTx,
  operatorId: string,
  asked: { agreementId: string; year: number; requestedBy: string | null },
): Promise<{ id: string; edition: number }> {
  const [last] = await tx
    .select({ edition: sql<number>`coalesce(max(${editions.edition}), 0)`.mapWith(Number) })
    .from(editions)
    .where(
      and(
        eq(editions.operatorId, operatorId),
        eq(editions.agreementId, asked.agreementId),
        eq(editions.year, asked.year),
      ),
    )
  const edition = { id: newId(), edition: (last?.edition ?? 0) + 1 }
  await tx.insert(editions).values({ operatorId, state: 'requested', ...asked, ...edition })
  return edition
}

/** The row, locked until the transaction ends. */
export async function lockEdition(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({
      agreementId: editions.agreementId,
      year: editions.year,
      edition: editions.edition,
      state: editions.state,
    })
    .from(editions)
    .where(and(eq(editions.operatorId, operatorId), eq(editions.id, id)))
    .for('update')
  return row ?? null
}

type Built = { content: EditionContent; traces: ReadonlyMap<string, EditionTrace>; now: Date }

/** Freezes what was built: the content, and the proof of each of its figures. */
export async function freezeEdition(
  tx: TenantTx,
  operatorId: string,
  editionId: string,
  { content, traces, now }: Built,
): Promise<void> {
  await change(tx, operatorId, editionId, { state: 'ready', content, builtAt: now, failure: null })
  const rows = [...traces].map(([figure, cases]) => ({ operatorId, id: newId(), editionId, figure, cases }))
  if (rows.length > 0) await tx.insert(editionTraces).values(rows)
}

export async function failEdition(tx: TenantTx, operatorId: string, id: string, failure: string): Promise<void> {
  await change(tx, operatorId, id, { state: 'failed', failure })
}

export async function publishEditionRow(tx: TenantTx, operatorId: string, id: string, now: Date): Promise<void> {
  await change(tx, operatorId, id, { state: 'published', publishedAt: now })
}

async function change(
  tx: TenantTx,
  operatorId: string,
  id: string,
  values: Partial<typeof editions.$inferInsert>,
): Promise<void> {
  await tx
    .update(editions)
    .set({ ...values, version: sql`${editions.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(editions.operatorId, operatorId), eq(editions.id, id)))
}

/** What proves one figure of an edition; null when it has no such figure. */
export async function traceOf(tx: TenantTx, operatorId: string, editionId: string, figure: string): Promise<unknown> {
  const [row] = await tx
    .select({ cases: editionTraces.cases })
    .from(editionTraces)
    .where(
      and(
        eq(editionTraces.operatorId, operatorId),
        eq(editionTraces.editionId, editionId),
        eq(editionTraces.figure, figure),
      ),
    )
  return row?.cases ?? null
}

/** For whoever may read it: the frozen row alone. */
export async function editionForDownload(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({ agreementId: editions.agreementId, state: editions.state, content: editions.content })
    .from(editions)
    .where(and(eq(editions.operatorId, operatorId), eq(editions.id, id)))
  return row ? { ...row, isPublished: row.state === 'published' } : null
}

/** The agreements of a funder, the latest first, each with its latest published edition. */
export async function fundedAgreements(tx: TenantTx, operatorId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select({
      id: agreements.id,
      code: agreements.code,
      title: agreements.title,
      startsOn: agreements.startsOn,
      endsOn: agreements.endsOn,
    })
    .from(agreements)
    .where(and(eq(agreements.operatorId, operatorId), inArray(agreements.id, [...ids])))
    .orderBy(desc(agreements.endsOn), asc(agreements.code))
  const all = await publishedEditions(tx, operatorId)
  return rows.map(row => ({ ...row, latest: all.find(({ agreementId }) => agreementId === row.id) ?? null }))
}
