import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { diagnostics, needs } from '#db/schema/accompaniments.ts'
import { selectionCriteria, termsOfReference } from '#db/schema/consultations.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Criterion, Terms } from './consultation.ts'
import type { DraftSource } from './terms-draft.ts'

export async function termsOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Terms | null> {
  const [row] = await tx
    .select()
    .from(termsOfReference)
    .where(and(eq(termsOfReference.operatorId, operatorId), eq(termsOfReference.engineeringId, engineeringId)))
  if (!row) return null
  const { context, issue, results, phases, deliverables, calendar, skills, contact, publicity } = row
  return {
    context,
    issue,
    results,
    phases,
    deliverables,
    calendar,
    skills,
    contact,
    publicity,
    quarters: row.days === null ? null : Math.round(row.days * 4),
    budgetCents: row.budgetCents,
    vatBasisPoints: row.vatBasisPoints,
    agreedOn: day(row.agreedOn),
    version: row.version,
  }
}

/** Writes the text over the version that was read (0 when there was none); false when it has moved. */
export async function writeTerms(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  { version, quarters, ...written }: Terms,
): Promise<boolean> {
  const values = { ...written, days: quarters === null ? null : quarters / 4 }
  if (version === 0) {
    const begun = await tx
      .insert(termsOfReference)
      .values({ operatorId, id: newId(), engineeringId, ...values })
      .onConflictDoNothing()
      .returning({ id: termsOfReference.id })
    return begun.length > 0
  }
  const kept = await tx
    .update(termsOfReference)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(
      and(
        eq(termsOfReference.operatorId, operatorId),
        eq(termsOfReference.engineeringId, engineeringId),
        eq(termsOfReference.version, version),
      ),
    )
    .returning({ id: termsOfReference.id })
  return kept.length > 0
}

export function criteriaOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Criterion[]> {
  return tx
    .select({ id: selectionCriteria.id, label: selectionCriteria.label, weight: selectionCriteria.weight })
    .from(selectionCriteria)
    .where(and(eq(selectionCriteria.operatorId, operatorId), eq(selectionCriteria.engineeringId, engineeringId)))
    .orderBy(asc(selectionCriteria.position))
}

/** Makes these lines, in this order, the grid. The version of the terms protects them as a whole. */
export async function writeCriteria(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  lines: readonly { id: string | null; label: string; weight: number }[],
): Promise<void> {
  const known = await criteriaOf(tx, operatorId, engineeringId)
  const rows = lines.map(({ id, label, weight }, position) => ({
    id: known.find(criterion => criterion.id === id)?.id ?? newId(),
    position,
    label,
    weight,
  }))
  const own = and(eq(selectionCriteria.operatorId, operatorId), eq(selectionCriteria.engineeringId, engineeringId))
  const kept = rows.map(({ id }) => id)
  await tx.delete(selectionCriteria).where(kept.length > 0 ? and(own, notInArray(selectionCriteria.id, kept)) : own)
  for (const { id, ...values } of rows)
    await tx
      .insert(selectionCriteria)
      .values({ operatorId, id, engineeringId, ...values })
      .onConflictDoUpdate({ target: [selectionCriteria.operatorId, selectionCriteria.id], set: values })
}

/** What the diagnostics of these cases say, by name of organisation. */
export async function draftSources(
  tx: TenantTx,
  operatorId: string,
  cases: readonly { accompanimentId: string; name: string }[],
): Promise<DraftSource[]> {
  const ids = cases.map(({ accompanimentId }) => accompanimentId)
  if (ids.length === 0) return []
  const written = await tx
    .select()
    .from(diagnostics)
    .where(and(eq(diagnostics.operatorId, operatorId), inArray(diagnostics.accompanimentId, ids)))
  const ranked = await tx
    .select({ accompanimentId: needs.accompanimentId, title: needs.title })
    .from(needs)
    .where(and(eq(needs.operatorId, operatorId), inArray(needs.accompanimentId, ids)))
    .orderBy(asc(needs.rank), asc(needs.id))
  return cases.map(({ accompanimentId, name }) => {
    const diagnostic = written.find(row => row.accompanimentId === accompanimentId)
    return {
      organisation: name,
      strengths: diagnostic?.strengths ?? null,
      brakes: diagnostic?.brakes ?? null,
      conclusions: diagnostic?.conclusions ?? null,
      needs: ranked.filter(row => row.accompanimentId === accompanimentId).map(({ title }) => title),
    }
  })
}
