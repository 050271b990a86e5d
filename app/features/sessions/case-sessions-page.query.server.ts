import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseByNumber, engineeringsOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { listedSession } from './session.ts'
import { CaseSessionsAddress } from './session-input.ts'
import { attendancesOf, sessionsOf } from './sessions.store.server.ts'

/** The sessions of a case, by engineering. */
export const caseSessionsPage = defineQuery({
  name: 'session.case-list',
  input: CaseSessionsAddress,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, today }, _address, subject) => {
    const engineerings = await engineeringsOfCase(tx, operator.id, subject.id)
    const sessions = await sessionsOf(
      tx,
      operator.id,
      engineerings.map(({ id }) => id),
    )
    const noted = await attendancesOf(
      tx,
      operator.id,
      sessions.map(({ id }) => id),
    )
    return {
      operator: operator.slug,
      today,
      case: subject,
      engineerings: engineerings.map(engineering => ({
        ...engineering,
        sessions: sessions
          .filter(({ engineeringId }) => engineeringId === engineering.id)
          .map(session => ({
            ...listedSession(session, noted),
            attendance: noted.find(row => row.sessionId === session.id && row.accompanimentId === subject.id) ?? null,
          })),
      })),
    }
  },
})
