import { signFromDevice } from '#app/features/attendance-sheets/sign-from-device.command.server.ts'
import { fromDevice } from '#app/http/from-device.server.ts'
import { act } from '#app/http/guard.server.ts'

/** A signature that was given without a network, once its session is recorded. */
export const action = act({ sign: fromDevice(signFromDevice, ({ name }) => ({ name })) })
