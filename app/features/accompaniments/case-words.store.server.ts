import { and, eq } from 'drizzle-orm'
import { type Programme, programmeById } from '#app/features/programmes/programmes.store.server.ts'
import { programmes } from '#db/schema/programmes.ts'
import type { TenantTx } from '#db/tenant.ts'
import { labelOfState } from './state-labels.ts'

/** The versions that new cases take, in the order in which they were installed; each is read and checked once. */
export async function programmesInUse(tx: TenantTx, operatorId: string): Promise<Programme[]> {
  const rows = await tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(and(eq(programmes.operatorId, operatorId), programmes.current))
    .orderBy(programmes.id)
  return [
    ...(
      await programmesOf(
        tx,
        operatorId,
        rows.map(({ id }) => id),
      )
    ).values(),
  ]
}

/** Those of these cases, by id: few versions for many cases. */
export async function programmesOf(
  tx: TenantTx,
  operatorId: string,
  ids: Iterable<string>,
): Promise<Map<string, Programme>> {
  const found = new Map<string, Programme>()
  for (const id of new Set(ids)) {
    const programme = await programmeById(tx, operatorId, id)
    if (programme) found.set(id, programme)
  }
  return found
}

type Found = { programmeId: string; state: string; total: number }

/** Each case with the word that its own programme has for its state. */
export async function casesInWords<Row extends Found>(tx: TenantTx, operatorId: string, rows: readonly Row[]) {
  const known = await programmesOf(
    tx,
    operatorId,
    rows.map(({ programmeId }) => programmeId),
  )
  return rows.map(({ total: _total, programmeId, state, ...row }) => ({
    ...row,
    state: { code: state, label: labelOfState(known.get(programmeId)?.definition, state) },
  }))
}
