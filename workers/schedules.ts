import { type JobName, jobs } from '#app/jobs/catalogue.ts'
import type { Clock } from '#app/kernel/clock.ts'
import { listOperators } from '#db/relay.ts'
import type { Queues } from './queues.ts'
import { repeated } from './relay.ts'

/**
 * What is looked at again and again, for each operator. Each looks at how things are and does what is missing, so that
 * days without workers heal by themselves. No scheduler of the queue's is used: those of an emptied Redis never come
 * back (reliability F5).
 */
const sweeps: readonly JobName[] = [
  'reminder.sweep',
  'digest.sweep',
  'draft.sweep',
  'file.sweep',
  'request.sweep',
  'share.sweep',
]

/** Workers' minutes between two sweeps of an operator. */
const everyMinutes = 10

export function startSweeps(options: {
  queues: Queues
  clock: Clock
  minuteMs: number
  onError: (error: unknown) => void
}): { stop(): Promise<void> } {
  const { queues, clock, minuteMs, onError } = options
  const everyMs = everyMinutes * minuteMs
  return repeated({ everyMs, onError }, async () => {
    // Of several processes, the first of the period adds the job; the others find it there.
    const period = Math.floor(clock().getTime() / everyMs)
    const operators = await listOperators()
    await queues.add(
      operators.flatMap(({ id }) =>
        sweeps.map(name => ({
          queue: jobs[name].queue,
          name,
          id: `${name.replaceAll('.', '-')}-${id}-${period}`,
          data: { operatorId: id, payload: {} },
        })),
      ),
    )
  })
}
