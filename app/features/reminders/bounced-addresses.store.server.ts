import { and, asc, eq, or } from 'drizzle-orm'
import { knownToBounce } from '#app/features/messages/send-rules.ts'
import type { Send } from '#app/features/messages/sends.store.server.ts'
import { peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { isSameAddress } from '#app/features/organisations/person.ts'
import { sends } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'

/** The messages of a case that an address refused, or that were not tried there since. */
export function bouncedSends(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<Send[]> {
  return tx
    .select()
    .from(sends)
    .where(
      and(
        eq(sends.operatorId, operatorId),
        eq(sends.accompanimentId, accompanimentId),
        eq(sends.state, 'failed'),
        or(eq(sends.bounced, true), eq(sends.failure, knownToBounce)),
      ),
    )
    .orderBy(asc(sends.dueAt), asc(sends.id))
}

/** The way in of a partner: it is written to her elsewhere, and never to somebody of the organisation. */
export const isToPartner = ({ message }: Pick<Send, 'message'>) => message.startsWith('referral.')

export type BouncedAddress = {
  recipient: string
  /** Who has it in the organisation; null when it is nobody's there: a provider's, or one that was corrected since. */
  name: string | null
  waiting: number
  /** Those of the organisation who can be written to elsewhere. */
  others: { id: string; name: string; email: string }[]
}

type Case = { id: string; organisationId: string | null }

/** Each address of the organisation that refuses what its case writes to it, with whom else could be written to. */
export async function bouncedAddresses(tx: TenantTx, operatorId: string, of: Case): Promise<BouncedAddress[]> {
  const refused = await bouncedSends(tx, operatorId, of.id)
  if (refused.length === 0) return []
  const people = of.organisationId ? await peopleOf(tx, operatorId, of.organisationId) : []
  const waiting = new Map<string, number>()
  for (const { recipient } of refused) waiting.set(recipient, (waiting.get(recipient) ?? 0) + 1)
  const partners = new Set(refused.filter(isToPartner).map(({ recipient }) => recipient))
  const isRefused = (email: string) => [...waiting.keys()].some(recipient => isSameAddress(email, recipient))
  return [...waiting].map(([recipient, count]) => ({
    recipient,
    name: people.find(({ email }) => isSameAddress(email, recipient))?.name ?? null,
    waiting: count,
    others: people.flatMap(({ id, name, email }) =>
      email && !isRefused(email) && !partners.has(recipient) ? [{ id, name, email }] : [],
    ),
  }))
}
