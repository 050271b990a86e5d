import { and, count, desc, eq, gte, inArray, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import { accompaniments, answers, snapshots } from '#db/schema/accompaniments.ts'
import { followUpResponses, followUps } from '#db/schema/follow-ups.ts'
import { organisations } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { DueWave } from './rates.ts'

export type DueFilter = { from: string; to: string; practitionerId: string | null }
/** The version of the programme that each case was opened with says its target. */
export type DueRow = DueWave & { programmeId: string }

const isDue = (operatorId: string, { from, to, practitionerId }: DueFilter) =>
  and(
    eq(followUps.operatorId, operatorId),
    ne(followUps.state, 'cancelled'),
    gte(followUps.plannedOn, from),
    lte(followUps.plannedOn, to),
    practitionerId ? eq(accompaniments.practitionerId, practitionerId) : undefined,
  )
const ofCase = and(
  eq(accompaniments.operatorId, followUps.operatorId),
  eq(accompaniments.id, followUps.accompanimentId),
)

/** The waves whose day fell in a period, with T0 and how many people answered each; cancelled ones were asked of nobody. */
export async function dueWaves(tx: TenantTx, operatorId: string, filter: DueFilter): Promise<DueRow[]> {
  const rows = await tx
    .select({
      id: followUps.id,
      accompanimentId: followUps.accompanimentId,
      programmeId: accompaniments.programmeId,
      programme: programmes.name,
      programmeCode: programmes.code,
      wave: followUps.wave,
      number: accompaniments.number,
      organisation: organisations.name,
      practitioner: users.name,
      plannedOn: followUps.plannedOn,
      state: followUps.state,
      channel: followUps.channel,
      headcount: followUps.headcount,
      permanent: followUps.permanent,
      funderCount: followUps.funderCount,
      strategy: followUps.strategy,
    })
    .from(followUps)
    .innerJoin(accompaniments, ofCase)
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .leftJoin(users, eq(users.id, accompaniments.practitionerId))
    .where(isDue(operatorId, filter))
    .orderBy(followUps.plannedOn, followUps.id)
  const [before, sent] = [await t0OfDue(tx, operatorId, filter), await respondentsOfDue(tx, operatorId, filter)]
  return rows.map(({ headcount, permanent, funderCount, strategy, plannedOn, ...row }) => ({
    ...row,
    plannedOn: plannedOn ?? '',
    // What was imported, or answered before there were several, is one answer.
    respondents: Math.max(sent.get(row.id) ?? 0, row.state === 'answered' ? 1 : 0),
    after: { headcount, permanent, funderCount, strategy },
    before: before.get(row.accompanimentId) ?? null,
  }))
}

/** The photo that `t0Of` takes for one case, for all of them at once. */
async function t0OfDue(tx: TenantTx, operatorId: string, filter: DueFilter) {
  const rows = await tx
    .selectDistinctOn([snapshots.accompanimentId], {
      accompanimentId: snapshots.accompanimentId,
      headcount: snapshots.headcount,
      permanent: snapshots.permanent,
      funderCount: snapshots.funderCount,
      strategy: snapshots.strategy,
    })
    .from(snapshots)
    .innerJoin(
      followUps,
      and(eq(followUps.operatorId, snapshots.operatorId), eq(followUps.accompanimentId, snapshots.accompanimentId)),
    )
    .innerJoin(accompaniments, ofCase)
    .where(and(isDue(operatorId, filter), eq(snapshots.occasion, 'diagnostic')))
    .orderBy(
      snapshots.accompanimentId,
      desc(isNotNull(snapshots.headcount)),
      desc(snapshots.takenOn),
      desc(snapshots.position),
    )
  return new Map(rows.map(({ accompanimentId, ...measured }) => [accompanimentId ?? '', measured]))
}

/** What the whole team may read of the answers to these questions, by case. */
export async function answersOfDue(tx: TenantTx, operatorId: string, filter: DueFilter, questions: readonly string[]) {
  const asked = tx
    .select({ id: followUps.accompanimentId })
    .from(followUps)
    .innerJoin(accompaniments, ofCase)
    .where(and(isDue(operatorId, filter), eq(followUps.state, 'answered')))
  const rows = await tx
    .select({
      accompanimentId: answers.accompanimentId,
      question: answers.question,
      moment: answers.moment,
      value: answers.value,
      answeredOn: answers.answeredOn,
    })
    .from(answers)
    .where(
      and(
        eq(answers.operatorId, operatorId),
        inArray(answers.question, [...questions]),
        inArray(answers.accompanimentId, asked),
        isNull(answers.readerId),
      ),
    )
  const byCase = new Map<string, typeof rows>()
  for (const row of rows) byCase.set(row.accompanimentId, [...(byCase.get(row.accompanimentId) ?? []), row])
  return byCase
}

async function respondentsOfDue(tx: TenantTx, operatorId: string, filter: DueFilter): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: followUps.id, sent: count() })
    .from(followUpResponses)
    .innerJoin(
      followUps,
      and(eq(followUps.operatorId, followUpResponses.operatorId), eq(followUps.id, followUpResponses.followUpId)),
    )
    .innerJoin(accompaniments, ofCase)
    .where(and(isDue(operatorId, filter), isNotNull(followUpResponses.sentOn)))
    .groupBy(followUps.id)
  return new Map(rows.map(({ id, sent }) => [id, sent]))
}
