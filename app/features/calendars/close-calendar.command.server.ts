import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { closeAddress } from './calendar-addresses.store.server.ts'
import { NoInput } from './calendar-input.ts'

/** Her calendar has no address any more. */
export const closeCalendar = defineAccountCommand({
  name: 'calendar.close',
  input: NoInput,
  run: async ({ holder, transaction }) => {
    await transaction(tx => closeAddress(tx, holder.userId))
    return ok({})
  },
})
