import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** A member left: her sign-ins end, unless another operator still counts on her. */
export const memberLeft = defineJob({ name: 'member.left', queue: 'work', payload: object({ userId: id() }) })
