import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { canonicalSearch } from './caseload-filter.ts'
import { keptSearchInput, saveFilterInput } from './caseload-input.ts'
import { keepFilter } from './saved-filters.store.server.ts'

/** Keeps the filters of the caseload under a name, with their address: for herself, or for the team. */
export const saveFilter = defineCommand({
  name: 'accompaniment.save-filter',
  input: saveFilterInput,
  subject: theOperator,
  allow: isMember,
  run: async (
    { tx, operator, actor, record },
    { name, search: given, shared },
  ): Promise<Result<{ search: string; name: string }, Failure<'not-a-filter'>>> => {
    if (actor.kind !== 'member') return fail('not-a-filter')
    const search = canonicalSearch(new URLSearchParams(given))
    const known = keptSearchInput.safeParse(Object.fromEntries(new URLSearchParams(search)))
    if (search === '' || !known.success) return fail('not-a-filter')
    const id = await keepFilter(tx, operator.id, { authorId: actor.userId, name, search, shared })
    await record({ name: 'filter.saved', subjectKind: 'filter', subjectId: id, data: { name } })
    return ok({ search, name })
  },
})
