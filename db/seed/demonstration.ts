import { eq } from 'drizzle-orm'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { hashPassword } from '#app/features/sign-in/password-hash.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { addMonths, dayOf } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { type GrantKind, grants, operators } from '#db/schema/operators.ts'
import { credentials, users } from '#db/schema/users.ts'
import { withTenant } from '#db/tenant.ts'
import { parcoursIncubation } from './programmes/parcours-incubation.ts'
import { shippedProgrammes } from './programmes/shipped.ts'

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

/** Fills an empty installation; does nothing when there already is an operator. */
export async function seedDemonstration(say: (line: string) => void): Promise<void> {
  const known = await database('worker')
    .select({ id: operators.id })
    .from(operators)
    .where(eq(operators.slug, 'dla-demo'))
  if (known.length > 0) return
  say('Création des données de démonstration…')
  const password = await hashPassword(demonstrationPassword)
  const operatorIds = new Map<string, string>()
  for (const [slug, name, programmes] of [
    ['dla-demo', 'DLA du Loiret', shippedProgrammes],
    ['incubateur-demo', 'Incubateur Rives de Loire', [parcoursIncubation]],
  ] as const) {
    const id = newId()
    operatorIds.set(slug, id)
    await database('worker').insert(operators).values({ id, slug, name, department: '45', demonstration: true })
    await withTenant({ kind: 'system', operatorId: id }, 'write', systemClock, ({ tx }) =>
      installProgrammes(tx, id, programmes),
    )
  }
  for (const account of demonstrationAccounts) {
    const userId = await accountOf(account, password)
    const operatorId = account.operator && operatorIds.get(account.operator)
    if (operatorId && account.kind) await grant(operatorId, userId, account.kind)
  }
}

async function grant(operatorId: string, userId: string, kind: GrantKind): Promise<void> {
  await withTenant({ kind: 'system', operatorId }, 'write', systemClock, async ({ tx }) => {
    await tx
      .insert(grants)
      .values({ operatorId, id: newId(), userId, kind, fromOn: addMonths(dayOf(systemClock()), -48) })
  })
}

/** The login of a demonstration account; an import may have met its address before, and made it an invited member. */
async function accountOf({ email, name }: { email: string; name: string }, password: string): Promise<string> {
  const identity = database('identity')
  const [account] = await identity
    .insert(users)
    .values({ id: newId(), name, email, emailVerified: true })
    .onConflictDoUpdate({ target: users.email, set: { name, emailVerified: true } })
    .returning({ id: users.id })
  if (!account) throw new Error(`no account for ${email}`)
  const userId = account.id
  await identity
    .insert(credentials)
    .values({ id: newId(), accountId: userId, providerId: 'credential', userId, password })
  return userId
}
