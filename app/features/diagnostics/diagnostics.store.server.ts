import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { diagnostics, needs } from '#db/schema/accompaniments.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { NeedWeight } from './need.ts'

export type Diagnostic = typeof diagnostics.$inferSelect
export type Need = typeof needs.$inferSelect
export type DiagnosticTexts = Partial<
  Pick<
    Diagnostic,
    'participants' | 'documentsSeen' | 'practitionerDays' | 'situation' | 'strengths' | 'brakes' | 'conclusions'
  >
>
export type NeedLine = { id: string | null; domain: string; title: string } & NeedWeight

export async function diagnosticOf(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<Diagnostic | null> {
  const [row] = await tx
    .select()
    .from(diagnostics)
    .where(and(eq(diagnostics.operatorId, operatorId), eq(diagnostics.accompanimentId, accompanimentId)))
  return row ?? null
}

export async function diagnosticById(tx: TenantTx, operatorId: string, id: string): Promise<Diagnostic | null> {
  const [row] = await tx
    .select()
    .from(diagnostics)
    .where(and(eq(diagnostics.operatorId, operatorId), eq(diagnostics.id, id)))
  return row ?? null
}

export async function needsOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<Need[]> {
  return tx
    .select()
    .from(needs)
    .where(and(eq(needs.operatorId, operatorId), eq(needs.accompanimentId, accompanimentId)))
    .orderBy(asc(needs.rank), asc(needs.id))
}

/** The diagnostic's id, or null when the version has moved. Version 0 is that of a diagnostic not begun. */
export async function writeDiagnostic(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  version: number,
  texts: DiagnosticTexts,
): Promise<string | null> {
  if (version === 0) {
    const [begun] = await tx
      .insert(diagnostics)
      .values({ operatorId, id: newId(), accompanimentId, ...texts })
      .onConflictDoNothing()
      .returning({ id: diagnostics.id })
    return begun?.id ?? null
  }
  const [kept] = await tx
    .update(diagnostics)
    .set({ ...texts, version: version + 1, updatedAt: sql`now()` })
    .where(
      and(
        eq(diagnostics.operatorId, operatorId),
        eq(diagnostics.accompanimentId, accompanimentId),
        eq(diagnostics.version, version),
      ),
    )
    .returning({ id: diagnostics.id })
  return kept?.id ?? null
}

/** Makes these needs, in this order, those of the case. The version of the diagnostic protects them as a whole. */
export async function writeNeeds(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  lines: readonly NeedLine[],
): Promise<void> {
  const known = await needsOf(tx, operatorId, accompanimentId)
  const ofCase = and(eq(needs.operatorId, operatorId), eq(needs.accompanimentId, accompanimentId))
  const rows = lines.map((line, index) => ({
    id: known.some(({ id }) => id === line.id) && line.id ? line.id : newId(),
    rank: index + 1,
    domain: line.domain,
    title: line.title,
    urgency: line.urgency,
    jobsEffect: line.jobsEffect,
  }))
  const keptIds = rows.map(({ id }) => id)
  await tx.delete(needs).where(keptIds.length > 0 ? and(ofCase, notInArray(needs.id, keptIds)) : ofCase)
  for (const { id, ...values } of rows)
    await tx
      .insert(needs)
      .values({ operatorId, id, accompanimentId, ...values })
      .onConflictDoUpdate({ target: [needs.operatorId, needs.id], set: values })
}

/** From now on the organisation is waited for. */
export async function markSent(tx: TenantTx, operatorId: string, id: string, now: Date): Promise<void> {
  await tx
    .update(diagnostics)
    .set({ sentForValidationAt: now })
    .where(and(eq(diagnostics.operatorId, operatorId), eq(diagnostics.id, id)))
}
