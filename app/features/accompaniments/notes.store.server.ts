import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments, notes } from '#db/schema/accompaniments.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Note = typeof notes.$inferSelect

export async function insertNote(
  tx: TenantTx,
  operatorId: string,
  values: Pick<Note, 'accompanimentId' | 'body' | 'authorId' | 'createdAt'>,
): Promise<string> {
  const id = newId()
  await tx.insert(notes).values({ operatorId, id, ...values })
  return id
}

export async function noteOf(tx: TenantTx, operatorId: string, number: string, noteId: string): Promise<Note | null> {
  const [row] = await tx
    .select({ note: notes })
    .from(notes)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, notes.operatorId), eq(accompaniments.id, notes.accompanimentId)),
    )
    .where(and(eq(notes.operatorId, operatorId), eq(notes.id, noteId), eq(accompaniments.number, number)))
  return row?.note ?? null
}

/** False when the version has moved. */
export async function rewriteNote(
  tx: TenantTx,
  operatorId: string,
  noteId: string,
  version: number,
  body: string,
): Promise<boolean> {
  const rows = await tx
    .update(notes)
    .set({ body, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(notes.operatorId, operatorId), eq(notes.id, noteId), eq(notes.version, version)))
    .returning({ id: notes.id })
  return rows.length > 0
}

/** False when the version has moved. */
export async function setAudience(
  tx: TenantTx,
  operatorId: string,
  { id, version }: { id: string; version: number },
  values: Pick<Note, 'audience'> & Partial<Pick<Note, 'sharedAt'>>,
): Promise<boolean> {
  const rows = await tx
    .update(notes)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(notes.operatorId, operatorId), eq(notes.id, id), eq(notes.version, version)))
    .returning({ id: notes.id })
  return rows.length > 0
}

export type SharedNote = { id: string; accompanimentId: string; body: string; at: Date }

/** What was shared of these cases, for those outside the team: neither who wrote it nor anything internal. */
export async function sharedNotesOf(
  tx: TenantTx,
  operatorId: string,
  accompanimentIds: readonly string[],
): Promise<SharedNote[]> {
  if (accompanimentIds.length === 0) return []
  return tx
    .select({ id: notes.id, accompanimentId: notes.accompanimentId, body: notes.body, at: notes.createdAt })
    .from(notes)
    .where(
      and(
        eq(notes.operatorId, operatorId),
        inArray(notes.accompanimentId, [...accompanimentIds]),
        eq(notes.audience, 'shared'),
      ),
    )
    .orderBy(desc(notes.createdAt), desc(notes.id))
    .limit(100)
}

export async function notesOf(tx: TenantTx, operatorId: string, accompanimentId: string) {
  return tx
    .select({
      id: notes.id,
      body: notes.body,
      version: notes.version,
      at: notes.createdAt,
      authorId: notes.authorId,
      audience: notes.audience,
      author: users.name,
    })
    .from(notes)
    .leftJoin(users, eq(users.id, notes.authorId))
    .where(and(eq(notes.operatorId, operatorId), eq(notes.accompanimentId, accompanimentId)))
    .orderBy(desc(notes.createdAt), desc(notes.id))
    .limit(200)
}
