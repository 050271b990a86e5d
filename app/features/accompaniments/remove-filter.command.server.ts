import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { removeFilterInput } from './caseload-input.ts'
import { filterById, forgetFilter } from './saved-filters.store.server.ts'
import { mayRemoveFilter } from './saved-filters.ts'

export const removeFilter = defineCommand({
  name: 'accompaniment.remove-filter',
  input: removeFilterInput,
  subject: ({ tx, operator }, { filterId }) => filterById(tx, operator.id, filterId),
  allow: (actor, row) =>
    actor.kind === 'member' && mayRemoveFilter({ userId: actor.userId, manages: isManager(actor) }, row),
  run: async ({ tx, operator, record }, { filterId }, { name }) => {
    await forgetFilter(tx, operator.id, filterId)
    await record({ name: 'filter.removed', subjectKind: 'filter', subjectId: filterId, data: { name } })
    return ok({ name })
  },
})
