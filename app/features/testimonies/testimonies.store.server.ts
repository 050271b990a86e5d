import { and, count, desc, eq, exists, inArray, isNull, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { consents, type PieceAudience, type PieceKind, qualitativePieces } from '#db/schema/follow-ups.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

export type ConsentLine = {
  id: string
  pieceId: string
  audience: PieceAudience
  personName: string
  givenOn: string
  withdrawnOn: string | null
  evidence: string | null
}
export type TestimonyLine = {
  id: string
  number: string
  organisation: string | null
  kind: PieceKind
  body: string
  author: string | null
  collectedOn: string
  method: string | null
  limits: string | null
  fromFollowUp: boolean
  consents: ConsentLine[]
}

const caseOf = and(
  eq(accompaniments.operatorId, qualitativePieces.operatorId),
  eq(accompaniments.id, qualitativePieces.accompanimentId),
)
const organisationOf = and(
  eq(organisations.operatorId, accompaniments.operatorId),
  eq(organisations.id, accompaniments.organisationId),
)

export type TestimonyFilter = {
  /** Of one case. */
  number: string | null
  /** That somebody agreed to show to these, and has not withdrawn since. */
  audience: PieceAudience | null
}

/** One page of the pieces of the operator, the latest first, each with its consents; and how many there are in all. */
export async function listTestimonies(
  tx: TenantTx,
  operatorId: string,
  { number, audience }: TestimonyFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; testimonies: TestimonyLine[] }> {
  const standing = tx
    .select({ one: sql`1` })
    .from(consents)
    .where(
      and(
        eq(consents.operatorId, operatorId),
        eq(consents.pieceId, qualitativePieces.id),
        isNull(consents.withdrawnOn),
        audience === null ? undefined : eq(consents.audience, audience),
      ),
    )
  const wanted = and(
    eq(qualitativePieces.operatorId, operatorId),
    number === null ? undefined : eq(accompaniments.number, number),
    audience === null ? undefined : exists(standing),
  )
  const [all] = await tx
    .select({ total: count() })
    .from(qualitativePieces)
    .innerJoin(accompaniments, caseOf)
    .where(wanted)
  const rows = await tx
    .select({
      id: qualitativePieces.id,
      number: accompaniments.number,
      organisation: organisations.name,
      kind: qualitativePieces.kind,
      body: qualitativePieces.body,
      author: qualitativePieces.author,
      collectedOn: qualitativePieces.collectedOn,
      method: qualitativePieces.method,
      limits: qualitativePieces.limits,
      fromFollowUpId: qualitativePieces.fromFollowUpId,
    })
    .from(qualitativePieces)
    .innerJoin(accompaniments, caseOf)
    .leftJoin(organisations, organisationOf)
    .where(wanted)
    .orderBy(desc(qualitativePieces.collectedOn), desc(qualitativePieces.id))
    .limit(limit)
    .offset(offset)
  const given = await consentsOf(
    tx,
    operatorId,
    rows.map(({ id }) => id),
  )
  const testimonies = rows.map(({ fromFollowUpId, ...row }) => ({
    ...row,
    fromFollowUp: fromFollowUpId !== null,
    consents: given.filter(({ pieceId }) => pieceId === row.id),
  }))
  return { total: all?.total ?? 0, testimonies }
}

async function consentsOf(tx: TenantTx, operatorId: string, pieceIds: readonly string[]): Promise<ConsentLine[]> {
  if (pieceIds.length === 0) return []
  return tx
    .select({
      id: consents.id,
      pieceId: consents.pieceId,
      audience: consents.audience,
      personName: consents.personName,
      givenOn: consents.givenOn,
      withdrawnOn: consents.withdrawnOn,
      evidence: consents.evidence,
    })
    .from(consents)
    .where(and(eq(consents.operatorId, operatorId), inArray(consents.pieceId, [...pieceIds])))
    .orderBy(desc(consents.givenOn), desc(consents.id))
}

export async function caseOfNumber(
  tx: TenantTx,
  operatorId: string,
  number: string,
): Promise<{ accompanimentId: string } | null> {
  const [row] = await tx
    .select({ accompanimentId: accompaniments.id })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.number, number)))
  return row ?? null
}

type NewPiece = Pick<
  typeof qualitativePieces.$inferInsert,
  'kind' | 'body' | 'author' | 'collectedOn' | 'method' | 'limits'
>

export async function insertPiece(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  piece: NewPiece,
): Promise<string> {
  const id = newId()
  await tx.insert(qualitativePieces).values({ operatorId, id, accompanimentId, ...piece })
  return id
}

type NewConsent = {
  pieceId: string
  accompanimentId: string
  audience: PieceAudience
  personName: string
  givenOn: string
  evidence: string
}

export async function insertConsent(tx: TenantTx, operatorId: string, consent: NewConsent): Promise<string> {
  const id = newId()
  await tx.insert(consents).values({ operatorId, id, ...consent })
  return id
}

export async function pieceById(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({ accompanimentId: qualitativePieces.accompanimentId, collectedOn: qualitativePieces.collectedOn })
    .from(qualitativePieces)
    .where(and(eq(qualitativePieces.operatorId, operatorId), eq(qualitativePieces.id, id)))
  return row ?? null
}

/** The consent, locked; null when it is not the operator's or was withdrawn. */
export async function standingConsent(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({ accompanimentId: consents.accompanimentId, pieceId: consents.pieceId, audience: consents.audience })
    .from(consents)
    .where(and(eq(consents.operatorId, operatorId), eq(consents.id, id), isNull(consents.withdrawnOn)))
    .for('update')
  return row ?? null
}

export async function withdraw(tx: TenantTx, operatorId: string, id: string, on: string): Promise<void> {
  await tx
    .update(consents)
    .set({ withdrawnOn: on })
    .where(and(eq(consents.operatorId, operatorId), eq(consents.id, id)))
}
