import { messageSend } from '#app/features/messages/messages.jobs.ts'

/** Every job of the product. The registry of the workers has a handler for each, or does not compile. */
export const jobs = {
  'message.send': messageSend,
} as const
export type JobName = keyof typeof jobs

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name)
