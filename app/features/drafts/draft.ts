import { z } from 'zod'

/** What was typed, by the name of each field, as a form sends it; boxes of one name, one per line. */
const typed = z.record(z.string().max(200), z.string())
export type Typed = z.output<typeof typed>

const mostFields = 600

/** Reads what the page sent, or what was kept; null when it is not the fields of a form. */
export function readTyped(json: string): Typed | null {
  try {
    const parsed = typed.safeParse(JSON.parse(json))
    return parsed.success && Object.keys(parsed.data).length <= mostFields ? parsed.data : null
  } catch {
    return null
  }
}

/** The mission that a page is about, when it is a consultant's. */
export const missionOf = (place: string): string | null =>
  /^\/consultant\/[\w-]+\/missions\/([0-9a-f-]{36})(?:[/?]|$)/.exec(place)?.[1] ?? null

/** A draft belongs to a page of its operator: it can lead to no other address. */
export const isPlaceOf = (slug: string, place: string): boolean =>
  ['o', 'consultant'].some(space => place.startsWith(`/${space}/${slug}/`)) && !/[\\\s]|\/\/|\.\./.test(place)

/** Days after which a draft that nobody came back to is thrown away. */
export const draftDays = 30
