import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { unexplained } from './cohort.ts'
import { CloseCohortInput } from './cohort-input.ts'
import { withoutReview } from './cohort-limits.ts'
import { collectiveOf } from './cohort-subject.store.server.ts'
import { limitsOf, writeCohort } from './cohorts.store.server.ts'

/** The group is over once each member has had its own closing or has left, and what went past the advice is explained. */
export const closeCohort = defineCommand({
  name: 'cohort.close',
  input: CloseCohortInput,
  subject: ({ tx, operator }, address) => collectiveOf(tx, operator.id, address),
  allow: isMember,
  run: async (ctx, { engineeringId, version, closedOn }, engineering) => {
    const { tx, operator, today } = ctx
    const { cohort, known, members, limits } = await limitsOf(tx, operator.id, engineering, today)
    if (cohort.version !== version) {
      const values = { closedOn: cohort.closedOn }
      throw await conflictOn(tx, operator.id, engineeringId, { version: cohort.version, values })
    }
    if (cohort.closedOn) return fail('cohort-closed')
    if (members.length === 0) return fail('cohort-empty')
    if (closedOn > today) return fail('day-to-come', undefined, 'closedOn')
    const waiting = withoutReview(members)
    if (waiting.length > 0) return fail('reviews-missing', { names: waiting.map(({ name }) => name).join(', ') })
    const silent = unexplained(limits).length
    if (silent > 0) return fail('limits-unexplained', { count: silent })
    await writeCohort(tx, operator.id, engineeringId, { closedOn })
    const cases = known.map(({ accompanimentId }) => accompanimentId)
    const about = { subjectKind: 'engineering', subjectId: engineeringId, happenedOn: closedOn }
    await recordOnCases(ctx, cases, { name: 'cohort.closed', ...about, data: { title: engineering.title } })
    return ok({ engineeringId })
  },
})
