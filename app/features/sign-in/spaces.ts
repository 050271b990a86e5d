/** A place of hers: her work in an operator, her missions, the agreements that she pays for, the editions of a network. */
export type ReachedSpace = { kind: 'team' | 'consultant' | 'funder' | 'network'; to: string; operator: string | null }
type Reached = { kind: 'practitioner' | 'manager' | 'consultant' | 'funder' | 'network'; operatorSlug: string }

const shared = { consultant: '/consultant', funder: '/financeur', network: '/reseau' } as const

/** Where what she reaches is: a space of each operator that she works for, one of each other kind for all of them. */
export const spaceAddress = ({ kind, operatorSlug }: Reached): string =>
  kind === 'practitioner' || kind === 'manager' ? `/o/${operatorSlug}/aujourdhui` : shared[kind]

function spaceOf(row: Reached & { operatorName: string }): ReachedSpace {
  const to = spaceAddress(row)
  return row.kind === 'practitioner' || row.kind === 'manager'
    ? { kind: 'team', to, operator: row.operatorName }
    : { kind: row.kind, to, operator: null }
}

/** All her spaces; none when there is only one, since there is nothing to choose. */
export function spacesOf(reach: readonly (Reached & { operatorName: string })[]): ReachedSpace[] {
  const spaces = new Map(reach.map(row => [spaceAddress(row), spaceOf(row)]))
  return spaces.size > 1 ? [...spaces.values()] : []
}

/** Whether a page is in a space: an operator's is everything under its address. */
export const isInSpace = ({ kind, to }: ReachedSpace, pathname: string): boolean => {
  const root = kind === 'team' ? to.slice(0, to.lastIndexOf('/')) : to
  return pathname === root || pathname.startsWith(`${root}/`)
}
