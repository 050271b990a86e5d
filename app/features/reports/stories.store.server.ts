import { and, asc, desc, eq, exists, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Period } from '#app/kernel/period.ts'
import { accompanimentAgreements, accompaniments } from '#db/schema/accompaniments.ts'
import { consents, type PieceKind, qualitativePieces } from '#db/schema/follow-ups.ts'
import { type LegalForm, organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

export type ConsentedStory = {
  pieceId: string
  number: string
  organisation: string | null
  kind: PieceKind
  body: string
  author: string | null
  collectedOn: string
  /** Written by its organisation in a follow-up. */
  fromFollowUp: boolean
  method: string | null
  limits: string | null
  legalForm: LegalForm | null
  department: string | null
  /** The widest that stands: who agreed for everybody agreed for a funder. */
  consent: 'funder' | 'public'
}

/** A report tells a few stories, the latest: enough to hear several voices, few enough to be read. */
const mostStories = 6

/**
 * What was collected in the period from the cases that name the agreement, and may be read by a funder: the person agreed
 * to it for funders or for everybody, and has not withdrawn since.
 */
export async function consentedStories(
  tx: TenantTx,
  operatorId: string,
  { agreementId, period, today }: { agreementId: string; period: Period; today: string },
): Promise<ConsentedStory[]> {
  const standingFor = (audiences: ('funder' | 'public')[]) =>
    exists(
      tx
        .select({ one: sql`1` })
        .from(consents)
        .where(
          and(
            eq(consents.operatorId, operatorId),
            eq(consents.pieceId, qualitativePieces.id),
            inArray(consents.audience, audiences),
            lte(consents.givenOn, today),
            or(isNull(consents.withdrawnOn), sql`${consents.withdrawnOn} > ${today}`),
          ),
        ),
    )
  const naming = tx
    .select({ one: sql`1` })
    .from(accompanimentAgreements)
    .where(
      and(
        eq(accompanimentAgreements.operatorId, operatorId),
        eq(accompanimentAgreements.accompanimentId, qualitativePieces.accompanimentId),
        eq(accompanimentAgreements.agreementId, agreementId),
      ),
    )
  return tx
    .select({
      pieceId: qualitativePieces.id,
      number: accompaniments.number,
      organisation: organisations.name,
      kind: qualitativePieces.kind,
      body: qualitativePieces.body,
      author: qualitativePieces.author,
      collectedOn: qualitativePieces.collectedOn,
      fromFollowUp: sql<boolean>`${qualitativePieces.fromFollowUpId} is not null`,
      method: qualitativePieces.method,
      limits: qualitativePieces.limits,
      legalForm: organisations.legalForm,
      department: organisations.department,
      consent: sql<'funder' | 'public'>`case when ${standingFor(['public'])} then 'public' else 'funder' end`,
    })
    .from(qualitativePieces)
    .innerJoin(
      accompaniments,
      and(
        eq(accompaniments.operatorId, qualitativePieces.operatorId),
        eq(accompaniments.id, qualitativePieces.accompanimentId),
      ),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(
      and(
        eq(qualitativePieces.operatorId, operatorId),
        sql`${qualitativePieces.collectedOn} between ${period.from}::date and ${period.to}::date`,
        standingFor(['funder', 'public']),
        exists(naming),
      ),
    )
    .orderBy(desc(qualitativePieces.collectedOn), asc(qualitativePieces.id))
    .limit(mostStories)
}
