import { and, eq } from 'drizzle-orm'
import { type Day, day } from '#app/kernel/day.ts'
import { invitations, offerFiles, offers } from '#db/schema/consultations.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Bid } from './consultation.ts'
import { isAnswerTimeOver } from './consultation-rules.ts'

type Reading = { tx: TenantTx; operator: { id: string; name: string }; today: Day }

/** What a provider's link opens on: PostgreSQL itself shows it its own invitation and its own offer, and no other row. */
export async function bidByLink({ tx, operator, today }: Reading, { subjectId }: { subjectId: string }) {
  const invitation = await invitationById(tx, operator.id, subjectId)
  const deadline = day(invitation?.deadline)
  if (!invitation?.brief || !deadline) return null
  const [own] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.operatorId, operator.id), eq(offers.invitationId, subjectId)))
  const [file] = await tx
    .select({ name: offerFiles.name, size: offerFiles.size })
    .from(offerFiles)
    .where(and(eq(offerFiles.operatorId, operator.id), eq(offerFiles.invitationId, subjectId)))
  const receivedOn = day(own?.receivedOn)
  const { id: invitationId, brief, intention } = invitation
  const bid: Bid = {
    operator: operator.name,
    invitationId,
    brief,
    deadline,
    intention,
    isOver: invitation.closedOn !== null || isAnswerTimeOver(deadline, today),
    offer:
      own && receivedOn
        ? { receivedOn, quarters: Math.round(own.days * 4), amountCents: own.amountCents, note: own.note }
        : null,
    file: file ?? null,
  }
  return bid
}

export async function invitationById(tx: TenantTx, operatorId: string, id: string, { lock = false } = {}) {
  const query = tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.operatorId, operatorId), eq(invitations.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  return row ?? null
}

type NewFile = Pick<typeof offerFiles.$inferInsert, 'id' | 'name' | 'kind' | 'size' | 'sha256'>

/** The last document replaces the one before; its bytes are thrown away by the sweep. */
export async function replaceOfferFile(
  tx: TenantTx,
  operatorId: string,
  invitationId: string,
  file: NewFile,
): Promise<void> {
  await tx
    .delete(offerFiles)
    .where(and(eq(offerFiles.operatorId, operatorId), eq(offerFiles.invitationId, invitationId)))
  await tx.insert(offerFiles).values({ operatorId, invitationId, ...file })
}

export async function offerFileOf(
  tx: TenantTx,
  operatorId: string,
  { engineeringId, offerId }: { engineeringId: string; offerId: string },
) {
  const [row] = await tx
    .select({ id: offerFiles.id, name: offerFiles.name, kind: offerFiles.kind })
    .from(offerFiles)
    .innerJoin(
      offers,
      and(eq(offers.operatorId, offerFiles.operatorId), eq(offers.invitationId, offerFiles.invitationId)),
    )
    .where(and(eq(offerFiles.operatorId, operatorId), eq(offers.engineeringId, engineeringId), eq(offers.id, offerId)))
  return row ?? null
}
