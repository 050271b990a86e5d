import { isManager, isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { day } from '#app/kernel/day.ts'
import { undoableUntil } from './handover.ts'
import { handoverInput } from './handover-input.ts'
import { casesOfHandover, handoverById } from './handovers.store.server.ts'

/** What passed from one member to another, with its briefs, and until when it may go back. */
export const handoverPage = defineQuery({
  name: 'handover.page',
  input: handoverInput,
  subject: ({ tx, operator }, { handoverId }) => handoverById(tx, operator.id, handoverId),
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { handoverId }, { from, to, fromId, toId, givenById, ...handover }) => {
    const givenOn = day(handover.givenOn)
    const until = givenOn && undoableUntil(givenOn)
    const isConcerned =
      isManager(actor) || (actor.kind === 'member' && [fromId, toId, givenById].includes(actor.userId))
    const cases = await casesOfHandover(tx, operator.id, handoverId)
    return {
      base: `/o/${operator.slug}`,
      from,
      to,
      givenOn: handover.givenOn,
      undoneOn: handover.undoneOn,
      undoableUntil: until,
      canUndo: isConcerned && !handover.undoneOn && until !== null && today <= until,
      cases: cases.map(({ number, title, brief, actionIds, noticeIds, holder }) => ({
        number,
        title,
        brief,
        actions: actionIds.length,
        notices: noticeIds.length,
        holder,
      })),
    }
  },
})
