import { and, eq } from 'drizzle-orm'
import { leaveInOutbox } from '#app/access/journal.server.ts'
import { type PlannedSend, planSend } from '#app/features/messages/sends.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { sends } from '#db/schema/journal.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import type { OpenTenant } from '#db/tenant.ts'
import { type TestOperator, testClock } from './operator.ts'

/** What the workers of a test are told: their clock shows the day of tests, half past ten in Paris. */
export const clockShift = () => ({ CLOCK_SHIFT_MS: String(testClock().getTime() + 1_800_000 - Date.now()) })

/** What a command gives to `planSend`, made of a plain transaction. */
export function sendContext(tenant: OpenTenant) {
  return {
    tx: tenant.tx,
    operator: tenant.operator,
    now: tenant.now,
    enqueue: (job: { name: string }, payload: Record<string, string>, key: string) =>
      leaveInOutbox(tenant, job.name, payload, key),
  }
}

export const plan = (operator: TestOperator, planned: PlannedSend) =>
  operator.inside(tenant => planSend(sendContext(tenant), planned))

export type WaitingWave = { followUpId: string; accompanimentId: string; recipient: string }

/**
 * So many cases in follow-up, each with a contact and one wave that is due on the day of tests; their numbers begin at
 * `first`, so that more can be made later.
 */
export async function createWaitingWaves(operator: TestOperator, count: number, first = 0): Promise<WaitingWave[]> {
  // One statement holds 65 535 values at most.
  const made: WaitingWave[] = []
  for (let from = 0; from < count; from += insertedAtOnce)
    made.push(...(await insertWaitingWaves(operator, Math.min(insertedAtOnce, count - from), first + from)))
  return made
}

const insertedAtOnce = 1_000

function insertWaitingWaves(operator: TestOperator, count: number, first: number): Promise<WaitingWave[]> {
  return operator.inside(async ({ tx, operator: { id: operatorId }, today }) => {
    const [programme] = await tx
      .select({ id: programmes.id })
      .from(programmes)
      .where(eq(programmes.operatorId, operatorId))
    if (!programme) throw new Error('no programme')
    const made = Array.from({ length: count }, (_, position) => ({
      index: first + position,
      organisationId: newId(),
      personId: newId(),
      accompanimentId: newId(),
      followUpId: newId(),
      recipient: `contact-${first + position}@structure-${first + position}.example`,
    }))
    await tx.insert(organisations).values(
      made.map(({ organisationId: id, index }) => ({
        operatorId,
        id,
        name: `Structure ${index}`,
        searchText: `structure ${index}`,
      })),
    )
    await tx.insert(people).values(
      made.map(({ personId: id, organisationId, index, recipient: email }) => ({
        operatorId,
        id,
        organisationId,
        name: `Contact ${index}`,
        email,
      })),
    )
    await tx.insert(accompaniments).values(
      made.map(({ accompanimentId: id, organisationId, personId: contactPersonId, index }) => ({
        operatorId,
        id,
        number: `2025-${String(index).padStart(5, '0')}`,
        organisationId,
        contactPersonId,
        programmeId: programme.id,
        state: 'follow_up',
        stateSince: '2025-09-12',
        restitutionOn: '2025-09-12',
      })),
    )
    await tx.insert(followUps).values(
      made.map(({ followUpId: id, accompanimentId }) => ({
        operatorId,
        id,
        accompanimentId,
        wave: 'T2' as const,
        plannedOn: today,
        state: 'planned' as const,
      })),
    )
    return made.map(({ followUpId, accompanimentId, recipient }) => ({ followUpId, accompanimentId, recipient }))
  })
}

/** Plans the letters of these waves, as the sweep does. */
export async function planWaves(operator: TestOperator, waves: WaitingWave[]): Promise<void> {
  await operator.inside(async tenant => {
    for (const { followUpId, accompanimentId, recipient } of waves)
      await planSend(sendContext(tenant), {
        key: `follow-up.wave:${followUpId}`,
        message: 'follow-up.wave',
        payload: { followUpId },
        recipient,
        accompanimentId,
      })
  })
}

/** The ledger of an operator, as it stands. */
export const ledger = (operator: TestOperator) =>
  operator.inside(({ tx }) => tx.select().from(sends).where(eq(sends.operatorId, operator.id)))

/** Waits until every row of the ledger has come to its end, or the time is over; answers the rows. */
export async function settledLedger(operator: TestOperator, longestMs: number) {
  const end = performance.now() + longestMs
  for (;;) {
    const rows = await ledger(operator)
    if (performance.now() > end || rows.every(row => row.state !== 'planned' && row.state !== 'sending')) return rows
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

/** The letter of a wave whose address its server has refused, in a case of its own. */
export async function aBouncedLetter(operator: TestOperator, first = 0) {
  const [wave] = await createWaitingWaves(operator, 1, first)
  if (!wave) throw new Error('no wave')
  await planWaves(operator, [wave])
  await operator.inside(({ tx }) =>
    tx
      .update(sends)
      .set({ state: 'failed', bounced: true, failure: '550 no such mailbox' })
      .where(and(eq(sends.operatorId, operator.id), eq(sends.recipient, wave.recipient))),
  )
  return { ...wave, number: `2025-${String(first).padStart(5, '0')}` }
}
