import { definePublicCommand } from '#app/access/identity-command.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { readByToken } from './calendar-addresses.store.server.ts'
import { CalendarTokenInput } from './calendar-input.ts'

/**
 * A calendar program comes by an address: who it reads for. A program asks every few minutes at most; the addresses of the
 * large services are shared by many people, so that only what opens nothing is counted by where it comes from.
 */
export const readCalendar = definePublicCommand({
  name: 'calendar.read',
  input: CalendarTokenInput,
  limits: ({ token }, { address }) => [
    { of: ['calendar-from', address], max: 100, minutes: 15, failuresOnly: true },
    { of: ['calendar', token], max: 60, minutes: 15 },
  ],
  run: async ({ now, transaction }, { token }) => {
    const reader = await transaction(tx => readByToken(tx, sha256(token), now))
    return reader ? ok(reader) : fail('calendar-closed')
  },
})
