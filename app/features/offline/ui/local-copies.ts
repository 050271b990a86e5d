import type { UnsentSession } from '../unsent.ts'
import { typing, unsentFrom } from '../written.ts'
import { forgetUnsent, keepUnsent, lastTaken, unsentOf } from './device.ts'

/** The session that a form of the page is about, as its address names it. */
export type Place = {
  operator?: string | undefined
  engineeringId?: string | undefined
  sessionId?: string | undefined
}

/** Keeps on the device what is typed in a page's form; null where the device holds nothing of hers. */
export async function keepLocally(params: Place, fields: UnsentSession['fields']): Promise<string | null> {
  const last = await lastTaken()
  if (!last) return null
  const copy = typing(unsentFrom(last.taken, { params, fields }), fields)
  await keepUnsent(copy)
  return copy.id
}

/** Once the server has it. */
export const forgetLocally = (id: string) => forgetUnsent(id)

/** What was typed of this session and never saved, by another page than this one; null: nothing. */
export async function leftTyping({ operator, engineeringId, sessionId }: Place, mine: string | null) {
  const last = await lastTaken()
  const all = last ? await unsentOf(last.taken.person) : []
  const isHere = (one: UnsentSession) =>
    one.operator === operator && one.engineeringId === engineeringId && one.sessionId === (sessionId ?? null)
  return all.findLast(one => one.state === 'typing' && one.id !== mine && isHere(one)) ?? null
}
