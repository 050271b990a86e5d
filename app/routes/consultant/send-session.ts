import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { fromDevice } from '#app/http/from-device.server.ts'
import { act } from '#app/http/guard.server.ts'

/** A new session that was written without a network. */
export const action = act({ session: fromDevice(recordSession, ({ sessionId }) => ({ sessionId })) })
