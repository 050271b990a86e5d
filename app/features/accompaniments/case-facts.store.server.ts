import { and, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { stagesOf } from '#app/features/impact/impact-stages.store.server.ts'
import { placedOrganisations } from '#app/features/network/network-statuses.store.server.ts'
import { knownFields, requiredSnapshotFields } from '#app/features/snapshots/snapshot.ts'
import { sharedAnswers } from '#app/features/steps/answers.store.server.ts'
import { type Day, day, dayOf } from '#app/kernel/day.ts'
import { accompaniments, diagnostics, needs, planActions, snapshots } from '#db/schema/accompaniments.ts'
import { engineeringMembers, engineerings, sessions } from '#db/schema/engineerings.ts'
import { followUps, reminders } from '#db/schema/follow-ups.ts'
import { people } from '#db/schema/organisations.ts'
import { referrals } from '#db/schema/referrals.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { CaseFacts } from './case-facts.ts'
import { readEligibility } from './eligibility.ts'

const byCase = <T extends { accompanimentId: string | null }>(rows: T[]): Map<string, T[]> => {
  const found = new Map<string, T[]>()
  for (const row of rows)
    if (row.accompanimentId) found.set(row.accompanimentId, [...(found.get(row.accompanimentId) ?? []), row])
  return found
}

/** What is known of each of these cases, `previous` aside. One query per kind of fact, whatever the number of cases. */
export async function factsOf(
  tx: TenantTx,
  operatorId: string,
  ids: string[],
  today: Day,
): Promise<Map<string, CaseFacts>> {
  if (ids.length === 0) return new Map()
  const cases = await tx
    .select()
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, ids)))
  const photos = byCase(await diagnosticSnapshots(tx, operatorId, ids))
  const ranked = byCase(await rankedNeeds(tx, operatorId, ids))
  const written = byCase(await writtenDiagnostics(tx, operatorId, ids))
  const actions = byCase(await actionsOf(tx, operatorId, ids))
  const bought = byCase(await engineeringsOf(tx, operatorId, ids))
  const waves = byCase(await followUpsOf(tx, operatorId, ids))
  const sent = byCase(await referralsOf(tx, operatorId, ids))
  const answered = await sharedAnswers(tx, operatorId, ids)
  const organisationIds = cases.flatMap(({ organisationId }) => organisationId ?? [])
  const measured = await stagesOf(tx, operatorId, ids)
  const placed = await placedOrganisations(tx, operatorId, organisationIds)
  return new Map(
    cases.map(row => {
      const diagnostic = written.get(row.id)?.[0]
      const photo = photos.get(row.id)?.[0]
      const listed = ranked.get(row.id) ?? []
      const validatedOn = day(diagnostic?.validatedOn)
      const facts: CaseFacts = {
        state: row.state,
        stateSince: day(row.stateSince) ?? today,
        today,
        requestedOn: day(row.requestedOn),
        intakeOn: day(row.intakeOn),
        diagnosticStartedOn: day(row.diagnosticStartedOn),
        hasContactPerson: row.contactPersonId !== null,
        hasPractitioner: row.practitionerId !== null,
        eligibility: readEligibility(row.eligibility),
        previous: null,
        referral: sent.get(row.id)?.[0] ?? null,
        snapshot: photo ? { known: knownFields(photo), required: requiredSnapshotFields.length } : null,
        needs: { count: listed.length, ranked: new Set(listed.map(({ rank }) => rank)).size === listed.length },
        practitionerDays: diagnostic?.practitionerDays ?? null,
        sentForValidationOn:
          diagnostic?.sentForValidationAt && !validatedOn ? dayOf(diagnostic.sentForValidationAt) : null,
        validation: validatedOn
          ? {
              on: validatedOn,
              by: diagnostic?.validatedByName ?? '',
              function: diagnostic?.validatedAs ?? diagnostic?.personFunction ?? null,
            }
          : null,
        actions: (actions.get(row.id) ?? []).map(action => ({ ...action, dueOn: day(action.dueOn) })),
        committeeOn: day(row.committeeOn),
        opinion: row.opinion,
        opinionComment: row.opinionComment,
        planApprovedOn: day(row.planApprovedOn),
        engineerings: bought.get(row.id) ?? [],
        restitutionOn: day(row.restitutionOn),
        finalReport: row.finalReport,
        followUps: (waves.get(row.id) ?? []).map(wave => ({ ...wave, plannedOn: day(wave.plannedOn) })),
        resumeOn: day(row.resumeOn),
        hasOrganisation: row.organisationId !== null,
        channel: row.channel,
        hasNetworkStatus: row.organisationId !== null && placed.has(row.organisationId),
        impactStage: measured.get(row.id) ?? null,
        answers: answered.get(row.id) ?? {},
        reason: row.abandonReason ?? row.suspendReason,
      }
      return [row.id, facts]
    }),
  )
}

/** The latest diagnostic snapshot of each case comes first. */
function diagnosticSnapshots(tx: TenantTx, operatorId: string, ids: string[]) {
  return tx
    .select()
    .from(snapshots)
    .where(
      and(
        eq(snapshots.operatorId, operatorId),
        inArray(snapshots.accompanimentId, ids),
        eq(snapshots.occasion, 'diagnostic'),
      ),
    )
    .orderBy(desc(snapshots.takenOn), desc(snapshots.position), desc(snapshots.id))
}

function rankedNeeds(tx: TenantTx, operatorId: string, ids: string[]) {
  return tx
    .select({ accompanimentId: needs.accompanimentId, rank: needs.rank })
    .from(needs)
    .where(and(eq(needs.operatorId, operatorId), inArray(needs.accompanimentId, ids)))
}

function writtenDiagnostics(tx: TenantTx, operatorId: string, ids: string[]) {
  return tx
    .select({
      accompanimentId: diagnostics.accompanimentId,
      practitionerDays: diagnostics.practitionerDays,
      sentForValidationAt: diagnostics.sentForValidationAt,
      validatedOn: diagnostics.validatedOn,
      validatedByName: diagnostics.validatedByName,
      validatedAs: diagnostics.validatedAs,
      personFunction: people.function,
    })
    .from(diagnostics)
    .leftJoin(
      people,
      and(eq(people.operatorId, diagnostics.operatorId), eq(people.id, diagnostics.validatedByPersonId)),
    )
    .where(and(eq(diagnostics.operatorId, operatorId), inArray(diagnostics.accompanimentId, ids)))
}

function actionsOf(tx: TenantTx, operatorId: string, ids: string[]) {
  return tx
    .select({
      accompanimentId: planActions.accompanimentId,
      nature: planActions.nature,
      status: planActions.status,
      title: planActions.title,
      dueOn: planActions.dueOn,
    })
    .from(planActions)
    .where(and(eq(planActions.operatorId, operatorId), inArray(planActions.accompanimentId, ids)))
    .orderBy(planActions.position, planActions.id)
}

function engineeringsOf(tx: TenantTx, operatorId: string, ids: string[]) {
  return tx
    .select({
      accompanimentId: engineeringMembers.accompanimentId,
      state: engineerings.state,
      daysOrdered: sql<number>`coalesce(${engineerings.daysOrdered}, 0)::float8`,
      daysHeld: sql<number>`(
        select coalesce(sum(${sessions.days}), 0)::float8 from ${sessions}
        where ${sessions.operatorId} = ${engineerings.operatorId} and ${sessions.engineeringId} = ${engineerings.id}
          and ${sessions.status} = 'held')`,
    })
    .from(engineeringMembers)
    .innerJoin(
      engineerings,
      and(
        eq(engineerings.operatorId, engineeringMembers.operatorId),
        eq(engineerings.id, engineeringMembers.engineeringId),
      ),
    )
    .where(and(eq(engineeringMembers.operatorId, operatorId), inArray(engineeringMembers.accompanimentId, ids)))
}

function followUpsOf(tx: TenantTx, operatorId: string, ids: string[]) {
  return tx
    .select({
      accompanimentId: followUps.accompanimentId,
      wave: followUps.wave,
      state: followUps.state,
      plannedOn: followUps.plannedOn,
      // Not a subquery in sql``: in a select of one table its columns lose their table, and compare with themselves.
      attempts: tx.$count(
        reminders,
        and(
          eq(reminders.operatorId, followUps.operatorId),
          eq(reminders.subjectId, followUps.id),
          eq(reminders.state, 'done'),
        ),
      ),
    })
    .from(followUps)
    .where(and(eq(followUps.operatorId, operatorId), inArray(followUps.accompanimentId, ids)))
    .orderBy(followUps.wave)
}

function referralsOf(tx: TenantTx, operatorId: string, ids: string[]) {
  return tx
    .select({ accompanimentId: referrals.accompanimentId, sentTo: referrals.sentTo, reason: referrals.reason })
    .from(referrals)
    .where(and(eq(referrals.operatorId, operatorId), inArray(referrals.accompanimentId, ids)))
    .orderBy(desc(referrals.createdAt), desc(referrals.id))
}

/** The organisation's other accompaniment that went as far as a diagnostic, the latest one. */
export async function previousAccompaniment(
  tx: TenantTx,
  operatorId: string,
  subject: { id: string; organisationId: string | null },
): Promise<CaseFacts['previous']> {
  if (!subject.organisationId) return null
  const lastOn = sql<string>`coalesce(${accompaniments.closedOn}, ${accompaniments.restitutionOn}, ${accompaniments.diagnosticValidatedOn})`
  const [row] = await tx
    .select({ number: accompaniments.number, lastOn })
    .from(accompaniments)
    .where(
      and(
        eq(accompaniments.operatorId, operatorId),
        eq(accompaniments.organisationId, subject.organisationId),
        ne(accompaniments.id, subject.id),
        isNotNull(accompaniments.diagnosticValidatedOn),
      ),
    )
    .orderBy(desc(lastOn))
    .limit(1)
  const last = day(row?.lastOn)
  return row && last ? { number: row.number, lastOn: last } : null
}
