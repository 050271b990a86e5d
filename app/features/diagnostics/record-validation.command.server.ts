import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'
import { diagnosticFormValues } from './diagnostic-form.ts'
import { recordValidationInput } from './diagnostic-input.ts'
import { diagnosticOf, needsOf } from './diagnostics.store.server.ts'
import { writeValidation } from './validation.store.server.ts'

/** The practitioner writes down a validation given in a meeting or on paper. */
export const recordValidation = defineCommand({
  name: 'diagnostic.record-validation',
  input: recordValidationInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number: _number, version, reason, ...validation },
    subject,
  ): Promise<
    Result<{ to: string }, MoveFailure | Failure<'day-to-come' | 'no-diagnostic' | 'diagnostic-already-validated'>>
  > => {
    const { tx, operator, today, record } = ctx
    const { id: accompanimentId } = subject.row
    if (validation.validatedOn > today) return fail('day-to-come', {}, 'validatedOn')
    const diagnostic = await diagnosticOf(tx, operator.id, accompanimentId)
    if (!diagnostic) return fail('no-diagnostic')
    if (diagnostic.validatedOn) return fail('diagnostic-already-validated')
    if (!(await writeValidation(tx, operator.id, diagnostic.id, version, { ...validation, validatedByPersonId: null })))
      throw await conflictOn(tx, operator.id, diagnostic.id, {
        version: diagnostic.version,
        values: diagnosticFormValues(diagnostic, await needsOf(tx, operator.id, accompanimentId)),
      })
    await record({
      name: 'diagnostic.validated',
      subjectKind: 'diagnostic',
      subjectId: diagnostic.id,
      accompanimentId,
      happenedOn: validation.validatedOn,
      data: {
        by: validation.validatedByName,
        function: validation.validatedByFunction,
        reservation: validation.reservation,
      },
    })
    return moveCase(ctx, subject, {
      transition: 'validate_diagnostic',
      reason,
      on: validation.validatedOn,
      set: { diagnosticValidatedOn: validation.validatedOn },
    })
  },
})
