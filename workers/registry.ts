import type { JobName } from '#app/jobs/catalogue.ts'
import type { Handler } from './handler.ts'
import { handleMessageSend } from './handlers/send-message.ts'
import { handleSessionTell } from './handlers/tell-session.ts'

/** Who does each job; one that nobody does, does not compile. */
export const registry: Record<JobName, Handler> = {
  'message.send': handleMessageSend,
  'session.tell': handleSessionTell,
}
