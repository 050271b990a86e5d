import { and, eq, gte, isNull, like, lt, lte, not, or, type SQL, sql } from 'drizzle-orm'
import { foldForSearch } from '#app/features/organisations/search-text.ts'
import { inTerritory } from '#app/features/territories/cases-in-territory.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { isId } from '#app/kernel/ids.ts'
import { accompanimentAgreements, accompaniments } from '#db/schema/accompaniments.ts'
import { networkStatuses } from '#db/schema/network.ts'
import { organisations } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import { typologies } from '#db/schema/typologies.ts'
import { none } from './caseload-filter.ts'

export type CaseFilter = {
  text: string | null
  state: string | null
  programme: string | null
  /** A user, or `none`. */
  practitioner: string | null
  late: boolean
  /** An agreement, or `none`. */
  agreement: string | null
  department: string | null
  territory: string | null
  trade: string | null
  public: string | null
  phase: string | null
  /** The place of the organisation in the network. */
  network: string | null
  /** The day of the request. */
  from: Day | null
  to: Day | null
}

const idOrNone = (value: string | null) => (value === none || isId(value) ? value : null)

/** The filters of an address; what names nobody and nothing is no filter. */
export const filterOf = (asked: {
  texte: string | null
  etat: string | null
  dispositif: string | null
  charge: string | null
  retard: string | null
  convention: string | null
  departement: string | null
  territoire: string | null
  metier: string | null
  public: string | null
  moment: string | null
  reseau: string | null
  du: Day | null
  au: Day | null
}): CaseFilter => ({
  text: asked.texte,
  state: asked.etat,
  programme: asked.dispositif,
  practitioner: idOrNone(asked.charge),
  late: asked.retard === '1',
  agreement: idOrNone(asked.convention),
  department: asked.departement,
  territory: isId(asked.territoire) ? asked.territoire : null,
  trade: asked.metier,
  public: asked.public,
  phase: asked.moment,
  network: asked.reseau,
  from: asked.du,
  to: asked.au,
})

/** The cases that a filter keeps, as a condition on `accompaniments` alone. */
export function casesKept(operatorId: string, filter: CaseFilter, today: Day): SQL | undefined {
  return and(
    eq(accompaniments.operatorId, operatorId),
    filter.state ? eq(accompaniments.state, filter.state) : undefined,
    filter.programme
      ? sql`${accompaniments.programmeId} in (
          select id from ${programmes} where operator_id = ${operatorId} and code = ${filter.programme})`
      : undefined,
    filter.practitioner === none ? isNull(accompaniments.practitionerId) : undefined,
    filter.practitioner && filter.practitioner !== none
      ? eq(accompaniments.practitionerId, filter.practitioner)
      : undefined,
    filter.late ? lt(accompaniments.nextOn, today) : undefined,
    filter.agreement ? paidBy(operatorId, filter.agreement) : undefined,
    filter.department ? inDepartment(operatorId, filter.department) : undefined,
    filter.territory ? inTerritory(operatorId, filter.territory) : undefined,
    filter.trade ? ofTrade(operatorId, filter.trade) : undefined,
    filter.public ? typedAs(operatorId, sql`typed.publics @> array[${filter.public}]::text[]`) : undefined,
    filter.phase ? typedAs(operatorId, sql`typed.phase = ${filter.phase}`) : undefined,
    filter.network ? placedAs(operatorId, filter.network) : undefined,
    filter.from ? gte(accompaniments.requestedOn, filter.from) : undefined,
    filter.to ? lte(accompaniments.requestedOn, filter.to) : undefined,
    filter.text ? named(operatorId, filter.text, filter.department) : undefined,
  )
}

function paidBy(operatorId: string, agreementId: string): SQL {
  if (agreementId === none)
    return sql`not exists (
      select from ${accompanimentAgreements} as paid
      where paid.operator_id = ${operatorId} and paid.accompaniment_id = ${accompaniments.id})`
  return sql`${accompaniments.id} in (
    select paid.accompaniment_id from ${accompanimentAgreements} as paid
    where paid.operator_id = ${operatorId} and paid.agreement_id = ${agreementId})`
}

const typedAs = (operatorId: string, condition: SQL) => sql`${accompaniments.id} in (
  select typed.accompaniment_id from ${typologies} as typed where typed.operator_id = ${operatorId} and ${condition})`

/** What the case says, or what its programme declares when it says nothing. */
const ofTrade = (operatorId: string, trade: string) =>
  or(
    typedAs(operatorId, sql`typed.trade = ${trade}`),
    and(
      sql`${accompaniments.programmeId} in (
        select id from ${programmes} where operator_id = ${operatorId} and definition -> 'typology' ->> 'trade' = ${trade})`,
      not(typedAs(operatorId, sql`true`)),
    ),
  )

/** What holds is the latest that began; none begins in the future (features/network). */
const placedAs = (operatorId: string, status: string) => sql`${accompaniments.organisationId} in (
  select held.organisation_id from (
    select distinct on (said.organisation_id) said.organisation_id, said.status
    from ${networkStatuses} as said where said.operator_id = ${operatorId}
    order by said.organisation_id, said.since_on desc, said.created_at desc, said.id desc) as held
  where held.status = ${status})`

const inDepartment = (operatorId: string, department: string) => sql`${accompaniments.organisationId} in (
  select placed.id from ${organisations} as placed
  where placed.operator_id = ${operatorId} and placed.department = ${department})`

/** Letters that French titles carry and that nobody types in a search box. */
const [accented, plain] = ['àâäçéèêëîïôöùûüÿ', 'aaaceeeeiioouuuy']

function named(operatorId: string, text: string, department: string | null): SQL | undefined {
  const words = foldForSearch(text).split(' ').filter(Boolean)
  if (words.length === 0) return undefined
  // Found once and hashed, not once per case: 5 s and more at 100 000 cases otherwise (tests/bench/pages.bench.ts).
  const byOrganisation = sql`${accompaniments.organisationId} in (
    select named.id from ${organisations} as named
    where ${and(
      sql`named.operator_id = ${operatorId}`,
      // Four times fewer names to look through.
      department ? sql`named.department = ${department}` : undefined,
      ...words.map(word => sql`named.search_text like ${`%${word}%`}`),
    )})`
  // Of a project that has no organisation yet.
  const byTitle = and(
    isNull(accompaniments.organisationId),
    ...words.map(word => sql`translate(lower(${accompaniments.title}), ${accented}, ${plain}) like ${`%${word}%`}`),
  )
  return or(like(accompaniments.number, `%${words.join('-')}%`), byOrganisation, byTitle)
}
