import { and, asc, eq, isNull } from 'drizzle-orm'
import { sessionFiles } from '#db/schema/files.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { SessionFile } from './session-file.ts'

type NewFile = Omit<typeof sessionFiles.$inferInsert, 'createdAt' | 'removedAt'>

export async function filesOfSession(tx: TenantTx, operatorId: string, sessionId: string): Promise<SessionFile[]> {
  return tx
    .select({
      id: sessionFiles.id,
      name: sessionFiles.name,
      size: sessionFiles.size,
      caption: sessionFiles.caption,
      addedAt: sessionFiles.addedAt,
      addedBy: users.name,
    })
    .from(sessionFiles)
    .innerJoin(users, eq(users.id, sessionFiles.addedBy))
    .where(
      and(
        eq(sessionFiles.operatorId, operatorId),
        eq(sessionFiles.sessionId, sessionId),
        isNull(sessionFiles.removedAt),
      ),
    )
    .orderBy(asc(sessionFiles.addedAt), asc(sessionFiles.id))
}

export async function sessionFileById(
  tx: TenantTx,
  operatorId: string,
  { sessionId, fileId }: { sessionId: string; fileId: string },
) {
  const [row] = await tx
    .select()
    .from(sessionFiles)
    .where(
      and(
        eq(sessionFiles.operatorId, operatorId),
        eq(sessionFiles.sessionId, sessionId),
        eq(sessionFiles.id, fileId),
        isNull(sessionFiles.removedAt),
      ),
    )
  return row ?? null
}

/** False when this very file was written already. */
export async function writeSessionFile(tx: TenantTx, file: NewFile): Promise<boolean> {
  const rows = await tx.insert(sessionFiles).values(file).onConflictDoNothing().returning({ id: sessionFiles.id })
  return rows.length > 0
}

export async function hideSessionFile(tx: TenantTx, operatorId: string, id: string, now: Date): Promise<void> {
  await tx
    .update(sessionFiles)
    .set({ removedAt: now })
    .where(and(eq(sessionFiles.operatorId, operatorId), eq(sessionFiles.id, id)))
}
