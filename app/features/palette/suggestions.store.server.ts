import { and, asc, desc, eq, inArray, isNotNull, isNull, like, or, type SQL, sql } from 'drizzle-orm'
import { foldForSearch } from '#app/features/organisations/search-text.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { organisations } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import type { TenantTx } from '#db/tenant.ts'

export type SuggestedCase = { number: string; title: string; programme: string }
export type SuggestedOrganisation = { id: string; name: string; department: string | null }

const wordsOf = (text: string) => foldForSearch(text).split(' ').filter(Boolean)

const cases = (tx: TenantTx) =>
  tx
    .select({
      number: accompaniments.number,
      title: sql<string>`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`,
      programme: programmes.name,
    })
    .from(accompaniments)
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )

/** The cases of a number, then those of these organisations or of a project's title, the latest first. */
export async function suggestCases(
  tx: TenantTx,
  operatorId: string,
  { text, organisationIds, limit }: { text: string; organisationIds: readonly string[]; limit: number },
): Promise<SuggestedCase[]> {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const those = (condition: SQL | undefined) =>
    cases(tx)
      .where(and(eq(accompaniments.operatorId, operatorId), condition))
      .orderBy(desc(accompaniments.number))
      .limit(limit)
  // Apart: read together, one condition that no index answers makes PostgreSQL read every case.
  const numbered = /\d/.test(text) ? await those(like(accompaniments.number, `%${words.join('-')}%`)) : []
  if (numbered.length === limit) return numbered
  const byTitle = and(
    isNull(accompaniments.organisationId),
    allOf(sql`translate(lower(${accompaniments.title}), 'àâäçéèêëîïôöùûüÿ', 'aaaceeeeiioouuuy')`, words),
  )
  const named = await those(
    organisationIds.length > 0 ? or(inArray(accompaniments.organisationId, [...organisationIds]), byTitle) : byTitle,
  )
  const known = new Set(numbered.map(({ number }) => number))
  return [...numbered, ...named.filter(({ number }) => !known.has(number))].slice(0, limit)
}

const allOf = (column: SQL, words: readonly string[]) => and(...words.map(word => sql`${column} like ${`%${word}%`}`))

/** Before anything is typed: those of hers that wait longest. */
export async function waitingCases(
  tx: TenantTx,
  operatorId: string,
  userId: string,
  limit: number,
): Promise<SuggestedCase[]> {
  return cases(tx)
    .where(
      and(
        eq(accompaniments.operatorId, operatorId),
        eq(accompaniments.practitionerId, userId),
        isNotNull(accompaniments.nextStep),
      ),
    )
    .orderBy(sql`${accompaniments.nextOn} asc nulls last`, desc(accompaniments.number))
    .limit(limit)
}

export async function suggestOrganisations(
  tx: TenantTx,
  operatorId: string,
  text: string,
  limit: number,
): Promise<SuggestedOrganisation[]> {
  const words = wordsOf(text)
  if (words.length === 0) return []
  return tx
    .select({ id: organisations.id, name: organisations.name, department: organisations.department })
    .from(organisations)
    .where(
      and(
        eq(organisations.operatorId, operatorId),
        isNull(organisations.mergedIntoId),
        allOf(sql`${organisations.searchText}`, words),
      ),
    )
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(limit)
}
