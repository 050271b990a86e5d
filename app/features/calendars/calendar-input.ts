import { checkbox, line, object } from '#app/kernel/input.ts'

export const NoInput = object({})
export const CalendarTitlesInput = object({ shortTitles: checkbox() })
/** What stands in the address: 256 bits, as `newToken` writes them. */
export const CalendarTokenInput = object({ token: line({ min: 43, max: 43 }) })
