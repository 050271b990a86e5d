import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { programmeById } from '#app/features/programmes/programmes.store.server.ts'
import { accompaniments, snapshots } from '#db/schema/accompaniments.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import { actionsAsked } from './action-reviews.store.server.ts'
import { type ActionReview, reviewsIn } from './action-reviews.ts'
import { type Answers, isSaid } from './answers.ts'
import type { QuestionCode, Recalled } from './questionnaire.ts'
import { quoteOf } from './quotes.store.server.ts'
import { mayAnswer } from './respondents.ts'
import { responsesFor } from './responses.store.server.ts'
import { trackedAt } from './tracked-answers.store.server.ts'

export type FollowUpRow = typeof followUps.$inferSelect

async function followUpById(tx: TenantTx, operatorId: string, id: string): Promise<FollowUpRow | null> {
  const [row] = await tx
    .select()
    .from(followUps)
    .where(and(eq(followUps.operatorId, operatorId), eq(followUps.id, id)))
  return row ?? null
}

/** The same, held until the end of the transaction: two answers cannot both be the first. */
export async function lockFollowUp(tx: TenantTx, operatorId: string, id: string): Promise<FollowUpRow | null> {
  const [row] = await tx
    .select()
    .from(followUps)
    .where(and(eq(followUps.operatorId, operatorId), eq(followUps.id, id)))
    .for('update')
  return row ?? null
}

/** The waves of a case, in order. */
export function wavesOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<FollowUpRow[]> {
  return tx
    .select()
    .from(followUps)
    .where(and(eq(followUps.operatorId, operatorId), eq(followUps.accompanimentId, accompanimentId)))
    .orderBy(asc(followUps.wave), asc(followUps.plannedOn), asc(followUps.id))
}

export type T0 = { takenOn: string } & Recalled

/** The diagnostic's snapshot that waves are compared with: the last one whose head-count is known, else the last one. */
export async function t0Of(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<T0 | null> {
  const [row] = await tx
    .select({
      takenOn: snapshots.takenOn,
      headcount: snapshots.headcount,
      permanent: snapshots.permanent,
      fte: snapshots.fte,
      fixedTerm: snapshots.fixedTerm,
      women: snapshots.women,
      partTime: snapshots.partTime,
      subsidised: snapshots.subsidised,
      funderCount: snapshots.funderCount,
      strategy: snapshots.strategy,
      governance: snapshots.governance,
      funderKinds: snapshots.funderKinds,
      alliances: snapshots.alliances,
    })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.operatorId, operatorId),
        eq(snapshots.accompanimentId, accompanimentId),
        eq(snapshots.occasion, 'diagnostic'),
      ),
    )
    .orderBy(desc(isNotNull(snapshots.headcount)), desc(snapshots.takenOn), desc(snapshots.position))
    .limit(1)
  return row ?? null
}

/** What the organisation reads before it answers: its own figures of the diagnostic, and whether it already did. */
export async function waveByLink(
  { tx, operator }: { tx: TenantTx; operator: { id: string; name: string } },
  link: { subjectId: string; personId: string | null },
) {
  const row = await followUpById(tx, operator.id, link.subjectId)
  if (!row) return null
  const { organisation, definition } = await askedOf(tx, operator.id, row.accompanimentId)
  const { own, reference } = await responsesFor(tx, operator.id, row.id, { channel: 'link', personId: link.personId })
  const asked = { id: row.accompanimentId, definition }
  return {
    operator: operator.name,
    wave: row.wave,
    isOpen: mayAnswer(row.state, { own, reference, personId: link.personId }),
    answeredOn: own?.sentOn ?? row.answeredOn,
    organisation,
    /** What she has kept, by field. */
    kept: own?.answers ?? {},
    saved: own?.pages ?? 0,
    t0: await t0Of(tx, operator.id, row.accompanimentId),
    tracked: await trackedAt(tx, operator.id, asked, row.wave),
    actions: await actionsAsked(tx, operator.id, row),
    quote: own?.sentOn ? await quoteOf(tx, own) : null,
  }
}

/** The organisation of a case and the definition whose questions it is asked. */
export async function askedOf(tx: TenantTx, operatorId: string, accompanimentId: string) {
  const [of] = await tx
    .select({ organisation: organisations.name, programmeId: accompaniments.programmeId })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, accompanimentId)))
  const programme = of ? await programmeById(tx, operatorId, of.programmeId) : null
  return { organisation: of?.organisation ?? null, definition: programme?.definition ?? { steps: [] } }
}

export async function accompanimentIdByNumber(tx: TenantTx, operatorId: string, number: string) {
  const [row] = await tx
    .select({ id: accompaniments.id, organisationId: accompaniments.organisationId })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.number, number)))
  return row ?? null
}

/** The answers that have no column of their own: read one by one, and counted in no figure. */
const withoutColumn = [
  'standing',
  'useful',
  'officer',
  'provider',
  'format',
  'recommend',
  'fte',
  'fixedTerm',
  'women',
  'partTime',
  'subsidised',
  'funderKinds',
  'jobsKeptProof',
  'objectivesProof',
  'governance',
  'alliances',
  'statusChange',
  'unexpected',
  'newNeeds',
  'newCase',
] as const satisfies QuestionCode[]
const notColumns = new Set<string>(withoutColumn)
const kept = new Set<string>([...withoutColumn, 'respondent', 'declined', 'actions'])

/** The wave as if nobody had answered it: what somebody else answers takes the place of all of it. */
export const withoutAnswers = (row: FollowUpRow): FollowUpRow => ({
  ...row,
  answers: Object.fromEntries(Object.entries(row.answers).filter(([code]) => !kept.has(code))),
})

/** What a wave holds, by question code, as a response keeps it. */
export function heldAnswers(row: FollowUpRow): Record<string, unknown> {
  const { headcount, permanent, funderCount, strategy, satisfaction, verbatim, answers } = row
  const { jobLink, jobsKept, economicSituation, objectivesReached, appropriation } = row
  const columns = { headcount, permanent, funderCount, strategy, satisfaction, verbatim }
  const results = { jobLink, jobsKept, economicSituation, objectivesReached, appropriation }
  const known = Object.fromEntries(Object.entries(answers).filter(([code]) => notColumns.has(code)))
  const said = reviewsIn(answers)
  const plan = {
    actions: Object.fromEntries(said.map(({ actionId, status }) => [actionId, status])),
    actionWords: Object.fromEntries(said.map(({ actionId, word }) => [actionId, word])),
  }
  const beside = { respondent: answers.respondent ?? null, declined: answers.declined ?? [] }
  return { ...known, ...columns, ...results, ...plan, ...beside, quoteConsent: row.quoteConsent ?? false }
}

/** Writes the answers of a wave; the caller holds its lock. */
export async function saveAnswers(
  tx: TenantTx,
  row: FollowUpRow,
  answers: Answers,
  how: {
    answeredOn: string
    channel: 'link' | 'phone' | 'import'
    respondent: string | null
    reviews: readonly ActionReview[]
  },
): Promise<void> {
  const { declined, quoteAudience: _audience, ...rest } = answers
  const columns = Object.fromEntries(Object.entries(rest).filter(([code]) => !notColumns.has(code)))
  const beside = {
    ...Object.fromEntries(withoutColumn.map(code => [code, answers[code]])),
    respondent: how.respondent,
    declined,
    actions: how.reviews,
  }
  const given = Object.fromEntries(Object.entries(beside).filter(([, value]) => isSaid(value)))
  await tx
    .update(followUps)
    .set({
      ...columns,
      state: 'answered',
      answeredOn: how.answeredOn,
      channel: how.channel,
      answers: { ...row.answers, ...given },
      version: sql`${followUps.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(followUps.operatorId, row.operatorId), eq(followUps.id, row.id)))
}

export async function setFollowUpState(tx: TenantTx, row: FollowUpRow, state: 'unreachable' | 'refused' | 'planned') {
  await tx
    .update(followUps)
    .set({ state, version: sql`${followUps.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(followUps.operatorId, row.operatorId), eq(followUps.id, row.id)))
}
