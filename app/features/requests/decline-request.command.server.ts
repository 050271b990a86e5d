import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { Conflict, Invalid } from '#app/access/outcome.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { declineRequestInput } from './request-input.ts'
import { changeRequest, lockRequest } from './requests.store.server.ts'

/** Declines a request and tells the person why; what is no request at all is put aside, and nobody is written to. */
export const declineRequest = defineCommand({
  name: 'request.decline',
  input: declineRequestInput,
  subject: ({ tx, operator }, { requestId }) => lockRequest(tx, operator.id, requestId),
  allow: isMember,
  run: async (
    ctx,
    { version, declineReason, answer },
    request,
  ): Promise<Result<{ id: string }, Failure<'request-answered'>>> => {
    const { tx, actor, today } = ctx
    if (request.state !== 'sent') return fail('request-answered')
    const isTold = declineReason !== 'unwanted'
    if (isTold && !answer) throw new Invalid({ answer: ['input.required'] })
    if (request.version !== version) throw new Conflict({ version: request.version, values: {} })
    await changeRequest(tx, request, {
      state: 'declined',
      decidedOn: today,
      decidedBy: actor.kind === 'member' ? actor.userId : null,
      declineReason,
      answer: isTold ? answer : null,
    })
    await ctx.record({
      name: 'request.declined',
      subjectKind: 'request',
      subjectId: request.id,
      data: { declineReason },
    })
    if (isTold)
      await planSend(ctx, {
        key: `request.declined:${request.id}`,
        message: 'request.declined',
        payload: { requestId: request.id },
        recipient: request.email,
        locale: request.locale,
      })
    return ok({ id: request.id })
  },
})
