import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Builds an edition that was asked for, unless it is built already. */
export const reportBuild = defineJob({ name: 'report.build', queue: 'reports', payload: object({ editionId: id() }) })
