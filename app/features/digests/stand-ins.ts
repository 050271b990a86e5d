/** Whose notices a member reads: her own, and those of whom she stands in for. `away`: who stands in for whom. */
export const readFor = (userId: string, away: ReadonlyMap<string, string>): string[] => [
  userId,
  ...[...away].flatMap(([absent, delegate]) => (delegate === userId ? [absent] : [])),
]
