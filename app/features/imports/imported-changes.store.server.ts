import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Changes, changesBetween } from '#app/features/history/changes.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements, accompaniments } from '#db/schema/accompaniments.ts'
import { agreements } from '#db/schema/agreements.ts'
import { bulkInsert } from '#db/schema/bulk.ts'
import { events } from '#db/schema/journal.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

const columns = {
  practitionerId: accompaniments.practitionerId,
  channel: accompaniments.channel,
  requestedOn: accompaniments.requestedOn,
  intakeOn: accompaniments.intakeOn,
  diagnosticValidatedOn: accompaniments.diagnosticValidatedOn,
  committeeOn: accompaniments.committeeOn,
  opinion: accompaniments.opinion,
  planApprovedOn: accompaniments.planApprovedOn,
  restitutionOn: accompaniments.restitutionOn,
  closedOn: accompaniments.closedOn,
  outcome: accompaniments.outcome,
  abandonedOn: accompaniments.abandonedOn,
  abandonReason: accompaniments.abandonReason,
}
type Imported = Partial<Record<keyof typeof columns, string | null>> & { id: string }

/** What a folder is about to write over: by field, from which value to which, and who was in charge by her id. */
export type Overwritten = { changes: Changes; ids?: (string | null)[] }

/** Of these cases that are there already, what their rows will change. Asked before they are written. */
export async function overwrittenBy(
  tx: TenantTx,
  operatorId: string,
  rows: readonly Imported[],
): Promise<Map<string, Overwritten>> {
  if (rows.length === 0) return new Map()
  const next = new Map(rows.map(row => [row.id, row]))
  const standing = await tx
    .select({ id: accompaniments.id, ...columns })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, [...next.keys()])))
  const names = await namesOfUsers(
    tx,
    [...standing, ...rows].flatMap(({ practitionerId }) => practitionerId ?? []),
  )
  const named = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null)
  return new Map(
    standing.map(({ id, ...before }) => {
      const row = next.get(id)
      const after = Object.fromEntries(Object.keys(before).map(field => [field, valueIn(row, field)]))
      const changes = changesBetween(before, after)
      if (!('practitionerId' in changes)) return [id, { changes }]
      const to = row?.practitionerId ?? null
      const told = { ...changes, practitionerId: [named(before.practitionerId), named(to)] } satisfies Changes
      return [id, { changes: told, ids: [before.practitionerId, to] }]
    }),
  )
}

const valueIn = (row: object | undefined, field: string): unknown =>
  new Map<string, unknown>(Object.entries(row ?? {})).get(field)

async function namesOfUsers(tx: TenantTx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The codes of the agreements of these cases, in one text each. */
export async function codesOfCases(tx: TenantTx, operatorId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: accompanimentAgreements.accompanimentId, code: agreements.code })
    .from(accompanimentAgreements)
    .innerJoin(
      agreements,
      and(
        eq(agreements.operatorId, accompanimentAgreements.operatorId),
        eq(agreements.id, accompanimentAgreements.agreementId),
      ),
    )
    .where(
      and(eq(accompanimentAgreements.operatorId, operatorId), inArray(accompanimentAgreements.accompanimentId, ids)),
    )
    .orderBy(asc(agreements.code))
  const found = new Map<string, string>()
  for (const { id, code } of rows) found.set(id, [found.get(id), code].filter(Boolean).join(', '))
  return found
}

export type ImportEvent = Pick<typeof events.$inferInsert, 'name' | 'subjectKind' | 'subjectId' | 'accompanimentId'> & {
  data: Record<string, unknown>
}

export async function writeImportEvents(
  tx: TenantTx,
  operatorId: string,
  { now, today }: { now: Date; today: string },
  told: readonly ImportEvent[],
): Promise<void> {
  if (told.length === 0) return
  const common = { operatorId, actorKind: 'system', actorName: 'import', happenedOn: today, at: now }
  await tx.execute(
    bulkInsert(
      events,
      told.map(event => ({ ...common, ...event, id: newId() })),
    ),
  )
}
