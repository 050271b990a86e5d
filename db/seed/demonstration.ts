import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { hashPassword } from '#app/features/sign-in/password-hash.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { addMonths, type Day, dayOf } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { type GrantKind, grants, operators } from '#db/schema/operators.ts'
import { credentials, users } from '#db/schema/users.ts'
import { withTenant } from '#db/tenant.ts'
import { tellRequests } from './asking.ts'
import { tellBidding } from './bidding.ts'
import { tellTeamwork } from './caseload.ts'
import { tellCommittee } from './committee.ts'
import { foundAgreements, foundProviders } from './foundations.ts'
import { tellImpact } from './measuring.ts'
import { cohortStory } from './missions.ts'
import { tellNetwork } from './networking.ts'
import { tellOtherPaths } from './other-paths.ts'
import { caseStory } from './path.ts'
import { tellPieces } from './pieces.ts'
import { casesOfDla, casesOfIncubator } from './plots.ts'
import { parcoursIncubation } from './programmes/parcours-incubation.ts'
import { shippedProgrammes } from './programmes/shipped.ts'
import { shippedEarlier } from './programmes/shipped-earlier.ts'
import { tellReferences } from './references.ts'
import { yearlyReport } from './reports.ts'
import { tellReviews } from './second-readings.ts'
import { Stage, tell } from './stage.ts'
import { tellTerritory } from './territory.ts'

/** Known to everybody: these accounts exist only on the embedded database. */
export const demonstrationPassword = 'sillage-demonstration'

export const demonstrationAccounts = [
  {
    email: 'practitioner@demo.example',
    name: 'Camille Rousseau',
    who: 'chargée de mission, DLA',
    operator: 'dla-demo',
    kind: 'practitioner',
  },
  {
    email: 'manager@demo.example',
    name: 'Nadia Lefèvre',
    who: 'responsable, DLA',
    operator: 'dla-demo',
    kind: 'manager',
  },
  { email: 'consultant@demo.example', name: 'Paul Marchand', who: 'prestataire', operator: null, kind: null },
  {
    email: 'funder@demo.example',
    name: 'Hélène Garnier',
    who: 'financeur, Région de démonstration',
    operator: null,
    kind: null,
  },
  {
    email: 'network@demo.example',
    name: 'Inès Moreau',
    who: 'animation du réseau',
    operator: 'dla-demo',
    kind: 'network',
  },
  {
    email: 'practitioner@other.example',
    name: 'Yann Le Goff',
    who: 'chargé de mission, incubateur',
    operator: 'incubateur-demo',
    kind: 'practitioner',
  },
] as const

/** Colleagues who only appear: they have no password. */
const colleagues = [
  { email: 'malik.haddad@dla-demo.example', name: 'Malik Haddad' },
  { email: 'elodie.vasseur@dla-demo.example', name: 'Élodie Vasseur' },
] as const

const operatorsOfDemonstration = [
  { slug: 'dla-demo', name: 'DLA du Loiret', programmes: shippedProgrammes.map(shippedEarlier) },
  { slug: 'incubateur-demo', name: 'Incubateur Rives de Loire', programmes: [parcoursIncubation] },
] as const
type Slug = (typeof operatorsOfDemonstration)[number]['slug']

/** Fills an empty installation; does nothing when it has been filled. One that was interrupted is put aside and begun again. */
export async function seedDemonstration(say: (line: string) => void, now: Date = systemClock()): Promise<void> {
  const known = await database('worker')
    .select({
      id: operators.id,
      slug: operators.slug,
      settings: operators.settings,
      demonstration: operators.demonstration,
    })
    .from(operators)
    .where(inArray(operators.slug, ['dla-demo', 'incubateur-demo']))
  // An operator of that name which somebody imported is hers.
  if (known.some(({ settings, demonstration }) => settings.demonstrationTold === true || !demonstration)) return
  for (const { id, slug } of known) await putAside(id, slug)
  say('Création des données de démonstration…')
  const users = await foundUsers()
  const told = await Promise.all(operatorsOfDemonstration.map(operator => foundOperator(operator, users, dayOf(now))))
  const [dla, incubator] = told.map(operator => new Stage(operator, now))
  if (!dla || !incubator) throw new Error('the demonstration has two operators')
  await Promise.all([tellDla(dla, users), tellIncubator(incubator, users)])
  for (const { id } of told)
    await database('worker')
      .update(operators)
      .set({ settings: sql`${operators.settings} || '{"demonstrationTold": true}'` })
      .where(eq(operators.id, id))
}

/** What an interrupted start left cannot be resumed by its half-told stories: nobody reaches it any more. */
async function putAside(id: string, slug: string): Promise<void> {
  await withTenant({ kind: 'system', operatorId: id }, 'write', systemClock, ({ tx, now }) =>
    tx
      .update(grants)
      .set({ revokedAt: now })
      .where(and(eq(grants.operatorId, id), isNull(grants.revokedAt))),
  )
  await database('worker')
    .update(operators)
    .set({ slug: `${slug}-${id.slice(-8)}` })
    .where(eq(operators.id, id))
}

/** The accounts and the colleagues, by address; an import may have met one before, and made it an invited member. */
async function foundUsers(): Promise<Map<string, string>> {
  const password = await hashPassword(demonstrationPassword)
  const identity = database('identity')
  const ids = new Map<string, string>()
  for (const { email, name } of [...demonstrationAccounts, ...colleagues]) {
    const [user] = await identity
      .insert(users)
      .values({ id: newId(), name, email, emailVerified: true })
      .onConflictDoUpdate({ target: users.email, set: { name, emailVerified: true } })
      .returning({ id: users.id })
    if (!user) throw new Error(`no account for ${email}`)
    ids.set(email, user.id)
    const isAccount = demonstrationAccounts.some(account => account.email === email)
    const held = await identity.select({ id: credentials.id }).from(credentials).where(eq(credentials.userId, user.id))
    if (isAccount && held.length === 0)
      await identity
        .insert(credentials)
        .values({ id: newId(), accountId: user.id, providerId: 'credential', userId: user.id, password })
  }
  return ids
}

type FoundedOperator = { id: string; slug: Slug }
async function foundOperator(
  { slug, name, programmes }: (typeof operatorsOfDemonstration)[number],
  userIds: Map<string, string>,
  today: Day,
): Promise<FoundedOperator> {
  const id = newId()
  await database('worker').insert(operators).values({ id, slug, name, department: '45', demonstration: true })
  const members: { email: string; kind: GrantKind }[] = [
    ...demonstrationAccounts.flatMap(({ email, operator, kind }) => (operator === slug ? [{ email, kind }] : [])),
    ...(slug === 'dla-demo' ? colleagues.map(({ email }) => ({ email, kind: 'practitioner' as const })) : []),
  ]
  await withTenant({ kind: 'system', operatorId: id }, 'write', systemClock, async ({ tx }) => {
    await installProgrammes(tx, id, programmes)
    for (const { email, kind } of members)
      await tx
        .insert(grants)
        .values({ operatorId: id, id: newId(), userId: userOf(userIds, email), kind, fromOn: addMonths(today, -48) })
  })
  return { id, slug }
}

function userOf(userIds: Map<string, string>, email: string): string {
  const id = userIds.get(email)
  if (!id) throw new Error(`nobody at ${email}`)
  return id
}

async function tellDla(stage: Stage, userIds: Map<string, string>): Promise<void> {
  const user = (email: string) => userOf(userIds, email)
  const manager = user('manager@demo.example')
  const consultant = {
    userId: user('consultant@demo.example'),
    name: 'Paul Marchand',
    email: 'consultant@demo.example',
  }
  const others = [user(colleagues[0].email), user(colleagues[1].email)] as const
  const beginning = addMonths(stage.today, -40)
  const year = Number(stage.today.slice(0, 4))
  const agreements = await foundAgreements(stage, manager, beginning)
  const providers = await foundProviders(stage, manager, beginning)
  const team = { lead: user('practitioner@demo.example'), others, consultant }
  const { plans, cohorts } = casesOfDla(stage.today, team, agreements)
  const company = { stage, providers, organisations: new Map() }
  const stories = [
    ...plans.map(plan => caseStory(company, plan)),
    ...cohorts.map((cohort, rank) =>
      cohortStory(company, cohort, { practitioner: others[0], seed: 70 + rank, isRunning: rank === 1 }),
    ),
    ...[
      { agreementId: agreements.region, year: year - 2 },
      { agreementId: agreements.region, year: year - 1, reader: user('funder@demo.example') },
      { agreementId: agreements.jobs, year: year - 1 },
    ].map(report => yearlyReport(stage, manager, report)),
  ]
  await tell(stories, stage.today)
  await tellCommittee(stage, team.lead)
  await tellReferences(stage, team.lead)
  await tellNetwork(stage, team.lead)
  await tellImpact(stage, team.lead)
  await tellTerritory(stage, team.lead)
  await tellOtherPaths(stage, team.lead)
  await tellBidding(stage, team.lead, providers)
  await tellReviews(stage, team.lead)
  await tellPieces(stage, team.lead)
  await tellRequests(stage, manager)
  await tellTeamwork(stage, { lead: team.lead, from: others[0], to: others[1] })
}

async function tellIncubator(stage: Stage, userIds: Map<string, string>): Promise<void> {
  const practitioner = userOf(userIds, 'practitioner@other.example')
  const company = {
    stage,
    providers: await foundProviders(stage, practitioner, addMonths(stage.today, -40)),
    organisations: new Map(),
  }
  const stories = casesOfIncubator(stage.today, practitioner).map(plan => caseStory(company, plan))
  await tell(stories, stage.today)
}
