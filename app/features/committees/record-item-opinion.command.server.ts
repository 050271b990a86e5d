import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCaseById } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { editOrConflict } from '#app/features/accompaniments/edit-case.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { lacksReason } from './committee.ts'
import { itemOpinionInput } from './committee-input.ts'
import { writeOpinion } from './committees.store.server.ts'
import { itemOf } from './item-of.store.server.ts'

/** What the committee said of a case: advice, that any way on may follow; one against is written with its reason. */
export const recordItemOpinion = defineCommand({
  name: 'committee.record-opinion',
  input: itemOpinionInput,
  subject: ({ tx, operator }, input) => itemOf(tx, operator.id, input),
  allow: isMember,
  run: async (
    ctx,
    { committeeId, version, opinion, reason, advisedQuarters },
    { committee, item },
  ): Promise<Result<{ id: string }, Failure<'opinion-needs-reason'>>> => {
    const { tx, operator, record } = ctx
    if (lacksReason(opinion, reason)) return fail('opinion-needs-reason', {}, 'reason')
    const said = { opinion, reason, advisedQuarters }
    const found = await lockCaseById(tx, operator.id, item.accompanimentId)
    if (!(await writeOpinion(tx, operator.id, { id: item.id, version, ...said })))
      throw await conflictOn(tx, operator.id, item.id, {
        version: item.version,
        values: { opinion: item.opinion, reason: item.reason },
      })
    if (found)
      await editOrConflict(ctx, {
        row: found.row,
        version: found.row.version,
        next: { committeeOn: committee.heldOn, opinion, opinionComment: reason },
        formValues: ({ committeeOn, opinion: known, opinionComment }) => ({
          committeeOn,
          opinion: known,
          opinionComment,
        }),
        event: 'accompaniment.opinion-recorded',
      })
    await record({
      name: 'committee.opinion-recorded',
      subjectKind: 'committee_item',
      subjectId: item.id,
      accompanimentId: item.accompanimentId,
      data: said,
    })
    return ok({ id: committeeId })
  },
})
