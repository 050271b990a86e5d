import { sha256 } from '#app/access/sha256.server.ts'
import { publicUrl } from '#app/env.server.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { addDays } from '#app/kernel/day.ts'
import { newToken } from '#app/kernel/ids.ts'
import { keepLink, type NewLink } from './message-facts.store.server.ts'
import type { Writing } from './writing.message.server.ts'

/** A link of its own for each letter: those of earlier letters go on working until their day. */
export async function personalLink(
  { tx, operator, today, locale }: Writing,
  link: Omit<NewLink, 'operatorId' | 'tokenHash' | 'expiresOn'> & { validDays: number },
): Promise<{ address: string; until: string }> {
  const { validDays, ...subject } = link
  const token = newToken()
  const expiresOn = addDays(today, validDays)
  await keepLink(tx, { ...subject, operatorId: operator.id, tokenHash: sha256(token), expiresOn })
  return { address: `${publicUrl()}/r/${token}`, until: formatDay(expiresOn, locale) }
}
