import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { adviceOf } from './advice.store.server.ts'
import { itemInput } from './committee-input.ts'
import { deleteItem } from './committees.store.server.ts'
import { itemOf } from './item-of.store.server.ts'

/** Takes a case off the agenda, while nobody has said anything of it. */
export const removeItem = defineCommand({
  name: 'committee.remove-item',
  input: itemInput,
  subject: ({ tx, operator }, input) => itemOf(tx, operator.id, input),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { committeeId },
    { item },
  ): Promise<Result<{ id: string }, Failure<'item-has-opinion'>>> => {
    const said = await adviceOf(tx, operator.id, committeeId)
    if (item.opinion !== null || said.some(({ itemId }) => itemId === item.id)) return fail('item-has-opinion')
    await deleteItem(tx, operator.id, item.id)
    await record({
      name: 'committee.item-removed',
      subjectKind: 'committee_item',
      subjectId: item.id,
      accompanimentId: item.accompanimentId,
      data: { presentation: item.presentation },
    })
    return ok({ id: committeeId })
  },
})
