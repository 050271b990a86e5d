import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { savedFilters } from '#db/schema/caseload.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { mayRemoveFilter } from './saved-filters.ts'

export type SavedFilter = {
  id: string
  name: string
  search: string
  /** Whose it is, when it is the team's and somebody else's. */
  author: string | null
  isShared: boolean
  canRemove: boolean
}

/** Her own, and those that others share, by name. */
export async function filtersOf(
  tx: TenantTx,
  operatorId: string,
  me: { userId: string; manages: boolean },
): Promise<SavedFilter[]> {
  const rows = await tx
    .select({
      id: savedFilters.id,
      name: savedFilters.name,
      search: savedFilters.search,
      authorId: savedFilters.authorId,
      readerId: savedFilters.readerId,
      author: users.name,
    })
    .from(savedFilters)
    .leftJoin(users, eq(users.id, savedFilters.authorId))
    .where(
      and(
        eq(savedFilters.operatorId, operatorId),
        or(isNull(savedFilters.readerId), eq(savedFilters.readerId, me.userId)),
      ),
    )
    .orderBy(asc(savedFilters.name), asc(savedFilters.id))
    .limit(100)
  return rows.map(({ authorId, readerId, author, ...row }) => ({
    ...row,
    author: authorId === me.userId ? null : author,
    isShared: readerId === null,
    canRemove: mayRemoveFilter(me, { authorId, readerId }),
  }))
}

export async function filterById(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({
      id: savedFilters.id,
      name: savedFilters.name,
      authorId: savedFilters.authorId,
      readerId: savedFilters.readerId,
    })
    .from(savedFilters)
    .where(and(eq(savedFilters.operatorId, operatorId), eq(savedFilters.id, id)))
  return row ?? null
}

/** Under the same name, her filter is replaced. */
export async function keepFilter(
  tx: TenantTx,
  operatorId: string,
  { authorId, name, search, shared }: { authorId: string; name: string; search: string; shared: boolean },
): Promise<string> {
  const readerId = shared ? null : authorId
  const [row] = await tx
    .insert(savedFilters)
    .values({ operatorId, id: newId(), name, search, authorId, readerId })
    .onConflictDoUpdate({
      target: [savedFilters.operatorId, savedFilters.authorId, savedFilters.name],
      set: { search, readerId },
    })
    .returning({ id: savedFilters.id })
  return row?.id ?? ''
}

export async function forgetFilter(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx.delete(savedFilters).where(and(eq(savedFilters.operatorId, operatorId), eq(savedFilters.id, id)))
}
