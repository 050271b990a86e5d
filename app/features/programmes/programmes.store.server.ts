import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { programmes } from '#db/schema/programmes.ts'
import { shippedProgrammes } from '#db/seed/programmes/shipped.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type ProgrammeDefinition, programmeDefinition } from './programme-definition.ts'

export type Programme = { id: string; code: string; version: number; name: string; definition: ProgrammeDefinition }

const columns = {
  id: programmes.id,
  code: programmes.code,
  version: programmes.version,
  name: programmes.name,
  definition: programmes.definition,
}
type Row = Omit<Programme, 'definition'> & { definition: unknown }
const opened = (row: Row): Programme => ({ ...row, definition: programmeDefinition.parse(row.definition) })

export const shippedProgramme = (code: string): ProgrammeDefinition | null =>
  shippedProgrammes.find(shipped => shipped.code === code) ?? null

/** What is shipped besides these codes. */
export const shippedBesides = (codes: readonly string[]): ProgrammeDefinition[] =>
  shippedProgrammes.filter(({ code }) => !codes.includes(code))

/** Gives the operator its copy of each programme that it does not know yet. Repeating it changes nothing. */
export async function installProgrammes(
  tx: TenantTx,
  operatorId: string,
  definitions: readonly ProgrammeDefinition[] = shippedProgrammes,
): Promise<void> {
  for (const definition of definitions) {
    const { code, version, name } = programmeDefinition.parse(definition)
    const id = newId()
    const added = await tx
      .insert(programmes)
      .values({ operatorId, id, code, version, name: name.fr, definition, shipped: definition })
      .onConflictDoNothing({ target: [programmes.operatorId, programmes.code, programmes.version] })
      .returning({ id: programmes.id })
    if (added.length > 0) await putInService(tx, operatorId, { code, id })
  }
}

/** New cases take this version of the programme, and no other. */
export async function putInService(
  tx: TenantTx,
  operatorId: string,
  { code, id }: { code: string; id: string },
): Promise<void> {
  await tx
    .update(programmes)
    .set({ current: sql`${programmes.id} = ${id}` })
    .where(and(eq(programmes.operatorId, operatorId), eq(programmes.code, code)))
}

/** The version that new cases take, or null when the operator does not run that programme. */
export async function programmeByCode(tx: TenantTx, operatorId: string, code: string): Promise<Programme | null> {
  const [row] = await tx
    .select(columns)
    .from(programmes)
    .where(and(eq(programmes.operatorId, operatorId), eq(programmes.code, code), programmes.current))
    .orderBy(sql`${programmes.version} desc`)
    .limit(1)
  return row ? opened(row) : null
}

/**
 * A version is written once, so what was read of it stays true: reading and checking twenty kilobytes of definition for
 * each page costs more than the rest of the page.
 */
const known = new Map<string, Programme>()
const knownAtMost = 500

/** The version that a case was opened with. */
export async function programmeById(tx: TenantTx, operatorId: string, id: string): Promise<Programme | null> {
  const key = `${operatorId} ${id}`
  const remembered = known.get(key)
  if (remembered) return remembered
  const read = await readProgramme(tx, operatorId, id)
  if (read) {
    if (known.size >= knownAtMost) known.clear()
    known.set(key, read)
  }
  return read
}

async function readProgramme(tx: TenantTx, operatorId: string, id: string): Promise<Programme | null> {
  const [row] = await tx
    .select(columns)
    .from(programmes)
    .where(and(eq(programmes.operatorId, operatorId), eq(programmes.id, id)))
  return row ? opened(row) : null
}

export async function currentProgrammes(tx: TenantTx, operatorId: string): Promise<Programme[]> {
  const rows = await tx
    .select(columns)
    .from(programmes)
    .where(and(eq(programmes.operatorId, operatorId), programmes.current))
    // In the order in which they were installed: the first is the one that most cases take.
    .orderBy(programmes.id)
  return rows.map(opened)
}
