import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { Conflict, Invalid } from '#app/access/outcome.ts'
import { asTexts } from '#app/features/history/changes.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { continueRequestInput } from './request-input.ts'
import { missingToSend } from './request-rules.ts'
import { requestTell } from './requests.jobs.ts'
import { changeRequest, lockRequest } from './requests.store.server.ts'
import { columnsOf, formValuesOf } from './written-request.ts'

type State = 'draft' | 'sent'

/** Goes on with a draft by its personal link, and sends it. */
export const continueRequest = defineCommand({
  name: 'request.continue',
  input: continueRequestInput,
  subject: ({ tx, operator, actor }) =>
    actor.kind === 'contact' ? lockRequest(tx, operator.id, actor.link.subjectId) : Promise.resolve(null),
  allow: (actor, request) => holdsLink(actor, 'request', request.id),
  run: async (
    ctx,
    { intent, version, ...typed },
    request,
  ): Promise<Result<{ state: State }, Failure<'request-already-sent'>>> => {
    if (request.state !== 'draft') return fail('request-already-sent')
    const state: State = intent === 'send' ? 'sent' : 'draft'
    const missing = state === 'sent' ? missingToSend(typed) : {}
    if (Object.keys(missing).length > 0) throw new Invalid(missing)
    if (request.version !== version)
      throw new Conflict({ version: request.version, values: asTexts(formValuesOf(request)) })
    const { tx, today } = ctx
    await changeRequest(tx, request, {
      ...columnsOf(typed, { today, noticeGivenOn: request.noticeGivenOn }),
      state,
      sentOn: state === 'sent' ? today : null,
    })
    if (state === 'draft') return ok({ state })
    await ctx.record({ name: 'request.sent', subjectKind: 'request', subjectId: request.id })
    await ctx.enqueue(requestTell, { requestId: request.id }, `${request.id}:${state}`)
    return ok({ state })
  },
})
