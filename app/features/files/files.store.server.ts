import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { funderLogos } from '#db/schema/agreements.ts'
import { offerFiles } from '#db/schema/consultations.ts'
import { deliverableFiles } from '#db/schema/contracts.ts'
import { files, sessionFiles } from '#db/schema/files.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ShownFile } from './file-about.ts'

export type NewFile = Omit<typeof files.$inferInsert, 'createdAt' | 'removedAt'>

export async function filesOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<ShownFile[]> {
  const rows = await tx
    .select({
      id: files.id,
      name: files.name,
      about: files.about,
      size: files.size,
      addedAt: files.addedAt,
      addedBy: users.name,
    })
    .from(files)
    .innerJoin(users, eq(users.id, files.addedBy))
    .where(and(eq(files.operatorId, operatorId), eq(files.accompanimentId, accompanimentId), isNull(files.removedAt)))
    .orderBy(asc(files.addedAt), asc(files.id))
  return rows
}

export async function fileOfCase(
  tx: TenantTx,
  operatorId: string,
  { accompanimentId, fileId }: { accompanimentId: string; fileId: string },
) {
  const [row] = await tx
    .select()
    .from(files)
    .where(
      and(
        eq(files.operatorId, operatorId),
        eq(files.accompanimentId, accompanimentId),
        eq(files.id, fileId),
        isNull(files.removedAt),
      ),
    )
  return row ?? null
}

/** False when this very file was written already. */
export async function writeFile(tx: TenantTx, file: NewFile): Promise<boolean> {
  const rows = await tx.insert(files).values(file).onConflictDoNothing().returning({ id: files.id })
  return rows.length > 0
}

export async function hideFile(tx: TenantTx, operatorId: string, id: string, now: Date): Promise<void> {
  await tx
    .update(files)
    .set({ removedAt: now })
    .where(and(eq(files.operatorId, operatorId), eq(files.id, id)))
}

/** Forgets what was taken away before this day. */
export async function forgetRemoved(tx: TenantTx, operatorId: string, limit: Date): Promise<void> {
  for (const table of [files, sessionFiles])
    await tx.delete(table).where(and(eq(table.operatorId, operatorId), lt(table.removedAt, limit)))
}

/** Those of these ids that a row stands for. */
export async function knownFiles(tx: TenantTx, operatorId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const known = new Set<string>()
  for (const table of [files, sessionFiles, offerFiles, deliverableFiles, funderLogos]) {
    const rows = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.operatorId, operatorId), inArray(table.id, [...ids])))
    for (const { id } of rows) known.add(id)
  }
  return known
}
