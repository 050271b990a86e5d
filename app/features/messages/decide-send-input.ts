import { choice, email, id, object, optional } from '#app/kernel/input.ts'

/** resend: it leaves again, at once · received: the person has it · dropped: nobody writes to her about this. */
const sendDecisions = ['resend', 'received', 'dropped'] as const

export const decideSendInput = object({ id: id(), decision: choice(sendDecisions), recipient: optional(email()) })
