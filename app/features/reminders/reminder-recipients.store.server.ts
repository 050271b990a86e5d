import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { delegatesOn, managersOn } from '#app/features/notifications/notify.store.server.ts'
import { consultantsAt } from '#app/features/weeks/weeks.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { consultations, offers } from '#db/schema/consultations.ts'
import { engineerings, providers } from '#db/schema/engineerings.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import { referrals } from '#db/schema/referrals.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { lastAskedToValidate } from './asked-people.store.server.ts'
import type { Reminder } from './reminder-rules.ts'

/** Somebody whom a reminder reaches. A user signs in; a person or a firm only has an address. */
export type Reached = {
  userId: string | null
  personId: string | null
  name: string
  /** Null when nobody knows it. */
  email: string | null
  locale: 'fr' | 'en'
}
export type RemindedCase = { id: string; number: string; organisation: string | null }

export type Reach = {
  cases: ReadonlyMap<string, RemindedCase>
  /** Nobody, when the case or the mission has no such person. A case that nobody follows is the managers'. */
  of: (reminder: Reminder) => Reached[]
}

type Asking = { tx: TenantTx; operator: { id: string }; today: Day }
const unique = (ids: readonly (string | null)[]) => [...new Set(ids.filter(id => id !== null))]

/** Who these reminders reach on that day, found together: as many queries for a thousand as for one. */
export async function reachOf({ tx, operator, today }: Asking, reminders: readonly Reminder[]): Promise<Reach> {
  const cases = await casesOf(tx, operator.id, unique(reminders.map(({ accompanimentId }) => accompanimentId)))
  const away = await delegatesOn(tx, operator.id, today)
  const managerIds = await managersOn(tx, operator.id, today)
  const present = (userId: string) => away.get(userId) ?? userId
  const known = await usersOf(tx, [
    ...managerIds,
    ...unique([...cases.values()].map(({ practitionerId }) => practitionerId && present(practitionerId))),
  ])
  const member = (id: string) => known.get(id) ?? []
  const managers = managerIds.flatMap(member)
  const asked = reminders.filter(({ to }) => to === 'provider')
  const missions = unique(asked.map(({ engineeringId }) => engineeringId))
  const consultants = await consultantsAt(tx, operator.id, missions, today)
  const validating = reminders.filter(({ trigger }) => trigger === 'diagnostic_sent').map(({ subjectId }) => subjectId)
  const askedToValidate = await lastAskedToValidate(tx, operator.id, validating)
  const firms = await firmsOf(tx, operator.id, missions, unique(asked.map(({ subjectId }) => subjectId)))
  const referred = reminders.filter(({ to }) => to === 'partner').map(({ subjectId }) => subjectId)
  const partners = await partnersOf(tx, operator.id, referred)
  const providerOf = ({ engineeringId, consultantId, subjectId }: Reminder): Reached[] => {
    const working = consultants.filter(found => found.engineeringId === engineeringId)
    const hers = working.filter(({ userId }) => userId === consultantId)
    const told = hers.length > 0 ? hers : working
    if (told.length > 0)
      return told.map(({ userId, name, email, locale }) => ({
        userId,
        personId: null,
        name,
        email,
        locale: localeOf(locale),
      }))
    return firms.get(engineeringId ?? subjectId) ?? []
  }
  return {
    cases,
    of: reminder => {
      const found = cases.get(reminder.accompanimentId ?? '')
      switch (reminder.to) {
        case 'manager':
          return managers
        case 'practitioner':
          return found?.practitionerId ? member(present(found.practitionerId)) : managers
        case 'organisation':
        case 'person': {
          const last = askedToValidate.get(reminder.subjectId)
          if (last?.email) return [{ ...last, userId: null, locale: 'fr' }]
          return found?.contact ? [found.contact] : []
        }
        case 'provider':
          return providerOf(reminder)
        case 'partner':
          return partners.get(reminder.subjectId) ?? []
      }
    },
  }
}

const localeOf = (locale: string) => (locale === 'en' ? 'en' : 'fr')

type FoundCase = RemindedCase & { practitionerId: string | null; contact: Reached | null }

async function casesOf(tx: TenantTx, operatorId: string, ids: string[]): Promise<Map<string, FoundCase>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      id: accompaniments.id,
      number: accompaniments.number,
      practitionerId: accompaniments.practitionerId,
      organisation: organisations.name,
      personId: people.id,
      name: people.name,
      email: people.email,
    })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .leftJoin(people, and(eq(people.operatorId, operatorId), eq(people.id, accompaniments.contactPersonId)))
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, ids)))
  return new Map(
    rows.map(({ personId, name, email, ...row }) => [
      row.id,
      { ...row, contact: personId ? { userId: null, personId, name: name ?? '', email, locale: 'fr' } : null },
    ]),
  )
}

async function usersOf(tx: TenantTx, ids: readonly string[]): Promise<Map<string, Reached[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(and(inArray(users.id, [...ids]), isNull(users.deactivatedAt)))
  return new Map(rows.map(row => [row.userId, [{ ...row, personId: null, locale: localeOf(row.locale) }]]))
}

/** Whom each of these referrals may be answered by. */
async function partnersOf(tx: TenantTx, operatorId: string, ids: string[]): Promise<Map<string, Reached[]>> {
  if (ids.length === 0) return new Map()
  const { id, sentTo, partnerName: name, partnerEmail: email } = referrals
  const rows = await tx
    .select({ id, sentTo, name, email })
    .from(referrals)
    .where(and(eq(referrals.operatorId, operatorId), inArray(id, ids)))
  return new Map(
    rows.map(row => [
      row.id,
      [{ userId: null, personId: null, name: row.name ?? row.sentTo, email: row.email, locale: 'fr' }],
    ]),
  )
}

/** The firm of each mission, or of the offer that was chosen for it; and firms themselves, by their own id. */
async function firmsOf(
  tx: TenantTx,
  operatorId: string,
  missions: string[],
  subjectIds: string[],
): Promise<Map<string, Reached[]>> {
  const found = new Map<string, Reached[]>()
  if (subjectIds.length === 0) return found
  const own = await tx
    .select({ about: providers.id, name: providers.name, email: providers.email })
    .from(providers)
    .where(and(eq(providers.operatorId, operatorId), inArray(providers.id, subjectIds)))
  const chosen = missions.length > 0 ? await firmsAt(tx, operatorId, missions) : []
  for (const { about, name, email } of [...own, ...chosen])
    found.set(about, [{ userId: null, personId: null, name, email, locale: 'fr' }])
  return found
}

function firmsAt(tx: TenantTx, operatorId: string, missions: string[]) {
  return tx
    .select({ about: engineerings.id, name: providers.name, email: providers.email })
    .from(engineerings)
    .leftJoin(
      consultations,
      and(eq(consultations.operatorId, operatorId), eq(consultations.engineeringId, engineerings.id)),
    )
    .leftJoin(offers, and(eq(offers.operatorId, operatorId), eq(offers.id, consultations.chosenOfferId)))
    .innerJoin(
      providers,
      and(
        eq(providers.operatorId, operatorId),
        eq(providers.id, sql`coalesce(${engineerings.providerId}, ${offers.providerId})`),
      ),
    )
    .where(and(eq(engineerings.operatorId, operatorId), inArray(engineerings.id, missions)))
}
