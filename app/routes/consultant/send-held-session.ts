import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { fromDevice } from '#app/http/from-device.server.ts'
import { act } from '#app/http/guard.server.ts'

/** A planned session that was held and written without a network. */
export const action = act({ session: fromDevice(correctSession, ({ sessionId }) => ({ sessionId })) })
