import { and, asc, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { normaliseIdentifier } from '#app/kernel/identifiers.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import { communeAsTyped } from './communes.store.server.ts'
import type { CompanyField, FieldSource } from './company.ts'
import type { Identifiers } from './identifiers-of.ts'
import { foldForSearch, searchTextOf } from './search-text.ts'

export type Organisation = typeof organisations.$inferSelect
export type Person = typeof people.$inferSelect
export type OrganisationValues = Identifiers &
  Pick<
    Organisation,
    | 'name'
    | 'legalForm'
    | 'foundedOn'
    | 'commune'
    | 'department'
    | 'region'
    | 'sector'
    | 'employer'
    | 'qpv'
    | 'frr'
    | 'email'
    | 'phone'
  >
export type PersonValues = Pick<Person, 'name' | 'email' | 'phone' | 'role' | 'function' | 'fromOn' | 'toOn'>

export async function organisationById(tx: TenantTx, operatorId: string, id: string): Promise<Organisation | null> {
  const [row] = await tx
    .select()
    .from(organisations)
    .where(and(eq(organisations.operatorId, operatorId), eq(organisations.id, id)))
  return row ?? null
}

/**
 * The sheet that stands for this one, held until the transaction ends. A merge holds both of its sheets from the moment
 * it looks for what moves: whatever is about to be written under one of them waits for it and goes under the kept one,
 * or is there before the merge looks.
 */
export async function holdStandingSheet(tx: TenantTx, operatorId: string, id: string): Promise<string> {
  const [row] = await tx
    .select({ into: organisations.mergedIntoId })
    .from(organisations)
    .where(and(eq(organisations.operatorId, operatorId), eq(organisations.id, id)))
    .for('key share')
  return row?.into ? holdStandingSheet(tx, operatorId, row.into) : id
}

/** What is added to a sheet goes to the one that stands for it, held as above. */
export const standingOrganisation = async (
  { tx, operator }: { tx: TenantTx; operator: { id: string } },
  id: string,
): Promise<Organisation | null> => organisationById(tx, operator.id, await holdStandingSheet(tx, operator.id, id))

/** The organisation that already bears this SIRET or RNA, itself aside. */
export async function organisationWith(
  tx: TenantTx,
  operatorId: string,
  numbers: { siret: string | null; rna: string | null },
  except: string | null,
): Promise<{ id: string; name: string; by: 'siret' | 'rna' } | null> {
  const same = [
    ...(numbers.siret ? [eq(organisations.siret, numbers.siret)] : []),
    ...(numbers.rna ? [eq(organisations.rna, numbers.rna)] : []),
  ]
  if (same.length === 0) return null
  const [row] = await tx
    .select({ id: organisations.id, name: organisations.name, siret: organisations.siret })
    .from(organisations)
    .where(
      and(
        eq(organisations.operatorId, operatorId),
        isNull(organisations.mergedIntoId),
        or(...same),
        ...(except ? [ne(organisations.id, except)] : []),
      ),
    )
    .limit(1)
  if (!row) return null
  return { id: row.id, name: row.name, by: numbers.siret && row.siret === numbers.siret ? 'siret' : 'rna' }
}

export async function insertOrganisation(
  tx: TenantTx,
  operatorId: string,
  values: OrganisationValues,
): Promise<string> {
  const id = newId()
  await tx.insert(organisations).values({ operatorId, id, ...values, searchText: searchTextOf(values) })
  return id
}

/** Says of these fields where they come from; what is said of the others stays. */
export async function keepSources(
  tx: TenantTx,
  operatorId: string,
  id: string,
  fields: readonly CompanyField[],
  source: FieldSource,
): Promise<void> {
  if (fields.length === 0) return
  const said = JSON.stringify(Object.fromEntries(fields.map(field => [field, source])))
  await tx
    .update(organisations)
    .set({ sources: sql`${organisations.sources} || ${said}::jsonb` })
    .where(and(eq(organisations.operatorId, operatorId), eq(organisations.id, id)))
}

/** Null when the version has moved. */
export async function updateOrganisation(
  tx: TenantTx,
  operatorId: string,
  id: string,
  version: number,
  values: OrganisationValues,
): Promise<boolean> {
  const rows = await tx
    .update(organisations)
    .set({ ...values, searchText: searchTextOf(values), version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(organisations.operatorId, operatorId), eq(organisations.id, id), eq(organisations.version, version)))
    .returning({ id: organisations.id })
  return rows.length > 0
}

export type FoundOrganisation = Pick<
  Organisation,
  'id' | 'name' | 'siret' | 'rna' | 'siretDraft' | 'rnaDraft' | 'legalForm' | 'commune' | 'department' | 'sector'
> & { cases: number; total: number }

/** By name (each word in it, or alike), SIRET, SIREN or RNA; all of them, by name, when nothing is asked. */
export async function searchOrganisations(
  tx: TenantTx,
  operatorId: string,
  text: string | null,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<FoundOrganisation[]> {
  const wanted = text ? matching(text) : null
  return tx
    .select({
      id: organisations.id,
      name: organisations.name,
      siret: organisations.siret,
      rna: organisations.rna,
      siretDraft: organisations.siretDraft,
      rnaDraft: organisations.rnaDraft,
      legalForm: organisations.legalForm,
      commune: organisations.commune,
      department: organisations.department,
      sector: organisations.sector,
      // Not a subquery in sql``: in a select of one table its columns lose their table, and compare with themselves.
      cases: tx.$count(
        accompaniments,
        and(
          eq(accompaniments.operatorId, organisations.operatorId),
          eq(accompaniments.organisationId, organisations.id),
        ),
      ),
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(organisations)
    .where(and(eq(organisations.operatorId, operatorId), isNull(organisations.mergedIntoId), wanted?.where))
    .orderBy(...(wanted ? [desc(wanted.closeness)] : []), asc(organisations.name), asc(organisations.id))
    .limit(limit)
    .offset(offset)
}

function matching(text: string): { where: SQL | undefined; closeness: SQL } {
  const number = normaliseIdentifier(text)
  const folded = foldForSearch(text)
  // Nine to fourteen digits are the beginning of a SIRET; folded words hold letters, digits and spaces only, so that
  // nothing in them is a wildcard.
  const byNumber = /^\d{9,14}$/.test(number)
    ? sql`${organisations.siret} like ${`${number}%`}`
    : /^W\d{9}$/.test(number)
      ? eq(organisations.rna, number)
      : undefined
  const words = folded.split(' ').filter(Boolean)
  const byWords = and(...words.map(word => sql`${organisations.searchText} like ${`%${word}%`}`))
  const alike = sql`word_similarity(${folded}, ${organisations.searchText})`
  return {
    where: words.length === 0 ? sql`false` : or(byNumber, byWords, sql`${alike} >= 0.6`),
    closeness: sql`${alike}`,
  }
}

/** Those who have left come last, the latest first. */
export async function peopleOf(tx: TenantTx, operatorId: string, organisationId: string): Promise<Person[]> {
  return tx
    .select()
    .from(people)
    .where(and(eq(people.operatorId, operatorId), eq(people.organisationId, organisationId)))
    .orderBy(desc(people.toOn), asc(people.name), asc(people.id))
}

export async function insertPerson(
  tx: TenantTx,
  operatorId: string,
  organisationId: string,
  values: PersonValues,
): Promise<string> {
  const id = newId()
  await tx.insert(people).values({ operatorId, id, organisationId, ...values })
  return id
}

/** False when the version has moved. */
export async function updatePerson(
  tx: TenantTx,
  operatorId: string,
  id: string,
  version: number,
  values: PersonValues,
): Promise<boolean> {
  const rows = await tx
    .update(people)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(people.operatorId, operatorId), eq(people.id, id), eq(people.version, version)))
    .returning({ id: people.id })
  return rows.length > 0
}

/** What the form shows of an organisation: the number kept as a draft stands in its field. */
export const formValuesOf = (row: typeof organisations.$inferSelect) => ({
  name: row.name,
  siret: row.siret ?? row.siretDraft,
  rna: row.rna ?? row.rnaDraft,
  legalForm: row.legalForm,
  foundedOn: row.foundedOn,
  commune: communeAsTyped(row.commune),
  sector: row.sector,
  employer: row.employer,
  qpv: row.qpv,
  frr: row.frr,
  email: row.email,
  phone: row.phone,
})
