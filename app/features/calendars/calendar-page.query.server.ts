import { defineAccountQuery } from '#app/access/identity-query.server.ts'
import { publicUrl } from '#app/env.server.ts'
import { calendarAddressOf } from './calendar-addresses.store.server.ts'
import { NoInput } from './calendar-input.ts'

/** Whether her calendar has an address, since when, and when a program last read it. */
export const calendarPage = defineAccountQuery({
  name: 'calendar.page',
  input: NoInput,
  run: async ({ tx, holder }) => {
    const known = await calendarAddressOf(tx, holder.userId)
    return {
      site: publicUrl(),
      address: known && {
        shortTitles: known.shortTitles,
        madeAt: known.madeAt.toISOString(),
        lastReadAt: known.lastReadAt?.toISOString() ?? null,
      },
    }
  },
})
