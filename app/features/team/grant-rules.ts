export type Kind = 'practitioner' | 'manager' | 'consultant' | 'funder' | 'network'

/**
 * What one person may not be at once for one operator (reliability ISO-05): who pays or is paid sees less than a member,
 * on purpose, and a member sees everything; who pays does not choose whom she pays. The database refuses them too.
 */
const forbidden: readonly (readonly [Kind, Kind])[] = [
  ['manager', 'consultant'],
  ['manager', 'funder'],
  ['practitioner', 'consultant'],
  ['practitioner', 'funder'],
  ['consultant', 'funder'],
]

/** The pair of what she is and what she would become that is forbidden; null when there is none. */
export function forbiddenPair(held: readonly Kind[], asked: Kind): readonly [Kind, Kind] | null {
  return forbidden.find(([a, b]) => (held.includes(a) && asked === b) || (held.includes(b) && asked === a)) ?? null
}

export const memberKinds = ['practitioner', 'manager'] as const
export type MemberKind = (typeof memberKinds)[number]
export const isMemberKind = (kind: Kind): kind is MemberKind => kind === 'practitioner' || kind === 'manager'
