import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { peopleOf } from '#app/features/engineerings/members.store.server.ts'
import { hasCome } from '#app/features/sessions/attendance.ts'
import { attendancesOf, sessionsOf } from '#app/features/sessions/sessions.store.server.ts'
import { type Day, day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { cohorts, enrolments, individualReviews, intersessionWorks, limitReasons } from '#db/schema/cohorts.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import {
  type Cohort,
  type CohortMember,
  type Enrolment,
  type IndividualReview,
  type IntersessionWork,
  newCohort,
  newEnrolment,
} from './cohort.ts'
import { type LimitCode, type LimitMember, limitsPassed } from './cohort-limits.ts'

export async function cohortOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Cohort> {
  const [row] = await tx
    .select()
    .from(cohorts)
    .where(and(eq(cohorts.operatorId, operatorId), eq(cohorts.engineeringId, engineeringId)))
  if (!row) return newCohort
  const { grouping, complementsId, minimum, version } = row
  return { grouping, complementsId, minimum, version, closedOn: day(row.closedOn) }
}

export async function writeCohort(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  written: Partial<Omit<Cohort, 'version'>>,
): Promise<void> {
  await tx
    .insert(cohorts)
    .values({ operatorId, id: newId(), engineeringId, ...written })
    .onConflictDoUpdate({
      target: [cohorts.operatorId, cohorts.engineeringId],
      set: { ...written, version: sql`${cohorts.version} + 1`, updatedAt: sql`now()` },
    })
}

export async function writeEnrolment(
  tx: TenantTx,
  operatorId: string,
  { engineeringId, accompanimentId }: { engineeringId: string; accompanimentId: string },
  written: Omit<Enrolment, 'version'>,
): Promise<void> {
  await tx
    .insert(enrolments)
    .values({ operatorId, id: newId(), engineeringId, accompanimentId, ...written })
    .onConflictDoUpdate({
      target: [enrolments.operatorId, enrolments.engineeringId, enrolments.accompanimentId],
      set: { ...written, version: sql`${enrolments.version} + 1`, updatedAt: sql`now()` },
    })
}

export async function writeWork(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  { id, version: _version, ...written }: IntersessionWork,
): Promise<void> {
  await tx
    .insert(intersessionWorks)
    .values({ operatorId, id, engineeringId, ...written })
    .onConflictDoUpdate({
      target: [intersessionWorks.operatorId, intersessionWorks.id],
      set: { ...written, version: sql`${intersessionWorks.version} + 1`, updatedAt: sql`now()` },
    })
}

export async function writeReview(
  tx: TenantTx,
  operatorId: string,
  { engineeringId, accompanimentId }: { engineeringId: string; accompanimentId: string },
  written: Omit<IndividualReview, 'version'>,
): Promise<void> {
  await tx
    .insert(individualReviews)
    .values({ operatorId, id: newId(), engineeringId, accompanimentId, ...written })
    .onConflictDoUpdate({
      target: [individualReviews.operatorId, individualReviews.engineeringId, individualReviews.accompanimentId],
      set: { ...written, version: sql`${individualReviews.version} + 1`, updatedAt: sql`now()` },
    })
}

export async function writeLimitReason(
  tx: TenantTx,
  operatorId: string,
  { engineeringId, limit, reason }: { engineeringId: string; limit: LimitCode; reason: string },
): Promise<void> {
  await tx
    .insert(limitReasons)
    .values({ operatorId, id: newId(), engineeringId, limitCode: limit, reason })
    .onConflictDoUpdate({
      target: [limitReasons.operatorId, limitReasons.engineeringId, limitReasons.limitCode],
      set: { reason },
    })
}

/** Other groups of the operator, which a thematic one may complete. */
export function otherCohorts(tx: TenantTx, operatorId: string, engineeringId: string) {
  return tx
    .select({ id: engineerings.id, title: engineerings.title })
    .from(engineerings)
    .where(
      and(
        eq(engineerings.operatorId, operatorId),
        eq(engineerings.kind, 'collective'),
        ne(engineerings.id, engineeringId),
        ne(engineerings.state, 'cancelled'),
      ),
    )
    .orderBy(asc(engineerings.title))
}

/** Each member with who comes for it, its work between sessions and its review. */
export async function cohortMembers(tx: TenantTx, operatorId: string, engineeringId: string): Promise<CohortMember[]> {
  const members = await membersOf(tx, operatorId, [engineeringId])
  const people = await peopleOf(
    tx,
    operatorId,
    members.flatMap(({ organisationId }) => organisationId ?? []),
  )
  const enrolled = await tx
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.operatorId, operatorId), eq(enrolments.engineeringId, engineeringId)))
  const works = await tx
    .select()
    .from(intersessionWorks)
    .where(and(eq(intersessionWorks.operatorId, operatorId), eq(intersessionWorks.engineeringId, engineeringId)))
    .orderBy(asc(intersessionWorks.phase), asc(intersessionWorks.id))
  const reviews = await tx
    .select()
    .from(individualReviews)
    .where(and(eq(individualReviews.operatorId, operatorId), eq(individualReviews.engineeringId, engineeringId)))
  return members.map(({ accompanimentId, number, name, organisationId }) => {
    const enrolment = enrolled.find(row => row.accompanimentId === accompanimentId)
    const review = reviews.find(row => row.accompanimentId === accompanimentId)
    return {
      accompanimentId,
      number,
      name,
      people: people
        .filter(person => person.organisationId === organisationId)
        .map(person => ({ name: person.name, function: person.function })),
      enrolment: enrolment ? openedEnrolment(enrolment) : newEnrolment,
      works: works.filter(row => row.accompanimentId === accompanimentId).map(openedWork),
      review: review ? openedReview(review) : null,
    }
  })
}

function openedEnrolment(row: typeof enrolments.$inferSelect): Enrolment {
  const { leader, governance, leaderQuarters, withdrawalReason, version } = row
  const dates = { charterSignedOn: day(row.charterSignedOn), withdrawnOn: day(row.withdrawnOn) }
  return { leader, governance, leaderQuarters, withdrawalReason, version, ...dates }
}

function openedWork(row: typeof intersessionWorks.$inferSelect): IntersessionWork {
  const { id, accompanimentId, phase, title, withGovernance, version } = row
  return { id, accompanimentId, phase, title, withGovernance, version, dueOn: day(row.dueOn), doneOn: day(row.doneOn) }
}

function openedReview(row: typeof individualReviews.$inferSelect): IndividualReview | null {
  const { conclusions, feedback, thirdPerson, version } = row
  const heldOn = day(row.heldOn)
  return heldOn && { heldOn, conclusions, feedback, thirdPerson, version }
}

/** The limits that the group passes now, each with the reason that was given; and its members as the rules read them. */
export async function limitsOf(tx: TenantTx, operatorId: string, engineering: Engineering, today: Day) {
  const cohort = await cohortOf(tx, operatorId, engineering.id)
  const known = await cohortMembers(tx, operatorId, engineering.id)
  const sessions = await sessionsOf(tx, operatorId, [engineering.id])
  const noted = await attendancesOf(
    tx,
    operatorId,
    sessions.filter(({ status, kind }) => status === 'held' && kind === 'collective').map(({ id }) => id),
  )
  const facts = await organisationFacts(tx, operatorId, engineering.id)
  const members = known.map<LimitMember>(({ accompanimentId, name, people, enrolment, works, review }) => {
    const organisation = facts.find(row => row.accompanimentId === accompanimentId)
    const governance = people.filter(person => person.function === 'governance').map(person => person.name)
    const names = [...governance, enrolment.governance]
    const came = noted.filter(row => row.accompanimentId === accompanimentId && hasCome(row))
    const { leader, charterSignedOn, leaderQuarters, withdrawnOn } = enrolment
    return {
      name,
      leader,
      charterSignedOn,
      leaderQuarters,
      works,
      review,
      governance: enrolment.governance,
      foundedOn: organisation?.foundedOn ?? null,
      isEmployer: organisation?.isEmployer ?? null,
      isWithdrawn: withdrawnOn !== null,
      governanceCame: came.some(
        ({ personName, role }) => role === 'governance' || (personName !== null && names.includes(personName)),
      ),
    }
  })
  const { startsOn, endsOn, orderedQuarters } = engineering
  const passed = limitsPassed({
    today,
    startsOn,
    endsOn,
    orderedQuarters,
    members,
    sessions,
    minimum: cohort.minimum,
    isThematicAlone: cohort.grouping === 'thematic' && cohort.complementsId === null,
  })
  const reasons = await tx
    .select({ code: limitReasons.limitCode, reason: limitReasons.reason })
    .from(limitReasons)
    .where(and(eq(limitReasons.operatorId, operatorId), eq(limitReasons.engineeringId, engineering.id)))
  const limits = passed.map(limit => ({
    ...limit,
    reason: reasons.find(({ code }) => code === limit.code)?.reason ?? null,
  }))
  return { cohort, known, members, limits }
}

async function organisationFacts(tx: TenantTx, operatorId: string, engineeringId: string) {
  const members = await membersOf(tx, operatorId, [engineeringId])
  const ids = members.flatMap(({ organisationId }) => organisationId ?? [])
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: organisations.id, foundedOn: organisations.foundedOn, employer: organisations.employer })
    .from(organisations)
    .where(and(eq(organisations.operatorId, operatorId), inArray(organisations.id, ids)))
  return members.map(({ accompanimentId, organisationId }) => {
    const row = rows.find(({ id }) => id === organisationId)
    return { accompanimentId, foundedOn: day(row?.foundedOn), isEmployer: row?.employer ?? null }
  })
}
