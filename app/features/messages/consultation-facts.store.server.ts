import { and, eq, isNotNull } from 'drizzle-orm'
import { consultations, invitations, offers, termsOfReference } from '#db/schema/consultations.ts'
import { engineerings, providers } from '#db/schema/engineerings.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

type Row = { operatorId: string; engineeringId: string }

/** A consultation as its letters speak of it: what is asked, until when, and who asks. */
export async function consultationFacts(tx: TenantTx, { operatorId, engineeringId }: Row) {
  const [row] = await tx
    .select({
      title: engineerings.title,
      state: engineerings.state,
      deadline: consultations.deadline,
      decidedOn: consultations.decidedOn,
      askedByName: users.name,
      askedByEmail: users.email,
      context: termsOfReference.context,
      issue: termsOfReference.issue,
      results: termsOfReference.results,
      phases: termsOfReference.phases,
      deliverables: termsOfReference.deliverables,
      calendar: termsOfReference.calendar,
      skills: termsOfReference.skills,
      contact: termsOfReference.contact,
      publicity: termsOfReference.publicity,
      days: termsOfReference.days,
      budgetCents: termsOfReference.budgetCents,
      vatBasisPoints: termsOfReference.vatBasisPoints,
    })
    .from(consultations)
    .innerJoin(
      engineerings,
      and(eq(engineerings.operatorId, consultations.operatorId), eq(engineerings.id, consultations.engineeringId)),
    )
    .innerJoin(
      termsOfReference,
      and(
        eq(termsOfReference.operatorId, consultations.operatorId),
        eq(termsOfReference.engineeringId, consultations.engineeringId),
      ),
    )
    .leftJoin(users, eq(users.id, consultations.openedBy))
    .where(and(eq(consultations.operatorId, operatorId), eq(consultations.engineeringId, engineeringId)))
  return row ?? null
}

export async function providerFacts(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({ name: providers.name })
    .from(providers)
    .where(and(eq(providers.operatorId, operatorId), eq(providers.id, id)))
  return row ?? null
}

/** The firm that made an offer. */
export async function bidderFacts(tx: TenantTx, operatorId: string, offerId: string) {
  const [row] = await tx
    .select({ name: providers.name })
    .from(offers)
    .innerJoin(providers, and(eq(providers.operatorId, offers.operatorId), eq(providers.id, offers.providerId)))
    .where(and(eq(offers.operatorId, operatorId), eq(offers.id, offerId)))
  return row ?? null
}

/** The invitation of a provider, when its terms can be read behind a link. */
export async function invitationOf(
  tx: TenantTx,
  operatorId: string,
  { engineeringId, providerId }: { engineeringId: string; providerId: string },
): Promise<string | null> {
  const [row] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.operatorId, operatorId),
        eq(invitations.engineeringId, engineeringId),
        eq(invitations.providerId, providerId),
        isNotNull(invitations.brief),
      ),
    )
  return row?.id ?? null
}
