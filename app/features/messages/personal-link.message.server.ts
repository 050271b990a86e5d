import { derivedAddress, derivedToken } from '#app/access/derived-token.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { publicUrl } from '#app/env.server.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { addDays } from '#app/kernel/day.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { extendLink, keepLink, type NewLink, standingLinks } from './message-facts.store.server.ts'
import type { Writing } from './writing.message.server.ts'

type LinkToWrite = Omit<NewLink, 'operatorId' | 'tokenHash' | 'expiresOn'> & { validDays: number }

/** A link of its own for each letter: those of earlier letters go on working until their day. */
export async function personalLink(
  { tx, operator, today, locale }: Writing,
  link: LinkToWrite,
): Promise<{ address: string; until: string }> {
  const { validDays, ...subject } = link
  const token = newToken()
  const expiresOn = addDays(today, validDays)
  await keepLink(tx, { ...subject, operatorId: operator.id, tokenHash: sha256(token), expiresOn })
  return { address: `${publicUrl()}/r/${token}`, until: formatDay(expiresOn, locale) }
}

/**
 * The same link in every letter to one person about one subject: drawn again from the row that keeps its hash, and valid
 * from the last letter on. One that was taken back, or that the installation's secret no longer draws, is never written
 * again: the next letter carries a new one.
 */
export async function stableLink(
  { tx, operator, today, locale }: Writing,
  { validDays, ...subject }: LinkToWrite,
): Promise<{ address: string; until: string }> {
  const operatorId = operator.id
  const until = addDays(today, validDays)
  const known = await standingLinks(tx, { operatorId, ...subject })
  const same = known.find(({ id, tokenHash }) => tokenHash === sha256(derivedToken(id)))
  const id = same?.id ?? newId()
  if (same) await extendLink(tx, operatorId, id, until)
  else await keepLink(tx, { ...subject, operatorId, id, tokenHash: sha256(derivedToken(id)), expiresOn: until })
  return { address: derivedAddress(id), until: formatDay(until, locale) }
}
