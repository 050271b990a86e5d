import { and, asc, eq, isNull } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { organisations } from '#db/schema/organisations.ts'
import { challengeCases, challenges, territories } from '#db/schema/territories.ts'
import type { TenantTx } from '#db/tenant.ts'

const t = challengeCases

/** A challenge as a case names it. */
export type NamedChallenge = { id: string; title: string; territoryId: string; territory: string }
export type TiedChallenge = NamedChallenge & { reason: string | null; tiedOn: string }

const named = { id: challenges.id, title: challenges.title, territoryId: territories.id, territory: territories.name }
const ofTerritory = and(eq(territories.operatorId, challenges.operatorId), eq(territories.id, challenges.territoryId))
const pair = (operatorId: string, challengeId: string, accompanimentId: string) =>
  and(eq(t.operatorId, operatorId), eq(t.challengeId, challengeId), eq(t.accompanimentId, accompanimentId))

/** Those that somebody still works on, by their territory. */
export async function openChallenges(tx: TenantTx, operatorId: string): Promise<NamedChallenge[]> {
  return tx
    .select(named)
    .from(challenges)
    .innerJoin(territories, ofTerritory)
    .where(and(eq(challenges.operatorId, operatorId), isNull(challenges.closedOn)))
    .orderBy(asc(territories.name), asc(challenges.id))
    .limit(200)
}

export async function challengeById(tx: TenantTx, operatorId: string, id: string): Promise<NamedChallenge | null> {
  const [row] = await tx
    .select(named)
    .from(challenges)
    .innerJoin(territories, ofTerritory)
    .where(and(eq(challenges.operatorId, operatorId), eq(challenges.id, id)))
  return row ?? null
}

export async function challengesOfCase(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<TiedChallenge[]> {
  return tx
    .select({ ...named, reason: t.reason, tiedOn: t.tiedOn })
    .from(t)
    .innerJoin(challenges, and(eq(challenges.operatorId, t.operatorId), eq(challenges.id, t.challengeId)))
    .innerJoin(territories, ofTerritory)
    .where(and(eq(t.operatorId, operatorId), eq(t.accompanimentId, accompanimentId)))
    .orderBy(asc(t.id))
}

export async function casesOfChallenge(tx: TenantTx, operatorId: string, challengeId: string) {
  return tx
    .select({
      number: accompaniments.number,
      title: accompaniments.title,
      organisation: organisations.name,
      reason: t.reason,
      tiedOn: t.tiedOn,
    })
    .from(t)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, t.operatorId), eq(accompaniments.id, t.accompanimentId)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, t.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(and(eq(t.operatorId, operatorId), eq(t.challengeId, challengeId)))
    .orderBy(asc(t.id))
}

/** False when the case is tied to this challenge already. */
export async function insertTie(
  tx: TenantTx,
  tie: { operatorId: string; challengeId: string; accompanimentId: string; reason: string | null; tiedOn: string },
): Promise<boolean> {
  const rows = await tx
    .insert(t)
    .values({ id: newId(), ...tie })
    .onConflictDoNothing()
    .returning({ id: t.id })
  return rows.length > 0
}

/** False when it is not. */
export async function deleteTie(
  tx: TenantTx,
  operatorId: string,
  challengeId: string,
  accompanimentId: string,
): Promise<boolean> {
  const rows = await tx
    .delete(t)
    .where(pair(operatorId, challengeId, accompanimentId))
    .returning({ id: t.id })
  return rows.length > 0
}
