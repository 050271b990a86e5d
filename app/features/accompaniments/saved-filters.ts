export type FilterOwner = { authorId: string; readerId: string | null }

/** Its author; and, of what is the team's, a manager: who wrote it may have left. */
export const mayRemoveFilter = (me: { userId: string; manages: boolean }, { authorId, readerId }: FilterOwner) =>
  authorId === me.userId || (readerId === null && me.manages)
