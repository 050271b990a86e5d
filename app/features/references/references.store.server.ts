import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import { type Citation, providerReferences } from '#db/schema/references.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type CitedReference, cited, type Reference, type ReferenceByLink } from './reference.ts'

const t = providerReferences
const columns = {
  id: t.id,
  engineeringId: t.engineeringId,
  accompanimentId: t.accompanimentId,
  providerId: t.providerId,
  provider: t.provider,
  title: t.title,
  organisation: t.organisation,
  sector: t.sector,
  place: t.place,
  year: t.year,
  askedOn: t.askedOn,
  askedOf: t.askedOf,
  citation: t.citation,
  answeredOn: t.answeredOn,
  withdrawnOn: t.withdrawnOn,
}

export function referencesOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Reference[]> {
  return tx
    .select(columns)
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.engineeringId, engineeringId)))
    .orderBy(asc(t.organisation))
}

/** With `lock`, a withdrawal and a late answer come one after the other. */
export async function referenceById(
  tx: TenantTx,
  operatorId: string,
  id: string,
  { lock = false } = {},
): Promise<Reference | null> {
  const query = tx
    .select(columns)
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  return row ?? null
}

/** What each of these providers may show, the latest first. */
export async function citedOf(
  tx: TenantTx,
  operatorId: string,
  providerIds: readonly string[],
): Promise<CitedReference[]> {
  if (providerIds.length === 0) return []
  const rows = await tx
    .select(columns)
    .from(t)
    .where(
      and(
        eq(t.operatorId, operatorId),
        inArray(t.providerId, [...providerIds]),
        inArray(t.citation, ['named', 'anonymous']),
      ),
    )
    .orderBy(desc(t.year), asc(t.organisation), asc(t.id))
  return rows.flatMap(cited)
}

export async function referenceByLink(
  { tx, operator }: { tx: TenantTx; operator: { id: string; name: string } },
  { subjectId }: { subjectId: string },
  options: { lock?: boolean } = {},
): Promise<ReferenceByLink | null> {
  const reference = await referenceById(tx, operator.id, subjectId, options)
  return reference && { ...reference, operator: operator.name }
}

/** The organisation of a case, as a reference speaks of it, and whom to ask. */
export async function citableCase(tx: TenantTx, operatorId: string, accompanimentId: string) {
  const [row] = await tx
    .select({
      organisation: organisations.name,
      sector: organisations.sector,
      department: organisations.department,
      territory: accompaniments.territory,
      contact: people.name,
      email: people.email,
    })
    .from(accompaniments)
    .innerJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .leftJoin(
      people,
      and(eq(people.operatorId, accompaniments.operatorId), eq(people.id, accompaniments.contactPersonId)),
    )
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, accompanimentId)))
  return row ?? null
}

type Asked = Omit<Reference, 'id' | 'citation' | 'answeredOn' | 'withdrawnOn'>

/** Asked again before an answer came, the words are those of today. */
export async function writeAsked(tx: TenantTx, operatorId: string, asked: Asked): Promise<string> {
  const [row] = await tx
    .insert(t)
    .values({ operatorId, id: newId(), ...asked })
    .onConflictDoUpdate({ target: [t.operatorId, t.engineeringId, t.accompanimentId], set: asked })
    .returning({ id: t.id })
  if (!row) throw new Error('a reference vanished between two statements')
  return row.id
}

export async function writeCitation(
  tx: TenantTx,
  operatorId: string,
  id: string,
  said: { citation: Citation; answeredOn?: Day; withdrawnOn: Day | null },
): Promise<void> {
  await tx
    .update(t)
    .set(said)
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id)))
}
