import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Referral } from '#app/features/accompaniments/referrals.store.server.ts'
import { eraseSends } from '#app/features/messages/erase-sends.store.server.ts'
import { planSend, type SendContext } from '#app/features/messages/sends.store.server.ts'
import { readBounces } from '#app/features/notifications/notify.store.server.ts'
import { isSameAddress } from '#app/features/organisations/person.ts'
import { dayOf } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { links } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { type ReferralBrief, referrals } from '#db/schema/referrals.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ReferralByLink } from './referral.ts'

const t = referrals

export async function referralById(
  tx: TenantTx,
  operatorId: string,
  id: string,
  { lock = false } = {},
): Promise<Referral | null> {
  const query = tx
    .select()
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id)))
  const [row] = await (lock ? query.for('update') : query)
  return row ?? null
}

type Reading = { tx: TenantTx; operator: { id: string; name: string } }

/** What a partner's link opens on: PostgreSQL itself shows it this referral, and no other row of the case. */
export async function referralByLink(
  { tx, operator }: Reading,
  { subjectId }: { subjectId: string },
  options: { lock?: boolean } = {},
): Promise<ReferralByLink | null> {
  const referral = await referralById(tx, operator.id, subjectId, options)
  if (!referral?.brief) return null
  const { id, accompanimentId, sentTo, brief, reason, sentOn, expectedOn, answer, answeredOn, word, saidAt } = referral
  const isSaid = saidAt !== null
  const shown = { id, accompanimentId, sentTo, brief, reason, sentOn, expectedOn, answer, answeredOn, word, isSaid }
  return { operator: operator.name, ...shown }
}

export type Partner = { partnerName: string | null; partnerEmail: string }

/**
 * Gives a partner the way to answer for itself, and writes to it: at once, then as the rule of the case says. An address
 * that another replaces is kept nowhere, and the link that it was given opens on nothing.
 */
export async function writeToPartner(
  ctx: SendContext,
  referral: Pick<Referral, 'id' | 'accompanimentId' | 'version' | 'partnerEmail'>,
  partner: Partner,
): Promise<void> {
  const { tx, operator, now } = ctx
  const { id, accompanimentId, partnerEmail: former } = referral
  if (former && !isSameAddress(former, partner.partnerEmail)) {
    await readBounces(tx, operator.id, { accompanimentId, recipient: former }, now)
    await takeBack(tx, operator.id, [id], now)
  }
  const version = referral.version + 1
  await tx
    .update(t)
    .set({
      ...partner,
      partnerAskedOn: dayOf(now),
      brief: await briefOf(tx, operator.id, accompanimentId),
      version,
      updatedAt: sql`now()`,
    })
    .where(and(eq(t.operatorId, operator.id), eq(t.id, id)))
  await planSend(ctx, {
    key: `referral.asked:${id}:${version}`,
    message: 'referral.asked',
    payload: { referralId: id },
    recipient: partner.partnerEmail,
    accompanimentId,
  })
}

/** The case as the partner may know it: by the name of its organisation, and who to speak to. */
async function briefOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<ReferralBrief> {
  const [row] = await tx
    .select({
      organisation: organisations.name,
      title: accompaniments.title,
      number: accompaniments.number,
      practitioner: users.name,
    })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .leftJoin(users, eq(users.id, accompaniments.practitionerId))
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, accompanimentId)))
  return {
    organisation: row?.organisation ?? row?.title ?? row?.number ?? '',
    practitioner: row?.practitioner ?? null,
  }
}

/** Links of these referrals open on nothing from this very transaction on, and what was written keeps no address. */
async function takeBack(tx: TenantTx, operatorId: string, ids: readonly string[], now: Date): Promise<void> {
  await eraseSends(tx, operatorId, { key: 'referralId', ids })
  await tx
    .update(links)
    .set({ revokedAt: now })
    .where(
      and(
        eq(links.operatorId, operatorId),
        eq(links.purpose, 'referral'),
        inArray(links.subjectId, [...ids]),
        isNull(links.revokedAt),
      ),
    )
}

const forgotten = { partnerName: null, partnerEmail: null, partnerAskedOn: null, brief: null }

/** The partner's name and address are kept nowhere; what it answered stays. */
export async function forgetPartnerOf(tx: TenantTx, operatorId: string, id: string, now: Date): Promise<void> {
  await tx
    .update(t)
    .set({ ...forgotten, version: sql`${t.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id)))
  await takeBack(tx, operatorId, [id], now)
}

/** The same for somebody who is forgotten, wherever she was the partner: by her name too when others read that address. */
export async function erasePartners(
  tx: TenantTx,
  operatorId: string,
  { address, name }: { address: string; name: string | null },
  now: Date,
): Promise<void> {
  const erased = await tx
    .update(t)
    .set({ ...forgotten, version: sql`${t.version} + 1`, updatedAt: sql`now()` })
    .where(
      and(
        eq(t.operatorId, operatorId),
        sql`lower(${t.partnerEmail}) = lower(${address})`,
        name === null ? undefined : eq(t.partnerName, name),
      ),
    )
    .returning({ id: t.id })
  const ids = erased.map(({ id }) => id)
  if (ids.length > 0) await takeBack(tx, operatorId, ids, now)
}

/** An address that refused, put right: what leaves later goes there too. Nobody read the link at the other. */
export async function correctPartners(
  tx: TenantTx,
  operatorId: string,
  { accompanimentId, recipient, corrected }: { accompanimentId: string; recipient: string; corrected: string },
): Promise<void> {
  await tx
    .update(t)
    .set({ partnerEmail: corrected, version: sql`${t.version} + 1`, updatedAt: sql`now()` })
    .where(
      and(
        eq(t.operatorId, operatorId),
        eq(t.accompanimentId, accompanimentId),
        sql`lower(${t.partnerEmail}) = lower(${recipient})`,
      ),
    )
}

export async function writeSaid(
  tx: TenantTx,
  operatorId: string,
  id: string,
  said: Pick<Referral, 'answer' | 'answeredOn' | 'word' | 'saidAt'>,
): Promise<void> {
  await tx
    .update(t)
    .set({ ...said, version: sql`${t.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id)))
}
