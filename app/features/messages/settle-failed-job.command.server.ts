import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { choice, id, object } from '#app/kernel/input.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { lockFailedJob, markFailedJobSettled } from './failed-jobs.store.server.ts'

/** Does a failed job again, from its first attempt, or gives it up for good. */
export const settleFailedJob = defineCommand({
  name: 'failed-job.settle',
  input: object({ id: id(), decision: choice(['replay', 'drop']) }),
  subject: ({ tx, operator }, input) => lockFailedJob(tx, operator.id, input.id),
  allow: isManager,
  run: async ({ tx, operator, now, enqueue, record }, { id: jobId, decision }, failed) => {
    if (failed.settledAt) return fail('job-settled')
    await markFailedJobSettled(tx, operator.id, jobId, now)
    if (decision === 'replay') await enqueue({ name: failed.job }, failed.payload, `replay:${jobId}`)
    await record({
      name: decision === 'replay' ? 'job.replayed' : 'job.dropped',
      subjectKind: 'job',
      subjectId: jobId,
      data: { job: failed.job },
    })
    return ok({ decision })
  },
})
