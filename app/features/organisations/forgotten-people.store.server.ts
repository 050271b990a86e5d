import { and, eq, ne, sql } from 'drizzle-orm'
import { forgetRespondent } from '#app/features/follow-ups/responses.store.server.ts'
import { eraseSends } from '#app/features/messages/erase-sends.store.server.ts'
import { erasePartners } from '#app/features/referrals/partners.store.server.ts'
import { eraseAdditions } from '#app/features/reminders/reminder-changes.store.server.ts'
import { eraseAuthors } from '#app/features/requests/requests.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments, diagnostics } from '#db/schema/accompaniments.ts'
import { diagnosticContests } from '#db/schema/diagnostics.ts'
import { links } from '#db/schema/operators.ts'
import { organisations, people, personTraces } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Person } from './organisations.store.server.ts'

/** What history will say of her, where it can be erased; its id is what the event keeps. */
export async function keepTrace(
  tx: TenantTx,
  operatorId: string,
  personId: string,
  data: Record<string, unknown>,
): Promise<{ trace: string }> {
  const id = newId()
  await tx.insert(personTraces).values({ operatorId, id, personId, data })
  return { trace: id }
}

export async function lockPerson(
  tx: TenantTx,
  operatorId: string,
  { id, personId }: { id: string; personId: string },
): Promise<Person | null> {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.operatorId, operatorId), eq(people.organisationId, id), eq(people.id, personId)))
    .for('update')
  return row ?? null
}

/** An address that somebody else, or the organisation itself, is written to at as well. */
async function isShared(tx: TenantTx, operatorId: string, { id, email }: { id: string; email: string }) {
  const same = (column: typeof people.email | typeof organisations.email) => sql`lower(${column}) = lower(${email})`
  const others = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.operatorId, operatorId), ne(people.id, id), same(people.email)))
    .limit(1)
  const sheets = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.operatorId, operatorId), same(organisations.email)))
    .limit(1)
  return others.length + sheets.length > 0
}

/** Where she was ever written to: her address, and those that her sheet had before. */
async function addressesOf(tx: TenantTx, operatorId: string, { id, email }: Person): Promise<string[]> {
  const rows = await tx
    .select({ former: sql<unknown>`${personTraces.data} -> 'changes' -> 'email' ->> 0` })
    .from(personTraces)
    .where(and(eq(personTraces.operatorId, operatorId), eq(personTraces.personId, id)))
  const all = [email, ...rows.map(({ former }) => former)]
  return [...new Set(all.flatMap(one => (typeof one === 'string' && one !== '' ? one.toLowerCase() : [])))]
}

/** Her links open on nothing, what was sent to her keeps no address, and no case names her as its contact. */
export async function forget(tx: TenantTx, operatorId: string, person: Person, now: Date): Promise<void> {
  const { id, name } = person
  await eraseSends(tx, operatorId, { key: 'personId', ids: [id] })
  for (const address of await addressesOf(tx, operatorId, person)) {
    const shared = await isShared(tx, operatorId, { id, email: address })
    if (!shared) await eraseSends(tx, operatorId, { address })
    const whose = { address, name: shared ? name : null }
    await eraseAuthors(tx, operatorId, whose)
    await erasePartners(tx, operatorId, whose, now)
  }
  await eraseAdditions(tx, operatorId, id)
  await tx
    .update(links)
    .set({ revokedAt: now, personId: null })
    .where(and(eq(links.operatorId, operatorId), eq(links.personId, id)))
  await tx
    .update(accompaniments)
    .set({ contactPersonId: null })
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.contactPersonId, id)))
  await tx
    .update(diagnostics)
    .set({ validatedByPersonId: null })
    .where(and(eq(diagnostics.operatorId, operatorId), eq(diagnostics.validatedByPersonId, id)))
  await tx
    .update(diagnosticContests)
    .set({ personId: null })
    .where(and(eq(diagnosticContests.operatorId, operatorId), eq(diagnosticContests.personId, id)))
  await forgetRespondent(tx, operatorId, id)
  await tx.delete(people).where(and(eq(people.operatorId, operatorId), eq(people.id, id)))
}
