import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { changesBetween } from '#app/features/history/changes.ts'
import { companyFields } from '#app/features/organisations/company.ts'
import { newId } from '#app/kernel/ids.ts'
import { bulkUpsert, nextVersion } from '#db/schema/bulk.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type ImportEvent, writeImportEvents } from './imported-changes.store.server.ts'
import { type KnownOrganisation, type PlannedOrganisation, planStructure } from './organisation-plan.ts'
import type { StructureRow } from './rows.ts'
import type { Settled, SettlingRow } from './settling.ts'

const columns = {
  id: organisations.id,
  name: organisations.name,
  siret: organisations.siret,
  rna: organisations.rna,
  legalForm: organisations.legalForm,
  foundedOn: organisations.foundedOn,
  commune: organisations.commune,
  department: organisations.department,
  region: organisations.region,
  sector: organisations.sector,
  employer: organisations.employer,
  qpv: organisations.qpv,
  frr: organisations.frr,
}

type StructureSettling = SettlingRow<'structures', StructureRow>

/** Makes organisations of these rows, in their order; writes nothing once `mayWrite` says that the folder is refused. */
export async function settleStructures(
  tx: TenantTx,
  operatorId: string,
  rows: StructureSettling[],
  { now, today, mayWrite }: { now: Date; today: string; mayWrite: () => boolean },
): Promise<Settled[]> {
  const present = await presentOrganisations(
    tx,
    operatorId,
    rows.flatMap(({ known }) => known?.subjectId ?? []),
  )
  const holders = await organisationsByIdentifier(
    tx,
    operatorId,
    rows.map(({ row }) => row),
  )
  const bySiret = new Map(holders.flatMap(held => (held.siret ? [[held.siret, held]] : [])))
  const byRna = new Map(holders.flatMap(held => (held.rna ? [[held.rna, held]] : [])))
  const pending = new Map<string, PlannedOrganisation>()
  const settled: Settled[] = []
  for (const { row, cells, known, hash, line } of rows) {
    const found = known && present.get(known.subjectId)
    const organisation = found && (pending.get(found.id) ?? found)
    const plan = planStructure(row, newId, {
      remembered:
        known && organisation
          ? { organisation, isSame: known.contentHash === hash, wasMerged: organisation.id !== known.subjectId }
          : null,
      withSiret: row.siret ? bySiret.get(row.siret) : undefined,
      withRna: row.rna ? byRna.get(row.rna) : undefined,
    })
    if (plan.kind === 'refused') {
      cells.refuse(plan.column, plan.reason)
      continue
    }
    const { id, siret, rna, department } = plan.organisation
    settled.push({ ref: row.ref, hash, outcome: plan.kind, parent: { id, line, department } })
    if (plan.kind === 'unchanged') continue
    pending.set(id, plan.organisation)
    if (siret) bySiret.set(siret, plan.organisation)
    if (rna) byRna.set(rna, plan.organisation)
  }
  if (!mayWrite()) return settled
  await writeOrganisations(tx, operatorId, [...pending.values()])
  const before = new Map([...present.values(), ...holders].map(held => [held.id, held]))
  const told = [...pending.values()].flatMap(organisation => overwrittenOn(before.get(organisation.id), organisation))
  await writeImportEvents(tx, operatorId, { now, today }, told)
  return settled
}

/** What the folder changes of a sheet that was there, if it changes anything. */
function overwrittenOn(before: KnownOrganisation | undefined, after: PlannedOrganisation): ImportEvent[] {
  if (!before) return []
  const { id, searchText: _searched, ...written } = after
  const changes = changesBetween(before, written)
  if (Object.keys(changes).length === 0) return []
  return [{ name: 'organisation.imported-again', subjectKind: 'organisation', subjectId: id, data: { changes } }]
}

/** Those that the operator already has under one of these numbers; a merged duplicate is not one. */
function organisationsByIdentifier(
  tx: TenantTx,
  operatorId: string,
  rows: { siret: string | null; rna: string | null }[],
): Promise<KnownOrganisation[]> {
  const sirets = rows.flatMap(({ siret }) => siret ?? [])
  const rnas = rows.flatMap(({ rna }) => rna ?? [])
  return tx
    .select(columns)
    .from(organisations)
    .where(
      and(
        eq(organisations.operatorId, operatorId),
        isNull(organisations.mergedIntoId),
        or(inArray(organisations.siret, sirets), inArray(organisations.rna, rnas)),
      ),
    )
}

/** By the id that an import remembers: the organisation it is today, whatever it was merged into, if it still exists. */
export async function presentOrganisations(
  tx: TenantTx,
  operatorId: string,
  ids: string[],
): Promise<Map<string, KnownOrganisation>> {
  const found = new Map<string, KnownOrganisation>()
  if (ids.length === 0) return found
  const rows = await tx.execute<{ asked: string; id: string }>(sql`
    with recursive merged (asked, id, merged_into_id) as (
      select id, id, merged_into_id from organisations
      where operator_id = ${operatorId} and id in (${sql.join(
        ids.map(id => sql`${id}`),
        sql`, `,
      )})
      union
      select merged.asked, target.id, target.merged_into_id from merged
      join organisations target on target.operator_id = ${operatorId} and target.id = merged.merged_into_id
    )
    select asked, id from merged where merged_into_id is null`)
  const kept = [...new Set(rows.rows.map(row => row.id))]
  if (kept.length === 0) return found
  const present = await tx
    .select(columns)
    .from(organisations)
    .where(and(eq(organisations.operatorId, operatorId), inArray(organisations.id, kept)))
  const byId = new Map(present.map(row => [row.id, row]))
  for (const { asked, id } of rows.rows) {
    const row = byId.get(id)
    if (row) found.set(asked, row)
  }
  return found
}

/** The field whose source no longer holds, since the file says something else; null when it says the same. */
const sourceLost = companyFields.map(field => {
  const name = sql.identifier(toSnakeCase(field))
  return sql`case when organisations.${name} is distinct from excluded.${name} then ${field}::text end`
})

/** Adds those that are new and writes over the others, which keep what no file says. */
async function writeOrganisations(tx: TenantTx, operatorId: string, rows: PlannedOrganisation[]): Promise<void> {
  if (rows.length === 0) return
  const written = rows.map(row => ({ operatorId, ...row }))
  await tx.execute(
    bulkUpsert(organisations, written, {
      key: ['operatorId', 'id'],
      replaced: [
        'name',
        'searchText',
        'siret',
        'rna',
        'legalForm',
        'foundedOn',
        'commune',
        'department',
        'region',
        'sector',
        'employer',
        'qpv',
        'frr',
      ],
      also: [
        ...nextVersion(organisations),
        // A number that passes its check takes the place of what was typed wrong.
        sql`siret_draft = case when excluded.siret is null then organisations.siret_draft end`,
        sql`rna_draft = case when excluded.rna is null then organisations.rna_draft end`,
        sql`sources = organisations.sources - array_remove(array[${sql.join(sourceLost, sql`, `)}], null)`,
      ],
    }),
  )
}
