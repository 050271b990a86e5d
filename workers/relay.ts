import { isJobName, jobs } from '#app/jobs/catalogue.ts'
import type { Clock } from '#app/kernel/clock.ts'
import { listenToOutbox, type OutboxRow, operatorsWithDueSends, relayOutbox } from '#db/relay.ts'
import type { Queues, WaitingJob } from './queues.ts'

export type RelayOptions = {
  queues: Queues
  clock: Clock
  minuteMs: number
  onError: (error: unknown) => void
}

const batch = 200

/**
 * Hands the outbox over to the queue: at each notice, and each second for the notices that were lost. As often it looks for
 * what is due in the ledger of messages, whatever the queue remembers: an empty Redis costs nothing.
 */
export function startRelay({ queues, clock, minuteMs, onError }: RelayOptions): { stop(): Promise<void> } {
  const outbox = repeated({ everyMs: Math.min(1_000, minuteMs / 4), onError }, () =>
    drainOutbox(queues, clock, minuteMs),
  )
  const ledger = repeated({ everyMs: Math.min(1_000, minuteMs / 4), onError }, () =>
    handOverDueSends(queues, clock, minuteMs),
  )
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
  // Another id every few seconds: a job that died with its process, and that the queue still holds, stops nothing.
  const slot = Math.floor(now.getTime() / (minuteMs / 12))
  const { queue, name } = jobs['message.run']
  const operators = await operatorsWithDueSends(now)
  await queues.add(
    operators.map(operatorId => ({ queue, name, id: `run-${operatorId}-${slot}`, data: { operatorId, payload: {} } })),
  )
}

/**
 * Runs `work` now and then, never twice at once; `now` asks for a run as soon as possible. What failed is tried again
 * sooner than its turn, however rarely that comes: a queue that starts late is back by then.
 */
export function repeated(
  { everyMs, againMs = 5_000, onError }: { everyMs: number; againMs?: number; onError: (error: unknown) => void },
  work: () => Promise<void>,
): { now: () => void; stop(): Promise<void> } {
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let soon: NodeJS.Timeout | undefined
  const now = () => {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    running = work()
      .catch(error => {
        onError(error)
        if (!stopped && everyMs > againMs) soon = setTimeout(now, againMs)
      })
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
      clearTimeout(soon)
      await running
    },
  }
}
