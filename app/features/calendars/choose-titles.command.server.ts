import { defineAccountCommand } from '#app/access/identity-command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { setShortTitles } from './calendar-addresses.store.server.ts'
import { CalendarTitlesInput } from './calendar-input.ts'

/** How much the titles of her calendar say: many people look over one, on a shared screen or a watch. */
export const chooseTitles = defineAccountCommand({
  name: 'calendar.titles',
  input: CalendarTitlesInput,
  run: async ({ holder, transaction }, { shortTitles }) => {
    const isSet = await transaction(tx => setShortTitles(tx, holder.userId, shortTitles))
    return isSet ? ok({}) : fail('calendar-closed')
  },
})
