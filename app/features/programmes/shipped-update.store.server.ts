import type { TenantTx } from '#db/tenant.ts'
import { markOf, questionsOf } from './editing.ts'
import { type ProgrammeDefinition, programmeDefinition } from './programme-definition.ts'
import { shippedProgramme } from './programmes.store.server.ts'
import { isShippedSince, type ShippedUpdate, type Side, shippedUpdate } from './shipped-update.ts'
import { type ProgrammeVersion, shippedBases, standingVersion } from './versions.store.server.ts'

export type UpdateOffered = {
  shipped: ProgrammeDefinition
  /** Of what the choices were made on: the copy, and what is shipped. */
  mark: number
  settled: (choices: Readonly<Record<string, Side>>) => ShippedUpdate
}

/** What is shipped since the operator's copy of a programme was made; null when it has it all, or was never shipped. */
export async function offeredUpdate(
  { tx, operator }: { tx: TenantTx; operator: { id: string } },
  versions: readonly ProgrammeVersion[],
): Promise<UpdateOffered | null> {
  const [latest] = versions
  const known = latest ? shippedProgramme(latest.code) : null
  if (!latest || !known) return null
  const base = (await shippedBases(tx, operator.id, latest.code)).get(latest.code)
  const shipped = programmeDefinition.parse(known)
  if (!base || !isShippedSince(base, shipped)) return null
  const own = latest.definition
  const standing = standingVersion(versions)?.definition
  const tracked = new Set(
    [own, ...(standing ? [standing] : [])].flatMap(definition =>
      questionsOf(definition).flatMap(question => (question.tracked ? [question.code] : [])),
    ),
  )
  return {
    shipped,
    mark: markOf([own, shipped]),
    settled: choices => shippedUpdate(base, own, shipped, { choices, tracked }),
  }
}

/** The programmes of an operator that are shipped otherwise since it took them. */
export async function offeredUpdates(tx: TenantTx, operatorId: string): Promise<Set<string>> {
  const bases = await shippedBases(tx, operatorId)
  const behind = [...bases].filter(([code, base]) => {
    const shipped = shippedProgramme(code)
    return shipped !== null && isShippedSince(base, programmeDefinition.parse(shipped))
  })
  return new Set(behind.map(([code]) => code))
}
