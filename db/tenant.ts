import { and, eq, gte, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { addDays, type Day, day, dayOf } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Transaction, transaction } from './client.ts'
import { accompaniments } from './schema/accompaniments.ts'
import { editions } from './schema/agreements.ts'
import { sheetPlaces } from './schema/attendance-sheets.ts'
import { committeeMembers, committees } from './schema/committees.ts'
import { engineeringMembers, engineerings } from './schema/engineerings.ts'
import { impactParties } from './schema/impact.ts'
import { type GrantKind, grants, type LinkPurpose, links, operators } from './schema/operators.ts'

declare const tenantBrand: unique symbol

/** A transaction opened for one operator and one actor. Only this file makes one. */
export type TenantTx = Transaction & { readonly [tenantBrand]: true }

/**
 * The place from which somebody comes who may have several rights in one operator: there she acts by that right alone,
 * and reaches no more than it gives.
 */
export type Space = 'consultant' | 'funder' | 'network'

/** What names the operator and the actor before anything is read. */
export type TenantDoor =
  | { kind: 'user'; userId: string; operatorSlug: string; secondFactor: boolean; space?: Space }
  | { kind: 'link'; tokenHash: string }
  /** Anybody, at an operator's public form: she reaches the one request that this id, minted with the door, will name. */
  | { kind: 'visitor'; operatorSlug: string; requestId: string }
  | { kind: 'system'; operatorId: string }
  /** For the commands, whose users know an operator by its address. */
  | { kind: 'system'; operatorSlug: string }
  /** The operator of that slug; it is made in this very transaction when there is none, so that what fails leaves none. */
  | { kind: 'system'; founding: { slug: string; name: string } }

export type OpenOperator = {
  id: string
  slug: string
  name: string
  department: string | null
  settings: Record<string, unknown>
  demonstration: boolean
  clockOffsetDays: number
}

export type OpenGrant = { kind: GrantKind; subjectId: string | null; fromOn: string; toOn: string | null }
export type OpenLink = {
  id: string
  purpose: LinkPurpose
  subjectId: string
  accompanimentId: string | null
  personId: string | null
  expiresOn: string
}

export type OpenTenant = {
  tx: TenantTx
  operator: OpenOperator
  /** Now, for this operator: the demonstration's clock may be ahead. */
  now: Date
  today: Day
  userId: string | null
  grants: OpenGrant[]
  link: OpenLink | null
}

/** A consultant may read fifteen days after her contract ended (design §3, issue of the consultant's space). */
const readingDaysAfterContract = 15

/**
 * Opens the transaction of an operator: row-level security is set for the operator and the actor's reach before `fn` runs.
 * `read` transactions are READ ONLY, so that a reader that writes fails. Returns null when the door opens on nothing:
 * unknown operator, no grant, unknown or expired link, all the same from outside.
 */
export function withTenant<T>(
  door: TenantDoor,
  mode: 'read' | 'write',
  clock: () => Date,
  fn: (tenant: OpenTenant) => Promise<T>,
): Promise<T | null> {
  return transaction(door.kind === 'system' ? 'worker' : 'web', mode, async plain => {
    const tenant = await open(plain, door, clock())
    return tenant ? fn(tenant) : null
  })
}

async function open(plain: Transaction, door: TenantDoor, realNow: Date): Promise<OpenTenant | null> {
  if (door.kind === 'system') {
    const operator = await operatorRow(plain, await operatorBehind(plain, door))
    if (!operator) return null
    await set(plain, { operator_id: operator.id, reach: 'operator' })
    return { ...opened(plain, operator, realNow), userId: null, grants: [], link: null }
  }
  switch (door.kind) {
    case 'user':
      return openForUser(plain, door, realNow)
    case 'link':
      return openForLink(plain, door.tokenHash, realNow)
    case 'visitor':
      return openForVisitor(plain, door, realNow)
  }
}

async function openForVisitor(
  plain: Transaction,
  door: { operatorSlug: string; requestId: string },
  realNow: Date,
): Promise<OpenTenant | null> {
  const operator = await operatorRow(plain, eq(operators.slug, door.operatorSlug))
  if (!operator) return null
  await set(plain, { operator_id: operator.id, reach: 'subjects', subjects: door.requestId })
  return { ...opened(plain, operator, realNow), userId: null, grants: [], link: null }
}

async function operatorBehind(plain: Transaction, door: Extract<TenantDoor, { kind: 'system' }>): Promise<SQL> {
  if ('founding' in door) return foundOperator(plain, door.founding)
  return 'operatorSlug' in door ? eq(operators.slug, door.operatorSlug) : eq(operators.id, door.operatorId)
}

/** Two that found the same operator at once: the second waits here for the first to end, which an import may not do soon. */
async function foundOperator(plain: Transaction, founding: { slug: string; name: string }): Promise<SQL> {
  await plain.execute(sql`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true)`)
  await plain
    .insert(operators)
    .values({ id: newId(), ...founding })
    .onConflictDoNothing({ target: operators.slug })
  await plain.execute(sql`select set_config('lock_timeout', '5s', true), set_config('statement_timeout', '60s', true)`)
  return eq(operators.slug, founding.slug)
}

async function openForUser(
  plain: Transaction,
  door: { userId: string; operatorSlug: string; space?: Space },
  realNow: Date,
): Promise<OpenTenant | null> {
  await set(plain, { user_id: door.userId })
  const operator = await operatorRow(plain, eq(operators.slug, door.operatorSlug))
  if (!operator) return null
  const base = opened(plain, operator, realNow)
  const rows = await plain
    .select({ kind: grants.kind, subjectId: grants.subjectId, fromOn: grants.fromOn, toOn: grants.toOn })
    .from(grants)
    .where(
      and(
        eq(grants.operatorId, operator.id),
        eq(grants.userId, door.userId),
        isNull(grants.revokedAt),
        lte(grants.fromOn, base.today),
      ),
    )
  const all = rows.filter(row => !hasEnded(row, base.today))
  // An address of a space opens with the right of that space, and with no other.
  const valid = door.space ? all.filter(({ kind }) => kind === door.space) : all
  if (valid.length === 0) return null
  const isMember = valid.some(grant => grant.kind === 'practitioner' || grant.kind === 'manager')
  await set(plain, { operator_id: operator.id, reach: isMember ? 'operator' : 'subjects' })
  if (!isMember) await set(plain, { subjects: (await grantedSubjects(plain, operator.id, valid)).join(',') })
  return { ...base, userId: door.userId, grants: valid, link: null }
}

async function openForLink(plain: Transaction, tokenHash: string, realNow: Date): Promise<OpenTenant | null> {
  await set(plain, { link_hash: tokenHash })
  const [row] = await plain.select().from(links).where(eq(links.tokenHash, tokenHash))
  if (!row || row.revokedAt) return null
  const operator = await operatorRow(plain, eq(operators.id, row.operatorId))
  if (!operator) return null
  const base = opened(plain, operator, realNow)
  if (row.expiresOn < base.today) return null
  const first = [row.id, row.subjectId, ...(row.accompanimentId ? [row.accompanimentId] : [])]
  await set(plain, { operator_id: operator.id, reach: 'subjects', subjects: first.join(',') })
  if (row.purpose === 'committee') await openAgenda(plain, row, base.today)
  if (row.purpose === 'impact') await openStudy(plain, row)
  if (row.purpose === 'attendance') await openSheet(plain, row)
  if (!row.accompanimentId) return { ...base, userId: null, grants: [], link: row }
  const [accompaniment] = await plain
    .select({ organisationId: accompaniments.organisationId })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.id, row.accompanimentId)))
  if (accompaniment?.organisationId) await set(plain, { subjects: [...first, accompaniment.organisationId].join(',') })
  return { ...base, userId: null, grants: [], link: row }
}

/** A party of a measure of impact reaches its frame; the other parties and the case itself never. */
async function openStudy(plain: Transaction, link: { id: string; operatorId: string; subjectId: string }) {
  const [party] = await plain
    .select({ studyId: impactParties.studyId })
    .from(impactParties)
    .where(
      and(
        eq(impactParties.operatorId, link.operatorId),
        eq(impactParties.id, link.subjectId),
        isNull(impactParties.revokedAt),
      ),
    )
  if (party) await set(plain, { subjects: [link.id, link.subjectId, party.studyId].join(',') })
}

/** A line of a sheet opens its session; the others' lines and signatures never. */
async function openSheet(plain: Transaction, link: { id: string; operatorId: string; subjectId: string }) {
  const [line] = await plain
    .select({ sessionId: sheetPlaces.sessionId })
    .from(sheetPlaces)
    .where(and(eq(sheetPlaces.operatorId, link.operatorId), eq(sheetPlaces.id, link.subjectId)))
  if (line) await set(plain, { subjects: [link.id, link.subjectId, line.sessionId].join(',') })
}

/** A seat in a committee opens its agenda from its first day to its last; the cases themselves never. */
async function openAgenda(plain: Transaction, link: { id: string; operatorId: string; subjectId: string }, today: Day) {
  const [seat] = await plain
    .select({ committeeId: committeeMembers.committeeId })
    .from(committeeMembers)
    .where(and(eq(committeeMembers.operatorId, link.operatorId), eq(committeeMembers.id, link.subjectId)))
  if (!seat) return
  const reached = [link.id, link.subjectId]
  await set(plain, { subjects: [...reached, seat.committeeId].join(',') })
  const [open] = await plain
    .select({ id: committees.id })
    .from(committees)
    .where(
      and(
        eq(committees.operatorId, link.operatorId),
        eq(committees.id, seat.committeeId),
        lte(committees.opensOn, today),
        gte(committees.closesOn, today),
      ),
    )
  if (!open) await set(plain, { subjects: reached.join(',') })
}

/** A consultant reaches her engineerings, their cases and organisations; a funder her agreements; a network published editions. */
async function grantedSubjects(plain: Transaction, operatorId: string, valid: OpenGrant[]): Promise<string[]> {
  const granted = valid.flatMap(grant => grant.subjectId ?? [])
  const engineeringIds = valid.flatMap(grant =>
    grant.kind === 'consultant' && grant.subjectId ? [grant.subjectId] : [],
  )
  if (valid.some(grant => grant.kind === 'network')) {
    // Published editions only: the network's subjects are the agreements that have one.
    await set(plain, { reach: 'operator' })
    const published = await plain
      .selectDistinct({ agreementId: editions.agreementId })
      .from(editions)
      .where(and(eq(editions.operatorId, operatorId), eq(editions.state, 'published')))
    await set(plain, { reach: 'subjects' })
    granted.push(...published.map(row => row.agreementId))
  }
  if (engineeringIds.length === 0) return granted
  await set(plain, { subjects: granted.join(',') })
  const members = await plain
    .select({ accompanimentId: engineeringMembers.accompanimentId, providerId: engineerings.providerId })
    .from(engineeringMembers)
    .innerJoin(
      engineerings,
      and(
        eq(engineerings.operatorId, engineeringMembers.operatorId),
        eq(engineerings.id, engineeringMembers.engineeringId),
      ),
    )
    .where(
      and(eq(engineeringMembers.operatorId, operatorId), inArray(engineeringMembers.engineeringId, engineeringIds)),
    )
  const cases = members.map(row => row.accompanimentId)
  await set(plain, { subjects: [...granted, ...cases].join(',') })
  const organisationRows = cases.length
    ? await plain
        .select({ organisationId: accompaniments.organisationId })
        .from(accompaniments)
        .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, cases)))
    : []
  return [
    ...granted,
    ...cases,
    ...members.flatMap(row => row.providerId ?? []),
    ...organisationRows.flatMap(row => row.organisationId ?? []),
  ]
}

function opened(plain: Transaction, operator: OpenOperator, realNow: Date) {
  const now = new Date(realNow.getTime() + operator.clockOffsetDays * 86_400_000)
  return { tx: asTenant(plain), operator, now, today: dayOf(now) }
}

async function operatorRow(plain: Transaction, where: SQL): Promise<OpenOperator | null> {
  const [row] = await plain
    .select({
      id: operators.id,
      slug: operators.slug,
      name: operators.name,
      department: operators.department,
      settings: operators.settings,
      demonstration: operators.demonstration,
      clockOffsetDays: operators.clockOffsetDays,
    })
    .from(operators)
    .where(where)
  return row ?? null
}

/** Transaction-local settings, bound as parameters: they end with the transaction and cannot carry SQL. */
async function set(
  plain: Transaction,
  values: Partial<Record<'operator_id' | 'user_id' | 'reach' | 'subjects' | 'link_hash', string>>,
) {
  const calls = Object.entries(values).map(([name, value]) => sql`set_config(${`app.${name}`}, ${value}, true)`)
  await plain.execute(sql`select ${sql.join(calls, sql`, `)}`)
}

const asTenant = (plain: Transaction): TenantTx => plain as TenantTx

/** Whose an address is, for the log: operators are known by their address to everybody, their rows are not. */
export async function operatorIdOf(slug: string): Promise<string | null> {
  return transaction('web', 'read', async plain => (await operatorRow(plain, eq(operators.slug, slug)))?.id ?? null)
}

export type GrantSummary = {
  operatorId: string
  operatorSlug: string
  operatorName: string
  kind: GrantKind
  subjectId: string | null
}

/** What a user reaches across operators; only her own rows are visible to this transaction. */
export async function grantsOfUser(userId: string, realNow: Date): Promise<GrantSummary[]> {
  return transaction('web', 'read', async plain => {
    await set(plain, { user_id: userId })
    const rows = await plain
      .select({
        operatorId: grants.operatorId,
        operatorSlug: operators.slug,
        operatorName: operators.name,
        clockOffsetDays: operators.clockOffsetDays,
        kind: grants.kind,
        subjectId: grants.subjectId,
        fromOn: grants.fromOn,
        toOn: grants.toOn,
      })
      .from(grants)
      .innerJoin(operators, eq(operators.id, grants.operatorId))
      .where(and(eq(grants.userId, userId), isNull(grants.revokedAt)))
      .orderBy(operators.name)
    return rows.flatMap(({ clockOffsetDays, fromOn, toOn, ...row }) => {
      const today = dayOf(new Date(realNow.getTime() + clockOffsetDays * 86_400_000))
      return fromOn <= today && !hasEnded({ ...row, fromOn, toOn }, today) ? [row] : []
    })
  })
}

function hasEnded(grant: OpenGrant, today: Day): boolean {
  const end = grant.toOn ? day(grant.toOn) : null
  if (!end) return false
  return (grant.kind === 'consultant' ? addDays(end, readingDaysAfterContract) : end) < today
}
