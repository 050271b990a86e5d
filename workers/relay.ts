import { isJobName, jobs } from '#app/jobs/catalogue.ts'
import type { Clock } from '#app/kernel/clock.ts'
import { type DueSend, dueSends, listenToOutbox, type OutboxRow, relayOutbox } from '#db/relay.ts'
import type { Queues, WaitingJob } from './queues.ts'

export type RelayOptions = {
  queues: Queues
  clock: Clock
  minuteMs: number
  onError: (error: unknown) => void
}

const batch = 200

/**
 * Hands the outbox over to the queue: at each notice, and each second for the notices that were lost. Once a minute it
 * also hands over what is due in the ledger of messages, whatever the queue remembers: an empty Redis costs nothing.
 */
export function startRelay({ queues, clock, minuteMs, onError }: RelayOptions): { stop(): Promise<void> } {
  const outbox = repeated({ everyMs: Math.min(1_000, minuteMs / 4), onError }, () =>
    drainOutbox(queues, clock, minuteMs),
  )
  const ledger = repeated({ everyMs: minuteMs, onError }, () => handOverDueSends(queues, clock, minuteMs))
  const stopListening = listenToOutbox(outbox.now)
  return {
    stop: async () => {
      await stopListening()
      await Promise.all([outbox.stop(), ledger.stop()])
    },
  }
}

async function drainOutbox(queues: Queues, clock: Clock, minuteMs: number): Promise<void> {
  let relayed = batch
  while (relayed === batch)
    relayed = await relayOutbox({ limit: batch, patienceMs: 2 * minuteMs, now: clock() }, rows =>
      queues.add(rows.map(waitingJob)),
    )
}

/** A name that no release knows is handed over too: the workers write it among the failed jobs. */
function waitingJob({ operatorId, id, job, payload }: OutboxRow): WaitingJob {
  const queue = isJobName(job) ? jobs[job].queue : 'work'
  return { queue, name: job, id, data: { operatorId, payload, outboxId: id } }
}

async function handOverDueSends(queues: Queues, clock: Clock, minuteMs: number): Promise<void> {
  const now = clock()
  // Another id each hour: should the queue hold a dead job of that id, it stops the message for an hour, not for ever.
  const hour = Math.floor(now.getTime() / (60 * minuteMs))
  let last: DueSend | null = null
  do {
    const page: DueSend[] = await dueSends(now, batch, last)
    await queues.add(
      page.map(({ operatorId, id }) => ({
        queue: jobs['message.send'].queue,
        name: jobs['message.send'].name,
        id: `due-${id}-${hour}`,
        data: { operatorId, payload: { sendId: id } },
      })),
    )
    last = page.length === batch ? (page.at(-1) ?? null) : null
  } while (last)
}

/** Runs `work` now and then, never twice at once; `now` asks for a run as soon as possible. */
export function repeated(
  { everyMs, onError }: { everyMs: number; onError: (error: unknown) => void },
  work: () => Promise<void>,
): { now: () => void; stop(): Promise<void> } {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  const now = () => {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    running = work()
      .catch(onError)
      .then(() => {
        running = null
        if (again) {
          again = false
          now()
        }
      })
  }
  const timer = setInterval(now, everyMs)
  now()
  return {
    now,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
