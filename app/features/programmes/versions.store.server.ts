import { and, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { isEnded } from '#app/features/accompaniments/lifecycle.ts'
import { questionSubject } from '#app/features/files/file-about.ts'
import { conflictOn, type Recording } from '#app/features/history/history.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { accompaniments, answers } from '#db/schema/accompaniments.ts'
import { files } from '#db/schema/files.ts'
import { programmes } from '#db/schema/programmes.ts'
import type { TenantTx } from '#db/tenant.ts'
import { troublesAgainst, troublesOf } from './consistency.ts'
import { type ProgrammeDefinition, programmeDefinition } from './programme-definition.ts'

export type ProgrammeVersion = {
  id: string
  code: string
  version: number
  revision: number
  current: boolean
  definition: ProgrammeDefinition
}

const columns = {
  id: programmes.id,
  code: programmes.code,
  version: programmes.version,
  revision: programmes.revision,
  current: programmes.current,
  definition: programmes.definition,
}

/** The versions of a programme, the latest first: it is the one that is edited. Locked when a command asks. */
export async function versionsOf(
  tx: TenantTx,
  operatorId: string,
  code: string,
  lock = false,
): Promise<ProgrammeVersion[]> {
  const query = tx
    .select(columns)
    .from(programmes)
    .where(and(eq(programmes.operatorId, operatorId), eq(programmes.code, code)))
    .orderBy(sql`${programmes.version} desc`)
  const rows = await (lock ? query.for('update') : query)
  return rows.map(row => ({ ...row, definition: programmeDefinition.parse(row.definition) }))
}

/** Every version of every programme, without its definition, in the order in which they came. */
export async function allVersions(tx: TenantTx, operatorId: string) {
  return tx
    .select({ code: programmes.code, version: programmes.version, current: programmes.current, name: programmes.name })
    .from(programmes)
    .where(eq(programmes.operatorId, operatorId))
    .orderBy(programmes.id)
}

/** How many cases took each version; whether they are open is said by their state, which the caller knows. */
async function casesByVersion(tx: TenantTx, operatorId: string, code: string) {
  return tx
    .select({ version: programmes.version, state: accompaniments.state, count: sql<number>`count(*)::int` })
    .from(accompaniments)
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .where(and(eq(accompaniments.operatorId, operatorId), eq(programmes.code, code)))
    .groupBy(programmes.version, accompaniments.state)
}

/** How many open cases follow each version of a programme that has any. */
export async function openCases(tx: TenantTx, operatorId: string, { code, definition }: ProgrammeVersion) {
  const counted = new Map<number, number>()
  for (const { version, state, count } of await casesByVersion(tx, operatorId, code))
    if (!isEnded(definition, state)) counted.set(version, (counted.get(version) ?? 0) + count)
  return [...counted].map(([version, cases]) => ({ version, cases })).sort((one, other) => other.version - one.version)
}

/** The cases of a programme that took another version than this one. */
export async function casesOfOtherVersions(tx: TenantTx, operatorId: string, current: { id: string; code: string }) {
  return tx
    .select({ id: accompaniments.id, state: accompaniments.state, version: programmes.version })
    .from(accompaniments)
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .where(
      and(
        eq(accompaniments.operatorId, operatorId),
        eq(programmes.code, current.code),
        ne(accompaniments.programmeId, current.id),
      ),
    )
    .orderBy(accompaniments.id)
}

export async function giveVersion(
  tx: TenantTx,
  operatorId: string,
  programmeId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(accompaniments)
    .set({ programmeId })
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, [...ids])))
}

/** How many cases have an answer to each question of a programme. */
export async function casesByQuestion(tx: TenantTx, operatorId: string, code: string): Promise<Record<string, number>> {
  const rows = await tx
    .select({ question: answers.question, count: sql<number>`count(distinct ${answers.accompanimentId})::int` })
    .from(answers)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, answers.operatorId), eq(accompaniments.id, answers.accompanimentId)),
    )
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .where(and(eq(answers.operatorId, operatorId), eq(programmes.code, code), isNotNull(answers.value)))
    .groupBy(answers.question)
  const attached = await tx
    .select({ about: files.about, count: sql<number>`count(distinct ${files.accompanimentId})::int` })
    .from(files)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, files.operatorId), eq(accompaniments.id, files.accompanimentId)),
    )
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .where(and(eq(files.operatorId, operatorId), eq(programmes.code, code), isNull(files.removedAt)))
    .groupBy(files.about)
  return Object.fromEntries([
    ...rows.map(({ question, count }) => [question, count]),
    ...attached.flatMap(({ about, count }) =>
      about?.startsWith(questionSubject('')) ? [[about.slice(questionSubject('').length), count]] : [],
    ),
  ])
}

export async function insertVersion(
  tx: TenantTx,
  operatorId: string,
  written: { definition: ProgrammeDefinition; current: boolean; revision?: number; shipped?: ProgrammeDefinition },
): Promise<string> {
  const id = newId()
  const { code, version, name } = written.definition
  await tx.insert(programmes).values({ operatorId, id, code, version, name: name.fr, ...written })
  return id
}

/** The version that cases may have taken last: what the next one may not take back is read in it. */
export const standingVersion = (versions: readonly ProgrammeVersion[]): ProgrammeVersion | null =>
  (versions[0]?.current ? versions[0] : versions[1]) ?? null

/** By programme, the shipped definition that its latest versions were made from; none for one that was never shipped. */
export async function shippedBases(
  tx: TenantTx,
  operatorId: string,
  code?: string,
): Promise<Map<string, ProgrammeDefinition>> {
  const rows = await tx
    .select({ code: programmes.code, shipped: programmes.shipped })
    .from(programmes)
    .where(
      and(
        eq(programmes.operatorId, operatorId),
        isNotNull(programmes.shipped),
        code === undefined ? undefined : eq(programmes.code, code),
      ),
    )
    .orderBy(programmes.code, programmes.version)
  return new Map(rows.map(row => [row.code, programmeDefinition.parse(row.shipped)]))
}

export type EditFailure = Failure<'programme-refused'>
type Editing = Pick<Recording, 'tx' | 'operator' | 'record'>

/** Refuses an edit made on a part that somebody changed since: `current` is its mark now, `values` what stands there. */
export async function refuseStale(
  { tx, operator }: Editing,
  { id }: ProgrammeVersion,
  mark: number,
  current: number,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (mark !== current) throw await conflictOn(tx, operator.id, id, { version: current, values })
}

/**
 * Writes what a definition becomes: in the version being written, or in a new one when cases may have taken the latest.
 * What was put in service once is never rewritten.
 */
export async function saveDefinition(
  { tx, operator, record }: Editing,
  versions: readonly ProgrammeVersion[],
  next: ProgrammeDefinition,
  shipped?: ProgrammeDefinition,
): Promise<Result<{ code: string }, EditFailure>> {
  const [latest] = versions
  if (!latest) throw new Error('a programme without version')
  const revision = latest.revision + 1
  const isNew = latest.current
  const compared = standingVersion(versions)
  const [trouble] = [...troublesOf(next), ...(compared ? troublesAgainst(compared.definition, next) : [])]
  if (trouble) return fail('programme-refused', { trouble: trouble.tag, ...trouble.params })
  const definition = programmeDefinition.parse({ ...next, version: isNew ? latest.version + 1 : latest.version })
  const from = shipped && { shipped }
  const id = isNew ? await insertVersion(tx, operator.id, { definition, current: false, revision, ...from }) : latest.id
  if (!isNew)
    await tx
      .update(programmes)
      .set({ definition, name: definition.name.fr, revision, ...from })
      .where(and(eq(programmes.operatorId, operator.id), eq(programmes.id, latest.id)))
  await record({
    name: 'programme.edited',
    subjectKind: 'programme',
    subjectId: id,
    data: { programme: definition.name.fr, version: definition.version },
  })
  return ok({ code: latest.code })
}
