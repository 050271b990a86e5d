import { and, asc, type Column, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { normaliseIdentifier } from '#app/kernel/identifiers.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import { nameCore, passingWords } from './name-core.ts'

export type LikelyDuplicate = {
  id: string
  name: string
  siret: string | null
  rna: string | null
  department: string | null
}

/** Below, « Les Amis de Blois » would be taken for « Les Amis de Tours »; above, a plural or an accent would hide a double. */
const alikeFrom = 0.6
const shownAtMost = 5

/**
 * The organisations of this operator that the one described may well be, the closest first: a name alike (words that say
 * nothing aside), the same SIREN, or the same number kept as a draft. Another operator's rows are never looked at.
 */
export async function likelyDuplicates(
  tx: TenantTx,
  operatorId: string,
  described: { name: string; siret: string | null; rna: string | null },
  except: string | null = null,
): Promise<LikelyDuplicate[]> {
  const core = nameCore(described.name)
  const numbers = [described.siret, described.rna].flatMap(number => (number ? [normaliseIdentifier(number)] : []))
  const siren = numbers.find(number => /^\d{14}$/.test(number))?.slice(0, 9) ?? null
  const known = sql`btrim(regexp_replace(${organisations.searchText}, ${passingWords}, ' ', 'g'))`
  // The operator `<%` is what the trigram index answers to; its threshold is 0.6 too.
  const byName =
    core === ''
      ? sql`false`
      : sql`(${core} <% ${organisations.searchText} and similarity(${core}, ${known}) >= ${alikeFrom})`
  const bySiren = siren ? sql`left(${organisations.siret}, 9) = ${siren}` : sql`false`
  const drafts = sql`(${asNumber(organisations.siretDraft)}, ${asNumber(organisations.rnaDraft)})`
  const byDraft = numbers.length > 0 ? or(...numbers.map(number => sql`${number} in ${drafts}`)) : sql`false`
  return tx
    .select({
      id: organisations.id,
      name: organisations.name,
      siret: organisations.siret,
      rna: organisations.rna,
      department: organisations.department,
    })
    .from(organisations)
    .where(
      and(
        eq(organisations.operatorId, operatorId),
        isNull(organisations.mergedIntoId),
        or(byName, bySiren, byDraft),
        ...(except ? [ne(organisations.id, except)] : []),
      ),
    )
    .orderBy(
      desc(sql`case when ${byDraft} then 3 when ${bySiren} then 2 else similarity(${core}, ${known}) end`),
      asc(organisations.name),
      asc(organisations.id),
    )
    .limit(shownAtMost)
}

const asNumber = (draft: Column) => sql`upper(regexp_replace(${draft}, '[^[:alnum:]]', '', 'g'))`
