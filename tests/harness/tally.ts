import { and, count, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import { sendDays, sends } from '#db/schema/journal.ts'
import { ledger } from './ledger.ts'
import type { MailServer } from './mail-server.ts'
import type { TestOperator } from './operator.ts'

/** `npm run prove` runs the proof at its full size; `npm test` a smaller one of the same code. */
const isFull = process.env.PROOF === 'full'
export const sized = <T>(small: T, full: T): T => (isFull ? full : small)

/** What a run left, counted from two sides that never read each other: the ledger, and the mail server's recording. */
export type Tally = {
  due: number
  /** Rows that the ledger calls sent. */
  sent: number
  /** Messages that the server has, each once however often it came. */
  distinct: number
  /** Due, and neither received nor shown to anybody as refused or uncertain. */
  lost: number
  /** Addresses that received more than one. */
  doubled: number
  /** Rows shown for a person to decide. */
  uncertain: number
  /** Rows shown as refused by the recipient's server. */
  refused: number
}

/** Counts one letter per due address: each address of the run is due exactly one. */
export async function tallyOf(
  operator: TestOperator,
  mailServer: MailServer,
  due: readonly { recipient: string }[],
): Promise<Tally> {
  const rows = await ledger(operator)
  const rowOf = new Map(rows.map(row => [row.recipient, row]))
  const received = new Map<string, number>()
  for (const { to } of mailServer.received)
    for (const address of to) received.set(address, (received.get(address) ?? 0) + 1)
  const isLost = ({ recipient }: { recipient: string }) => {
    if (received.has(recipient)) return false
    const state = rowOf.get(recipient)?.state
    return state !== 'uncertain' && state !== 'failed'
  }
  const inState = (state: string) => rows.filter(row => row.state === state).length
  return {
    due: due.length,
    sent: inState('sent'),
    distinct: new Set(mailServer.received.map(({ messageId }) => messageId)).size,
    lost: due.filter(isLost).length,
    doubled: [...received.values()].filter(times => times > 1).length,
    uncertain: inState('uncertain'),
    refused: inState('failed'),
  }
}

/** A usual day of this operator has so many letters: otherwise the brake stops a run that large, as it should. */
export const usualDay = (operator: TestOperator, letters: number) =>
  operator.inside(({ tx }) =>
    tx
      .insert(sendDays)
      .values({ operatorId: operator.id, id: newId(), day: '2026-01-12', begun: letters, allowed: letters }),
  )

/** One line of the proof, for whoever reads the log and for the table of `npm run prove`. */
export function tell(scenario: string, backend: string, tally: Tally, faults: string, startedAt: number): void {
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  console.log(`PROOF ${JSON.stringify({ scenario, backend, ...tally, faults, seconds })}`)
}

/** Waits until so many rows of the ledger have come to their end; throws with what stands when the time is over. */
export async function untilSettled(operator: TestOperator, due: number, longestMs: number): Promise<void> {
  const end = performance.now() + longestMs
  for (;;) {
    const settled = await settledCount(operator).catch(() => 0)
    if (settled >= due) return
    if (performance.now() > end) throw new Error(`${settled} of ${due} settled after ${longestMs / 1000} s`)
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

const settledCount = (operator: TestOperator) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select({ settled: count() })
      .from(sends)
      .where(and(eq(sends.operatorId, operator.id), inArray(sends.state, ['sent', 'uncertain', 'failed', 'cancelled'])))
    return row?.settled ?? 0
  })

/** Reminders that the sweep has written, by subject, rule and occurrence: each once, whoever swept. */
export const writtenReminders = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({ rule: reminders.rule, subjectId: reminders.subjectId, occurrence: reminders.occurrence })
      .from(reminders)
      .where(eq(reminders.operatorId, operator.id)),
  )
