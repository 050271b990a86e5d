import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Tells the practitioner that the organisation has validated its diagnostic; whoever validates by link cannot write to her. */
export const diagnosticValidated = defineJob({
  name: 'diagnostic.validated',
  queue: 'work',
  payload: object({ accompanimentId: id(), diagnosticId: id() }),
})

/** Tells the practitioner that the organisation contests a line. */
export const diagnosticContested = defineJob({
  name: 'diagnostic.contested',
  queue: 'work',
  payload: object({ accompanimentId: id(), contestId: id() }),
})
