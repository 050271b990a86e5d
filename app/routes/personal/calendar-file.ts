import { calendarFile } from '#app/features/calendars/calendar-file.server.ts'
import { calendarSessions } from '#app/features/calendars/calendar-sessions.query.server.ts'
import { readCalendar } from '#app/features/calendars/read-calendar.command.server.ts'
import { feedAcrossOperators } from '#app/http/feed-across-operators.server.ts'

export const loader = feedAcrossOperators(readCalendar, calendarSessions, {
  type: 'text/calendar; charset=utf-8',
  name: 'sillage.ics',
  write: calendarFile,
})
