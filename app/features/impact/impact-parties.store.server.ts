import { and, asc, eq, isNull } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { impactIndicators, impactMeasures, impactParties } from '#db/schema/impact.ts'
import { links } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'
import { effectsOf, indicatorsOf, studyById } from './impact.store.server.ts'
import type { Measure, MeasureMoment, Party, SharedImpact } from './impact.ts'

const p = impactParties
const m = impactMeasures

export async function partiesOf(tx: TenantTx, operatorId: string, studyId: string): Promise<Party[]> {
  return tx
    .select({
      id: p.id,
      name: p.name,
      email: p.email,
      function: p.function,
      askedAt: p.askedAt,
      revokedAt: p.revokedAt,
    })
    .from(p)
    .where(and(eq(p.operatorId, operatorId), eq(p.studyId, studyId)))
    .orderBy(asc(p.createdAt), asc(p.id))
}

export async function insertParty(
  tx: TenantTx,
  party: { operatorId: string; studyId: string; name: string; email: string; function: string | null },
): Promise<string> {
  const id = newId()
  await tx.insert(p).values({ id, ...party })
  return id
}

/** Her links open on nothing any more, and nothing will be written to her; what she said stays. */
export async function revokeParty(tx: TenantTx, operatorId: string, id: string, now: Date): Promise<void> {
  await tx
    .update(p)
    .set({ revokedAt: now, email: '' })
    .where(and(eq(p.operatorId, operatorId), eq(p.id, id)))
  await tx
    .update(links)
    .set({ revokedAt: now })
    .where(and(eq(links.operatorId, operatorId), eq(links.subjectId, id), isNull(links.revokedAt)))
}

export async function markAsked(tx: TenantTx, operatorId: string, studyId: string, now: Date): Promise<void> {
  await tx
    .update(p)
    .set({ askedAt: now })
    .where(and(eq(p.operatorId, operatorId), eq(p.studyId, studyId), isNull(p.revokedAt)))
}

/** What parties have said: of everybody for the team, her own for a party. */
export async function measuresOf(tx: TenantTx, operatorId: string, studyId: string): Promise<Measure[]> {
  return tx
    .select({ indicatorId: m.indicatorId, partyId: m.partyId, moment: m.moment, value: m.value, view: m.view })
    .from(m)
    .innerJoin(
      impactIndicators,
      and(eq(impactIndicators.operatorId, m.operatorId), eq(impactIndicators.id, m.indicatorId)),
    )
    .where(and(eq(m.operatorId, operatorId), eq(impactIndicators.studyId, studyId)))
    .orderBy(asc(m.givenAt), asc(m.id))
}

export async function writeMeasure(
  tx: TenantTx,
  measure: {
    operatorId: string
    indicatorId: string
    partyId: string
    moment: MeasureMoment
    value: number | null
    view: string | null
    givenAt: Date
  },
): Promise<void> {
  const { value, view, givenAt } = measure
  await tx
    .insert(m)
    .values({ ...measure, id: newId() })
    .onConflictDoUpdate({
      target: [m.operatorId, m.indicatorId, m.partyId, m.moment],
      set: { value, view, givenAt },
    })
}

/** The frame of a party's link, with what she said herself; PostgreSQL hides the other parties from her. */
export async function impactByLink(
  { tx, operator }: { tx: TenantTx; operator: { id: string; name: string } },
  { subjectId }: { subjectId: string },
): Promise<SharedImpact | null> {
  const [party] = await tx
    .select({ id: p.id, name: p.name, studyId: p.studyId })
    .from(p)
    .where(and(eq(p.operatorId, operator.id), eq(p.id, subjectId), isNull(p.revokedAt)))
  const study = party && (await studyById(tx, operator.id, party.studyId))
  if (!study) return null
  const { id, accompanimentId, stage, stakes } = study
  return {
    operator: operator.name,
    study: { id, accompanimentId, stage, stakes },
    party: { id: party.id, name: party.name },
    effects: await effectsOf(tx, operator.id, id),
    indicators: await indicatorsOf(tx, operator.id, id),
    measures: await measuresOf(tx, operator.id, id),
  }
}
