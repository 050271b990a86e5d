import { isManager, isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { handoversSince } from '#app/features/handovers/handovers.store.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { object } from '#app/kernel/input.ts'
import { absencesFrom } from './absences.store.server.ts'
import { membersOf, openCasesOf } from './members.store.server.ts'

/** Passations older than that are in the history of their cases. */
const shownDays = 30

/** The team: who is in it, as what, with how many cases, and who is away. */
export const teamPage = defineQuery({
  name: 'team.page',
  input: object({}),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, actor, operator, today }) => {
    const members = await membersOf(tx, operator.id, today)
    const cases = await openCasesOf(tx, operator.id)
    const absences = await absencesFrom(tx, operator.id, today)
    const handovers = await handoversSince(tx, operator.id, addDays(today, -shownDays))
    const nameOf = (userId: string) => members.find(member => member.userId === userId)?.name ?? ''
    const me = actor.kind === 'member' ? actor.userId : ''
    const canManage = isManager(actor)
    return {
      me,
      base: `/o/${operator.slug}`,
      handovers: handovers.map(({ id, from, to, givenOn, undoneOn }) => ({
        id,
        from,
        to,
        givenOn,
        isUndone: undoneOn !== null,
      })),
      canManage,
      today,
      members: members.map(({ grantId, userId, kind, name, email, hasCome, deactivated }) => ({
        grantId,
        userId,
        name,
        email,
        role: kind === 'manager' ? ('manager' as const) : ('practitioner' as const),
        state: deactivated ? ('deactivated' as const) : hasCome ? ('active' as const) : ('invited' as const),
        openCases: cases.get(userId) ?? 0,
      })),
      absences: absences.map(absence => ({
        ...absence,
        name: nameOf(absence.userId),
        delegate: nameOf(absence.delegateId),
        canEnd: canManage || absence.userId === me,
      })),
    }
  },
})
