import { z } from 'zod'
import { isSystem } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { nextNumbers } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { freezeTerritories } from '#app/features/organisations/territory.store.server.ts'
import { currentProgrammes, installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { object, yesNo } from '#app/kernel/input.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { batches } from './batches.ts'
import { outsideOf } from './case-plan.ts'
import type { ChildRow } from './child-files.ts'
import type { ColumnOf } from './columns.ts'
import type { FolderSource, ImportFile } from './folder.ts'
import { holdImport, keepRefs, knownRefs, rememberedFiles } from './import-refs.store.server.ts'
import * as agreementStore from './imported-agreements.store.server.ts'
import * as caseStore from './imported-cases.store.server.ts'
import * as engineeringStore from './imported-engineerings.store.server.ts'
import { membersByEmail } from './imported-members.store.server.ts'
import { presentOrganisations, settleStructures } from './imported-organisations.store.server.ts'
import * as records from './imported-records.store.server.ts'
import { type Parent, type ParentFile, parentFiles } from './parent-refs.ts'
import { ImportReport } from './report.ts'
import type { RowReader } from './row-reader.ts'
import * as rows from './rows.ts'
import type { KnownRef, Settled, SettlingRow } from './settling.ts'
import { readParts } from './table.ts'
import { beginReading, type FolderReading, isOfAnother, noteRow, refuseUnknown } from './work.ts'

const isSource = (value: unknown) => typeof value === 'object' && value !== null && 'open' in value

/**
 * Imports a folder into an operator: all of it or nothing. The rows are read while the transaction is open, part by part,
 * so that a folder of any size takes the memory of a few thousand rows; `report` says what was found, also when the
 * import is refused (`import-refused`) or was only a trial (`import-tried`) and nothing is left of it.
 *
 * An import records history: it applies no guard, plans no wave, starts no reminder and leaves nothing in the outbox.
 */
export const importFolder = defineCommand({
  name: 'folder.import',
  input: object({
    source: z.custom<FolderSource>(isSource),
    report: z.custom<ImportReport>(value => value instanceof ImportReport),
    isTrial: yesNo(),
  }),
  subject: async ctx => ctx.operator,
  allow: actor => isSystem(actor),
  async run(ctx, { source, report, isTrial }): Promise<Result<ReturnType<ImportReport['results']>, ImportFailure>> {
    report.clear()
    await holdImport(ctx.tx, ctx.operator.id)
    const work = await beginWork(ctx, source, report)
    for (const stranger of source.strangers)
      report.notice({ file: stranger, line: null, column: null, written: null, remark: { key: 'stranger' } })
    await importParents(work)
    await importChildren(work)
    if (report.isRefused) return fail('import-refused', { count: report.refusalCount })
    await settleCases(work)
    return isTrial ? fail('import-tried') : ok(report.results())
  },
})

type ImportFailure = Failure<'import-refused' | 'import-tried'>

type Work = FolderReading & {
  ctx: CommandContext
  /** Files of which earlier imports remember rows. */
  remembered: Set<string>
  /** Cases whose own row was written, and every case that something was written about. */
  written: Map<string, caseStore.WrittenCase>
  touched: Set<string>
}

async function beginWork(ctx: CommandContext, source: FolderSource, report: ImportReport): Promise<Work> {
  await installProgrammes(ctx.tx, ctx.operator.id)
  const current = await currentProgrammes(ctx.tx, ctx.operator.id)
  const programmes = current.map(({ id, code, definition: { startsWithoutOrganisation } }) => {
    return [code, { id, startsWithoutOrganisation }] as const
  })
  return {
    ...beginReading(source, report, ctx.today, new Map(programmes)),
    ctx,
    remembered: await rememberedFiles(ctx.tx, ctx.operator.id),
    written: new Map(),
    touched: new Set(),
  }
}

async function importParents(work: Work): Promise<void> {
  const { tx, operator, now } = work.ctx
  const { mayWrite } = work
  await importReferred(work, 'structures', rows.readStructure, found =>
    settleStructures(tx, operator.id, found, { now, today: work.today, mayWrite }),
  )
  await importReferred(work, 'conventions', rows.agreementReader(work.programmes), found =>
    agreementStore.settleAgreements(tx, operator.id, found, mayWrite),
  )
  await importReferred(work, 'accompagnements', rows.accompanimentReader(work.programmes), found =>
    settleAccompaniments(work, found),
  )
  await settleWritten(work)
  await importReferred(work, 'ingenieries', rows.readEngineering, async found => {
    const caseOf = (ref: string) => work.parents.accompagnements.get(ref)?.id ?? null
    const settled = await engineeringStore.settleEngineerings(tx, operator.id, found, caseOf, mayWrite)
    const changed = settled.flatMap(({ outcome, parent }) => (outcome === 'unchanged' ? [] : [parent.id]))
    await touchMembers(work, changed)
    return settled
  })
}

/** Reads a file whose rows have a ref: each is new, changed or the same, and others find it under its ref. */
async function importReferred<File extends ParentFile, Row extends { ref: string }>(
  work: Work,
  file: File,
  read: (cells: RowReader<ColumnOf<File>>) => Row | null,
  settle: (found: SettlingRow<File, Row>[]) => Promise<Settled[]>,
): Promise<void> {
  const { tx, operator } = work.ctx
  const refs = work.parents[file]
  refs.isWhole = await readParts(work, file, read, async part => {
    await findCited(work, part)
    const known = await knownOf(
      work,
      file,
      part.flatMap(({ cells }) => cells.ref ?? []),
    )
    const found = part.flatMap(({ line, cells, row }): SettlingRow<File, Row>[] => {
      const twin = cells.ref === null ? undefined : refs.get(cells.ref)
      if (twin) cells.refuseRef({ key: 'duplicate-ref', params: { line: twin.line ?? 0 } })
      else if (cells.ref !== null) refs.set(cells.ref, { id: null, line })
      return row && cells.isSound
        ? [{ line, cells, row, hash: sha256(cells.meaning()), known: known.get(row.ref) }]
        : []
    })
    const settled = await settle(found)
    for (const { ref, parent } of settled) refs.set(ref, parent)
    const changed = settled.filter(({ outcome }) => outcome !== 'unchanged')
    if (work.mayWrite())
      await keepRefs(
        tx,
        operator.id,
        file,
        changed.map(({ ref, hash, parent }) => ({ ref, subjectId: parent.id, contentHash: hash })),
      )
    return settled.map(({ outcome }) => outcome)
  })
}

/** Finds what the cells of these rows name, in this folder or in earlier imports, and refuses what is nowhere. */
async function findCited<Column extends string>(work: Work, part: { cells: RowReader<Column> }[]): Promise<void> {
  const { tx, operator } = work.ctx
  for (const file of parentFiles) {
    const parents = work.parents[file]
    const refs = part.flatMap(({ cells }) => cells.cited.flatMap(cell => (cell.file === file ? [cell.ref] : [])))
    for (const some of batches(parents.missing(refs)))
      for (const [ref, parent] of await earlierParents(tx, operator.id, file, some)) parents.set(ref, parent)
  }
  for (const { cells } of part)
    for (const cell of cells.cited) if (!work.parents[cell.file].get(cell.ref)) refuseUnknown(work, cells, cell)
}

async function earlierParents(
  tx: CommandContext['tx'],
  operatorId: string,
  file: ParentFile,
  refs: string[],
): Promise<Map<string, Parent>> {
  if (file === 'conventions') return agreementStore.agreementsByCode(tx, operatorId, refs)
  const known = await knownRefs(tx, operatorId, file, refs)
  const ids = [...known.values()].map(({ subjectId }) => subjectId)
  const found = new Map<string, Parent>()
  if (file === 'structures')
    for (const [id, { id: present, department }] of await presentOrganisations(tx, operatorId, ids))
      found.set(id, { id: present, line: null, department })
  else if (file === 'accompagnements')
    for (const [id, { organisationId }] of await caseStore.presentCases(tx, operatorId, ids))
      found.set(id, { id, line: null, organisationId })
  else
    for (const id of await engineeringStore.presentEngineerings(tx, operatorId, ids)) found.set(id, { id, line: null })
  return new Map(
    [...known].flatMap(([ref, { subjectId }]) => {
      const parent = found.get(subjectId)
      return parent ? [[ref, parent]] : []
    }),
  )
}

/** The first import of a file remembers nothing of it: there is no need to ask, row after row. */
const knownOf = async (work: Work, file: ImportFile, refs: string[]): Promise<Map<string, KnownRef>> =>
  work.remembered.has(file) ? knownRefs(work.ctx.tx, work.ctx.operator.id, file, refs) : new Map()

async function settleAccompaniments(
  work: Work,
  found: SettlingRow<'accompagnements', rows.AccompanimentRow>[],
): Promise<Settled[]> {
  const { tx, operator } = work.ctx
  const { structures, conventions } = work.parents
  for (const { row, line } of found)
    for (const code of row.agreements) {
      const department = row.structure === null ? null : structures.get(row.structure)?.department
      for (const remark of outsideOf(code, conventions.get(code)?.scope, row.programme, department))
        noteRow(work, 'accompagnements', line, 'conventions', remark)
    }
  const { settled, written } = await caseStore.settleAccompaniments(tx, operator.id, found, {
    now: work.ctx.now,
    today: work.today,
    organisationOf: ref => structures.get(ref)?.id ?? null,
    agreementOf: code => conventions.get(code)?.id ?? undefined,
    programmeOf: code => work.programmes.get(code)?.id ?? '',
    members: emails => membersByEmail(tx, operator.id, emails, work.today),
    numbers: (year, count) => nextNumbers(tx, operator.id, year, count),
    mayWrite: work.mayWrite,
  })
  for (const one of written) work.written.set(one.id, one)
  return settled
}

async function settleWritten(work: Work): Promise<void> {
  const { tx, operator, now } = work.ctx
  for (const some of batches([...work.written.values()])) {
    if (work.mayWrite()) await caseStore.settleWrittenCases(tx, operator.id, some, { now, today: work.today })
    for (const { id } of some) touch(work, id)
  }
}

/** Files whose rows have no ref: a row is itself by what it names, all its cells, and its rank among equals. */
async function importUnnamed<File extends ImportFile, Row>(
  work: Work,
  file: File,
  read: (cells: RowReader<ColumnOf<File>>) => Row | null,
  add: (tx: CommandContext['tx'], operatorId: string, found: ChildRow<Row>[]) => Promise<void>,
): Promise<void> {
  const { tx, operator } = work.ctx
  const ranks = new Map<string, number>()
  await readParts(work, file, read, async part => {
    await findCited(work, part)
    const found = part.flatMap(({ line, cells, row }) => {
      if (row === null || !cells.isSound) return []
      const ids = new Map(cells.cited.map(({ column, file, ref }) => [column, work.parents[file].get(ref)?.id ?? '']))
      if (isOfAnother(work, cells.cited)) noteRow(work, file, line, 'accompagnement', { key: 'other-structure' })
      // Half of the hash: 128 bits tell a million rows apart, and the index is what takes the longest to write.
      const identity = sha256(cells.meaning(ids)).slice(0, 32)
      const rank = ranks.get(identity) ?? 0
      ranks.set(identity, rank + 1)
      return [{ id: newId(), line, row, ids, ref: `${identity}#${rank}` }]
    })
    const known = await knownOf(
      work,
      file,
      found.map(({ ref }) => ref),
    )
    const fresh = found.filter(({ ref }) => !known.has(ref))
    if (work.mayWrite() && fresh.length > 0) {
      await add(tx, operator.id, fresh)
      await keepRefs(
        tx,
        operator.id,
        file,
        // Its ref is its content.
        fresh.map(({ ref, id }) => ({ ref, subjectId: id, contentHash: '' })),
      )
      for (const { ids } of fresh) touch(work, ids.get('accompagnement'))
      await touchMembers(
        work,
        fresh.flatMap(({ ids }) => ids.get('ingenierie') ?? []),
      )
    }
    return found.map(({ ref }) => (known.has(ref) ? 'unchanged' : 'created'))
  })
}

async function importChildren(work: Work): Promise<void> {
  await importUnnamed(work, 'photos', rows.readSnapshot, records.addSnapshots)
  await importTargets(work)
  await importUnnamed(work, 'orientations', rows.readReferral, records.addReferrals)
  await importUnnamed(work, 'actions', rows.readAction, records.addActions)
  await importUnnamed(work, 'seances', rows.readSession, records.addSessions)
  await importUnnamed(work, 'suivis', rows.readFollowUp, records.addFollowUps)
  await importUnnamed(work, 'benevolat', rows.readVolunteerTime, records.addVolunteerTime)
}

/** A target is its agreement, year and indicator: of several rows about one, the last counts, and people are told. */
async function importTargets(work: Work): Promise<void> {
  const { tx, operator } = work.ctx
  const file = 'objectifs'
  const last = new Map<string, { line: number; row: rows.TargetRow & { agreementId: string } }>()
  let repeats = 0
  await readParts(work, file, rows.readTarget, async part => {
    await findCited(work, part)
    for (const { row, cells, line } of part) {
      if (row === null || !cells.isSound) continue
      const agreementId = work.parents.conventions.get(row.agreement)?.id ?? ''
      const key = `${agreementId} ${row.year} ${row.indicator}`
      const earlier = last.get(key)
      if (earlier) repeats += 1
      if (earlier && earlier.row.value !== row.value)
        noteRow(work, file, line, 'cible', { key: 'repeated-target', params: { line: earlier.line } })
      last.set(key, { line, row: { ...row, agreementId } })
    }
    return []
  })
  const targets = [...last.values()].map(({ row }) => row)
  for (const some of batches(targets))
    work.report.count(file, await agreementStore.settleTargets(tx, operator.id, some, work.mayWrite))
  if (repeats > 0) work.report.count(file, { unchanged: repeats })
}

function touch(work: Work, id: string | undefined): void {
  if (id) work.touched.add(id)
}

async function touchMembers(work: Work, engineeringIds: string[]): Promise<void> {
  if (!work.mayWrite() || engineeringIds.length === 0) return
  const members = await engineeringStore.membersOf(work.ctx.tx, work.ctx.operator.id, [...new Set(engineeringIds)])
  for (const id of members) touch(work, id)
}

/** Once everything is there: the state of each case that something was written about, and what it waits for. */
async function settleCases(work: Work): Promise<void> {
  const { tx, operator } = work.ctx
  const ids = [...work.touched]
  for (const some of batches(ids)) {
    await caseStore.settleStates(tx, operator.id, some, work.written, work.today)
    await freezeTerritories(tx, operator.id, some, work.today)
  }
  await refreshNextSteps(tx, operator.id, ids, work.today)
  if (work.report.countsOf('suivis').created > 0) await noteRepeatedWaves(work, ids)
}

/** The identity of a wave is its whole row (formats): one that was planned, then imported again answered, is there twice. */
async function noteRepeatedWaves(work: Work, ids: string[]): Promise<void> {
  const refs = work.parents.accompagnements.byId()
  for (const some of batches(ids))
    for (const { id, wave } of await caseStore.repeatedWaves(work.ctx.tx, work.ctx.operator.id, some))
      noteRow(work, 'suivis', null, 'vague', { key: 'repeated-wave', params: { ref: refs.get(id) ?? '', wave } })
}
