import { and, asc, eq, ilike, inArray, notInArray, or, sql } from 'drizzle-orm'
import { foldForSearch } from '#app/features/organisations/search-text.ts'
import { newId } from '#app/kernel/ids.ts'
import { type ActionNature, type ActionStatus, accompaniments, planActions } from '#db/schema/accompaniments.ts'
import { attendances, type EngineeringKind, engineeringMembers } from '#db/schema/engineerings.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { LinkableAction } from './engineering.ts'

/** False when the case already is a member. */
export async function addMember(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  accompanimentId: string,
): Promise<boolean> {
  const added = await tx
    .insert(engineeringMembers)
    .values({ operatorId, id: newId(), engineeringId, accompanimentId })
    .onConflictDoNothing({
      target: [engineeringMembers.operatorId, engineeringMembers.engineeringId, engineeringMembers.accompanimentId],
    })
    .returning({ id: engineeringMembers.id })
  return added.length > 0
}

export async function removeMember(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  accompanimentId: string,
): Promise<void> {
  await tx
    .delete(engineeringMembers)
    .where(
      and(
        eq(engineeringMembers.operatorId, operatorId),
        eq(engineeringMembers.engineeringId, engineeringId),
        eq(engineeringMembers.accompanimentId, accompanimentId),
      ),
    )
  await tx
    .update(planActions)
    .set({ engineeringId: null, version: sql`${planActions.version} + 1` })
    .where(
      and(
        eq(planActions.operatorId, operatorId),
        eq(planActions.accompanimentId, accompanimentId),
        eq(planActions.engineeringId, engineeringId),
      ),
    )
}

/** Noted at a session, whatever as: such a member stays in the denominator. */
export async function wasNoted(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  accompanimentId: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: attendances.id })
    .from(attendances)
    .where(
      and(
        eq(attendances.operatorId, operatorId),
        eq(attendances.engineeringId, engineeringId),
        eq(attendances.accompanimentId, accompanimentId),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** States in which a case joins no engineering any more. */
const ended = ['closed', 'abandoned', 'referred', 'ineligible']

/** Cases that could join: their number or their organisation's name holds what was typed. */
export async function casesToJoin(
  tx: TenantTx,
  operatorId: string,
  { search, exceptIds }: { search: string; exceptIds: readonly string[] },
) {
  const words = foldForSearch(search)
  const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return tx
    .select({
      id: accompaniments.id,
      number: accompaniments.number,
      name: sql<string>`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`,
    })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(
      and(
        eq(accompaniments.operatorId, operatorId),
        notInArray(accompaniments.state, ended),
        exceptIds.length > 0 ? notInArray(accompaniments.id, [...exceptIds]) : undefined,
        or(
          ilike(accompaniments.number, like(search)),
          words ? ilike(organisations.searchText, like(words)) : undefined,
          ilike(accompaniments.title, like(search)),
        ),
      ),
    )
    .orderBy(asc(organisations.name), asc(accompaniments.number))
    .limit(20)
}

const natures: Record<EngineeringKind, ActionNature> = {
  individual: 'individual_engineering',
  collective: 'collective_engineering',
}

/** Actions of these cases' plans that an engineering of that kind may carry out, and are not carried by another one. */
export async function linkableActions(
  tx: TenantTx,
  operatorId: string,
  { cases, kind, engineeringId }: { cases: readonly string[]; kind: EngineeringKind; engineeringId: string | null },
): Promise<LinkableAction[]> {
  if (cases.length === 0) return []
  const rows = await tx
    .select({
      id: planActions.id,
      accompanimentId: planActions.accompanimentId,
      title: planActions.title,
      status: planActions.status,
      engineeringId: planActions.engineeringId,
    })
    .from(planActions)
    .where(
      and(
        eq(planActions.operatorId, operatorId),
        inArray(planActions.accompanimentId, [...cases]),
        eq(planActions.nature, natures[kind]),
      ),
    )
    .orderBy(asc(planActions.accompanimentId), asc(planActions.position))
  return rows.filter(row => row.engineeringId === null || row.engineeringId === engineeringId)
}

/** Ties these actions to the engineering, unties the others, and moves the tied ones on as it moves on. */
export async function linkActions(
  tx: TenantTx,
  operatorId: string,
  {
    engineeringId,
    actions,
    chosen,
    status,
  }: {
    engineeringId: string
    actions: readonly LinkableAction[]
    chosen: readonly string[]
    status: 'in_progress' | 'done' | null
  },
): Promise<void> {
  for (const action of actions) {
    const isChosen = chosen.includes(action.id)
    const next = isChosen ? movedOn(action.status, status) : action.status
    const owner = isChosen ? engineeringId : null
    if (owner === action.engineeringId && next === action.status) continue
    await tx
      .update(planActions)
      .set({ engineeringId: owner, status: next, version: sql`${planActions.version} + 1`, updatedAt: sql`now()` })
      .where(and(eq(planActions.operatorId, operatorId), eq(planActions.id, action.id)))
  }
}

/** An action that somebody dropped or put off stays so. */
function movedOn(now: ActionStatus, status: 'in_progress' | 'done' | null): ActionStatus {
  if (status === 'in_progress') return now === 'to_do' ? 'in_progress' : now
  if (status === 'done') return now === 'to_do' || now === 'in_progress' ? 'done' : now
  return now
}

/** Those who may come for each organisation: its leaders first. */
export async function peopleOf(tx: TenantTx, operatorId: string, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return []
  return tx
    .select({
      id: people.id,
      organisationId: people.organisationId,
      name: people.name,
      role: people.role,
      function: people.function,
      email: people.email,
      phone: people.phone,
    })
    .from(people)
    .where(and(eq(people.operatorId, operatorId), inArray(people.organisationId, [...organisationIds])))
    .orderBy(
      sql`array_position(array['leader', 'governance', 'employee', 'volunteer', 'other'], ${people.function})`,
      asc(people.name),
    )
}
