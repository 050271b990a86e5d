import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { judge } from '#app/features/accompaniments/lifecycle.ts'
import { factsOfCase, type MoveFailure } from '#app/features/accompaniments/move-case.store.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { sendForValidationInput } from './diagnostic-input.ts'
import { diagnosticOf, markSent } from './diagnostics.store.server.ts'

/** Asks a leader of the organisation to validate the diagnostic, by a link of her own. */
export const sendForValidation = defineCommand({
  name: 'diagnostic.send-for-validation',
  input: sendForValidationInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number, personId, reason },
    { row, programme },
  ): Promise<
    Result<
      { number: string },
      | MoveFailure
      | Failure<'unknown-person' | 'person-without-email' | 'diagnostic-already-validated' | 'no-diagnostic'>
    >
  > => {
    const { tx, operator, now, today, record } = ctx
    const diagnostic = await diagnosticOf(tx, operator.id, row.id)
    if (!diagnostic) return fail('no-diagnostic')
    if (diagnostic.validatedOn) return fail('diagnostic-already-validated')
    const known = row.organisationId ? await peopleOf(tx, operator.id, row.organisationId) : []
    const person = known.find(({ id }) => id === personId)
    if (!person) return fail('unknown-person', {}, 'personId')
    if (!person.email) return fail('person-without-email', { name: person.name }, 'personId')
    // As if the governance had already validated: everything else must be there before it is asked.
    const facts = await factsOfCase(ctx, row)
    const supposed = { ...facts, validation: { on: today, by: person.name, function: 'governance' as const } }
    const judged = judge(programme.definition, supposed, 'validate_diagnostic', reason)
    if (judged.kind === 'impossible') return fail('no-such-way')
    if (judged.kind === 'blocked')
      return fail('guards-block', { rule: judged.missing[0] ?? '', count: judged.missing.length })
    if (judged.kind === 'reason-needed') return fail('reason-needed', { rule: judged.warnings[0] ?? '' }, 'reason')
    await markSent(tx, operator.id, diagnostic.id, now)
    await planSend(ctx, {
      key: `diagnostic.validation:${diagnostic.id}:${personId}:${today}`,
      message: 'diagnostic.validation',
      payload: { diagnosticId: diagnostic.id, personId },
      recipient: person.email,
      accompanimentId: row.id,
    })
    await record({
      name: 'diagnostic.sent-for-validation',
      subjectKind: 'diagnostic',
      subjectId: diagnostic.id,
      accompanimentId: row.id,
      data: { to: person.name, ...(judged.warnings.length > 0 && { warnings: judged.warnings, reason }) },
    })
    await refreshNextSteps(tx, operator.id, [row.id], today)
    return ok({ number })
  },
})
