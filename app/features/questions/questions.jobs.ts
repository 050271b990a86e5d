import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Tells the managers of a question: a funder may write to none of them herself. */
export const questionTell = defineJob({ name: 'question.tell', queue: 'work', payload: object({ questionId: id() }) })
