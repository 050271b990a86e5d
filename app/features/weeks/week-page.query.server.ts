import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { unsignedSheets } from '#app/features/attendance-sheets/unsigned-sheets.store.server.ts'
import { engineeringsFollowedBy } from '#app/features/calendars/calendar-sessions.store.server.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { membersOf as teamOf } from '#app/features/team/members.store.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { daysOfWeek, missingReport, mondayOf, type WeekSession } from './week.ts'
import { WeekAddress } from './week-input.ts'
import {
  consultantsAt,
  remindersSent,
  sessionsBetween,
  sessionsFrom,
  sessionsWithoutReport,
  type WeekRow,
} from './weeks.store.server.ts'

const perPage = 50
/** As far back as a calendar goes. */
const listDaysBack = 30
/** Beyond, the list of what is missing says only how it begins. */
const mostMissing = 100

/** The sessions of the cases that she follows, or that somebody of her team does: week by week or one after the other. */
export const weekPage = defineQuery({
  name: 'session.week',
  input: WeekAddress,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { semaine, vue, charge, page }) => {
    const me = actor.kind === 'member' ? actor.userId : ''
    const userId = charge ?? me
    const monday = mondayOf(semaine ?? today)
    const view = vue ?? 'semaine'
    const ids = await engineeringsFollowedBy(tx, operator.id, userId)
    const list = { limit: perPage, offset: ((page ?? 1) - 1) * perPage }
    const week =
      view === 'semaine' ? await sessionsBetween(tx, operator.id, ids, { from: monday, to: addDays(monday, 6) }) : []
    const found =
      view === 'liste'
        ? await sessionsFrom(tx, operator.id, ids, addDays(today, -listDaysBack), list)
        : { rows: week, total: week.length }
    const missing = await sessionsWithoutReport(tx, operator.id, ids, today, mostMissing)
    const shown = [...new Set([...found.rows, ...missing].map(({ engineeringId }) => engineeringId))]
    const cases = await membersOf(tx, operator.id, shown)
    const consultants = await consultantsAt(tx, operator.id, shown, today)
    const told = ({ engineeringId, hasReport, consultantId, ...row }: WeekRow): WeekSession => {
      const own = cases.filter(one => one.engineeringId === engineeringId)
      const hers = (one: (typeof own)[number]) => (one.practitionerId === userId ? 0 : 1)
      const at = consultants.filter(one => one.engineeringId === engineeringId)
      const its = at.filter(one => one.userId === consultantId)
      return {
        ...row,
        missing: missingReport({ ...row, hasReport }, today),
        cases: own.sort((a, b) => hers(a) - hers(b)).map(({ number, name }) => ({ number, name })),
        consultants: (its.length > 0 ? its : at).map(({ userId: id, name }) => ({ userId: id, name })),
      }
    }
    const reminded = await remindersSent(tx, operator.id, {
      sessionIds: missing.map(({ id }) => id),
      accompanimentIds: cases.map(({ accompanimentId }) => accompanimentId),
    })
    const team = await teamOf(tx, operator.id, today)
    return {
      operator: operator.slug,
      today,
      me,
      userId,
      view,
      monday,
      days: daysOfWeek(monday),
      previous: addDays(monday, -7),
      next: addDays(monday, 7),
      team: [...new Map(team.map(one => [one.userId, one.name])).entries()].map(([id, name]) => ({ id, name })),
      page: page ?? 1,
      perPage,
      total: found.total,
      sessions: found.rows.map(told),
      missing: missing.map(told),
      unsigned: await unsignedSheets(tx, operator.id, ids, today),
      reminded,
    }
  },
})
