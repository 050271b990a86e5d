import { defineCommand } from '#app/access/command.server.ts'
import { Invalid } from '#app/access/outcome.ts'
import type { VisitorLimits } from '#app/access/visitor-command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { intakeFormOf } from './intake-form-settings.ts'
import { writeRequestInput } from './request-input.ts'
import { missingToSend } from './request-rules.ts'
import { requestTell } from './requests.jobs.ts'
import { insertRequest } from './requests.store.server.ts'
import { columnsOf } from './written-request.ts'

/**
 * What anybody can make leave or pile up: four letters an hour to one address, ten requests an hour from one subscriber,
 * two hundred an hour for one operator, which receives fewer than ten on a busy day.
 */
export const requestLimits: VisitorLimits<{ email: string | null }> = ({ email }, { address, operatorSlug }) => [
  ...(email ? [{ of: ['request-mail', email] as const, max: 4, minutes: 60, refusal: 'too-many-mails' }] : []),
  { of: ['request-from', address], max: 10, minutes: 60 },
  { of: ['request-to', operatorSlug], max: 200, minutes: 60 },
]

/** A request begun by somebody without an account: kept as a draft that her e-mail leads back to, or sent. */
export const writeRequest = defineCommand({
  name: 'request.write',
  input: writeRequestInput,
  subject: async ({ operator, actor }) =>
    actor.kind === 'visitor' && intakeFormOf(operator.settings).open ? { id: actor.requestId } : null,
  allow: actor => actor.kind === 'visitor',
  run: async (ctx, { intent, email, website, locale, ...typed }, { id }) => {
    const state = intent === 'send' ? ('sent' as const) : ('draft' as const)
    const missing = state === 'sent' ? missingToSend(typed) : {}
    if (!email) throw new Invalid({ ...missing, email: ['input.required'] })
    if (Object.keys(missing).length > 0) throw new Invalid(missing)
    // A program is answered as a person is, and nothing is kept of what it sent.
    if (website) return ok({ state })
    const { tx, operator, today } = ctx
    await insertRequest(tx, {
      ...columnsOf(typed, { today, noticeGivenOn: null }),
      operatorId: operator.id,
      id,
      state,
      locale,
      email,
      startedOn: today,
      sentOn: state === 'sent' ? today : null,
    })
    await ctx.record({ name: `request.${state}`, subjectKind: 'request', subjectId: id })
    await ctx.enqueue(requestTell, { requestId: id }, `${id}:${state}`)
    return ok({ state })
  },
})
