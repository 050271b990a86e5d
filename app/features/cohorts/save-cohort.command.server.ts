import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { CohortInput } from './cohort-input.ts'
import { collectiveOf } from './cohort-subject.store.server.ts'
import { cohortOf, otherCohorts, writeCohort } from './cohorts.store.server.ts'

/** What brings the group together, and how many it takes to open. */
export const saveCohort = defineCommand({
  name: 'cohort.save',
  input: CohortInput,
  subject: ({ tx, operator }, address) => collectiveOf(tx, operator.id, address),
  allow: isMember,
  run: async ({ tx, operator, record }, { engineeringId, version, grouping, complementsId, minimum }, { title }) => {
    const {
      grouping: was,
      complementsId: completed,
      minimum: least,
      ...before
    } = await cohortOf(tx, operator.id, engineeringId)
    const values = { grouping: was, complementsId: completed, minimum: least }
    if (before.version !== version)
      throw await conflictOn(tx, operator.id, engineeringId, { version: before.version, values })
    const others = await otherCohorts(tx, operator.id, engineeringId)
    if (complementsId && !others.some(({ id }) => id === complementsId))
      return fail('unknown-cohort', undefined, 'complementsId')
    const written = { grouping, complementsId, minimum }
    await writeCohort(tx, operator.id, engineeringId, written)
    await record({
      name: 'cohort.saved',
      subjectKind: 'engineering',
      subjectId: engineeringId,
      data: { title, changes: changesBetween(values, written) },
    })
    return ok({ engineeringId })
  },
})
