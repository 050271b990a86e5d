import { planActions, snapshots, volunteerTime } from '#db/schema/accompaniments.ts'
import { bulkInsert } from '#db/schema/bulk.ts'
import { sessions } from '#db/schema/engineerings.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { referrals } from '#db/schema/referrals.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type ChildRow, named } from './child-files.ts'
import type { ActionRow, FollowUpRow, ReferralRow, SessionRow, SnapshotRow, VolunteerTimeRow } from './rows.ts'

/*
 * Rows of files without `ref`: an import adds them once and never changes them. `position` holds the line of the file,
 * which orders the rows of one day.
 */

export async function addSnapshots(tx: TenantTx, operatorId: string, found: ChildRow<SnapshotRow>[]): Promise<void> {
  const values = found.map(child => {
    const { structure: _structure, accompaniment: _accompaniment, ...row } = child.row
    const organisationId = named(child, 'structure')
    const accompanimentId = child.ids.get('accompagnement') ?? null
    return { operatorId, id: child.id, organisationId, accompanimentId, position: child.line, ...row }
  })
  await tx.execute(bulkInsert(snapshots, values))
}

export async function addReferrals(tx: TenantTx, operatorId: string, found: ChildRow<ReferralRow>[]): Promise<void> {
  const values = found.map(child => {
    const { accompaniment: _ref, ...row } = child.row
    return { operatorId, id: child.id, accompanimentId: named(child, 'accompagnement'), ...row }
  })
  await tx.execute(bulkInsert(referrals, values))
}

export async function addActions(tx: TenantTx, operatorId: string, found: ChildRow<ActionRow>[]): Promise<void> {
  const values = found.map(child => {
    const { accompaniment: _ref, ...row } = child.row
    const accompanimentId = named(child, 'accompagnement')
    return { operatorId, id: child.id, accompanimentId, position: child.line, ...row }
  })
  await tx.execute(bulkInsert(planActions, values))
}

export async function addSessions(tx: TenantTx, operatorId: string, found: ChildRow<SessionRow>[]): Promise<void> {
  const values = found.map(child => {
    const { engineering: _ref, ...row } = child.row
    return { operatorId, id: child.id, engineeringId: named(child, 'ingenierie'), ...row }
  })
  await tx.execute(bulkInsert(sessions, values))
}

export async function addFollowUps(tx: TenantTx, operatorId: string, found: ChildRow<FollowUpRow>[]): Promise<void> {
  const values = found.map(child => {
    const { accompaniment: _ref, ...row } = child.row
    const accompanimentId = named(child, 'accompagnement')
    const isAnswered = row.answeredOn !== null
    const state = isAnswered ? ('answered' as const) : ('planned' as const)
    const channel = isAnswered ? ('import' as const) : null
    return { operatorId, id: child.id, accompanimentId, state, channel, ...row }
  })
  await tx.execute(bulkInsert(followUps, values))
}

export async function addVolunteerTime(
  tx: TenantTx,
  operatorId: string,
  found: ChildRow<VolunteerTimeRow>[],
): Promise<void> {
  const values = found.map(child => {
    const { accompaniment: _ref, ...row } = child.row
    return { operatorId, id: child.id, accompanimentId: named(child, 'accompagnement'), ...row }
  })
  await tx.execute(bulkInsert(volunteerTime, values))
}
