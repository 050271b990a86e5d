import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { snapshotInput } from '#app/features/diagnostics/diagnostic-input.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { hasOwnOrigin, type OwnOrigin, type OwnOrigins, originFields } from './figure-origin.ts'
import { snapshotFormValues } from './snapshot-form.ts'
import {
  diagnosticSnapshot,
  insertDiagnosticSnapshot,
  type Snapshot,
  type SnapshotValues,
  updateSnapshot,
} from './snapshots.store.server.ts'
import { readOrigins } from './stored-origins.ts'

/** The photo of jobs and money at the diagnostic: T0, which every follow-up is compared with. */
export const saveSnapshot = defineCommand({
  name: 'snapshot.save',
  input: snapshotInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number, version, takenOn, origins, ...figures },
    { row },
  ): Promise<Result<{ number: string }, Failure<'day-to-come' | 'no-organisation'>>> => {
    const { tx, operator, record, today } = ctx
    if (!row.organisationId) return fail('no-organisation')
    if (takenOn && takenOn > today) return fail('day-to-come', {}, 'takenOn')
    const own = withOwnOrigin(origins ?? {})
    const early = originFields.find(field => (own[field]?.on ?? today) > today)
    if (early) return fail('day-to-come', {}, `origins.${early}.on`)
    const before = await diagnosticSnapshot(tx, operator.id, row.id)
    const values = { takenOn: takenOn ?? before?.takenOn ?? today, ...figures, origins: own }
    const of = { organisationId: row.organisationId, accompanimentId: row.id }
    const id = await write(ctx, before, of, version, values)
    await record({
      name: 'snapshot.saved',
      subjectKind: 'snapshot',
      subjectId: id,
      accompanimentId: row.id,
      data: { changes: changesBetween(formValuesOf(before), snapshotFormValues(values, own)) },
    })
    await refreshNextSteps(tx, operator.id, [row.id], today)
    return ok({ number })
  },
})

async function write(
  { tx, operator }: CommandContext,
  before: Snapshot | null,
  of: { organisationId: string; accompanimentId: string },
  version: number,
  values: SnapshotValues,
): Promise<string> {
  // The case is locked: two first snapshots of one diagnostic cannot both be the first.
  if (!before && version === 0) return insertDiagnosticSnapshot(tx, operator.id, of, values)
  if (before && (await updateSnapshot(tx, operator.id, before.id, version, values))) return before.id
  throw await conflictOn(tx, operator.id, before?.id ?? of.accompanimentId, {
    version: before?.version ?? 0,
    values: formValuesOf(before),
  })
}

const formValuesOf = (row: Snapshot | null) => snapshotFormValues(row, readOrigins(row?.origins))

/** The figures that differ from the photo as a whole; the others are left out of the column. */
const withOwnOrigin = (given: Partial<Record<string, OwnOrigin | null>>): OwnOrigins =>
  Object.fromEntries(
    originFields.flatMap(field => {
      const own = given[field]
      return own && hasOwnOrigin(own) ? [[field, own]] : []
    }),
  )
