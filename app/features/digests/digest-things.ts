/** What a member was told and has not opened, oldest first. */
export type UnreadNotice = {
  id: string
  kind: string
  data: Readonly<Record<string, string>>
  address: string
  /** Whom it was for, when she stands in for her. */
  insteadOf: string | null
  /** No digest has carried it yet. */
  isNew: boolean
}

/** One line of a digest: one notice, or several that say the same of several cases. */
export type DigestThing = { notices: readonly [UnreadNotice, ...UnreadNotice[]] }

/** More would be a list to work through, not a message to read (peers.md row 51). */
const mostThings = 5

/** What was asked of the team comes before what only happened. */
const isAsked = ({ kind }: UnreadNotice) => kind.startsWith('reminder') || kind.startsWith('message.')

/**
 * At most five things, and how many notices stand in none of them. Reminders of one rule make one thing, whatever their
 * cases. What no digest has carried yet comes first; among equals what is asked, then the oldest.
 */
export function thingsOf(notices: readonly UnreadNotice[]): { things: DigestThing[]; others: number } {
  const groups = new Map<string, [UnreadNotice, ...UnreadNotice[]]>()
  for (const notice of notices) {
    const key = sameThing(notice)
    const group = groups.get(key)
    if (group) group.push(notice)
    else groups.set(key, [notice])
  }
  const rank = (group: readonly UnreadNotice[]) =>
    (group.some(({ isNew }) => isNew) ? 0 : 2) + (group.some(isAsked) ? 0 : 1)
  const things = [...groups.values()].sort((one, other) => rank(one) - rank(other))
  const others = things.slice(mostThings).reduce((sum, group) => sum + group.length, 0)
  return { things: things.slice(0, mostThings).map(group => ({ notices: group })), others }
}

/** Reminders of one rule to one person; any other notice is a thing of its own. */
const sameThing = ({ id, kind, data, insteadOf }: UnreadNotice): string =>
  kind.startsWith('reminder') && data.fr ? JSON.stringify([kind, data.fr, insteadOf]) : id
