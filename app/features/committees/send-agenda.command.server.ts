import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { sendAgendaInput } from './committee-input.ts'
import { committeeById, itemsOf, markAgendaSent, membersOf } from './committees.store.server.ts'

/** Sends each member a link of her own to the agenda. */
export const sendAgenda = defineCommand({
  name: 'committee.send-agenda',
  input: sendAgendaInput,
  subject: ({ tx, operator }, { committeeId }) => committeeById(tx, operator.id, committeeId),
  allow: isMember,
  run: async (
    ctx,
    { committeeId },
    committee,
  ): Promise<Result<{ id: string }, Failure<'agenda-empty' | 'committee-without-members' | 'agenda-closed'>>> => {
    const { tx, operator, today, now, record } = ctx
    if (committee.closesOn < today) return fail('agenda-closed')
    if ((await itemsOf(tx, operator.id, committeeId)).length === 0) return fail('agenda-empty')
    const members = await membersOf(tx, operator.id, committeeId)
    if (members.length === 0) return fail('committee-without-members')
    for (const { id: memberId, email } of members)
      await planSend(ctx, {
        key: `committee.agenda:${memberId}:${today}`,
        message: 'committee.agenda',
        payload: { committeeId, memberId },
        recipient: email,
      })
    await markAgendaSent(tx, operator.id, committeeId, now)
    await record({
      name: 'committee.agenda-sent',
      subjectKind: 'committee',
      subjectId: committeeId,
      data: { members: members.length },
    })
    return ok({ id: committeeId })
  },
})
