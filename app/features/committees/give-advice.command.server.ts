import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { agendaByLink, writeAdvice } from './advice.store.server.ts'
import { lacksReason } from './committee.ts'
import { giveAdviceInput } from './committee-input.ts'

/** What a member of the committee thinks of a case of the agenda, by her link and while it is open. */
export const giveAdvice = defineCommand({
  name: 'committee.give-advice',
  input: giveAdviceInput,
  subject: async ctx => (ctx.actor.kind === 'contact' ? agendaByLink(ctx, ctx.actor.link) : null),
  allow: (actor, { member, items }, { itemId }) =>
    holdsLink(actor, 'committee', member.id) && items.some(({ id }) => id === itemId),
  run: async (
    { tx, operator, now, record },
    { itemId, opinion, body },
    { committee, member },
  ): Promise<Result<{ itemId: string }, Failure<'opinion-needs-reason'>>> => {
    if (lacksReason(opinion, body)) return fail('opinion-needs-reason', {}, 'body')
    await writeAdvice(tx, { operatorId: operator.id, itemId, memberId: member.id, opinion, body, givenAt: now })
    await record({
      name: 'committee.advice-given',
      subjectKind: 'committee',
      subjectId: committee.id,
      data: { by: member.name, opinion, body },
    })
    return ok({ itemId })
  },
})
