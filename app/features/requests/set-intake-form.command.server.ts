import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { framingOrigins } from './framing-origin.ts'
import { keepIntakeForm } from './intake-form-settings.store.server.ts'
import { intakeFormOf } from './intake-form-settings.ts'
import { setIntakeFormInput } from './request-input.ts'

/** Opens or closes the public form, and says which sites may show it in a frame. */
export const setIntakeForm = defineCommand({
  name: 'request.set-form',
  input: setIntakeFormInput,
  subject: theOperator,
  allow: isManager,
  run: async (
    { tx, operator, record },
    { open, welcome, origins: typed },
  ): Promise<Result<{ open: boolean }, Failure<'not-an-origin'>>> => {
    const read = framingOrigins(typed ?? '')
    if ('wrong' in read) return fail('not-an-origin', { typed: read.wrong.slice(0, 120) }, 'origins')
    const next = { open, welcome, origins: read.origins }
    await keepIntakeForm(tx, operator.id, next)
    await record({
      name: 'operator.intake-form-set',
      subjectKind: 'operator',
      subjectId: operator.id,
      data: { changes: changesBetween(intakeFormOf(operator.settings), next) },
    })
    return ok({ open })
  },
})
