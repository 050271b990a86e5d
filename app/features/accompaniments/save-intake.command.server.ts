import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { intakeInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { criteria } from './criteria.ts'
import { editOrConflict } from './edit-case.store.server.ts'
import { type Eligibility, readEligibility } from './eligibility.ts'
import { intakeFormValues } from './intake-form.ts'

/** The intake as far as it is known: nothing is mandatory, only the next transitions look for what is missing. */
export const saveIntake = defineCommand({
  name: 'accompaniment.save-intake',
  input: intakeInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { number, version, criteria: answers, ...input },
    { row },
  ): Promise<Result<{ number: string }, Failure<'day-to-come' | 'unknown-person'>>> => {
    const { tx, operator, today } = ctx
    if (input.intakeOn && input.intakeOn > today) return fail('day-to-come', {}, 'intakeOn')
    if (input.requestedOn && input.requestedOn > today) return fail('day-to-come', {}, 'requestedOn')
    const known = row.organisationId ? await peopleOf(tx, operator.id, row.organisationId) : []
    if (input.contactPersonId && !known.some(({ id }) => id === input.contactPersonId))
      return fail('unknown-person', {}, 'contactPersonId')
    const before = readEligibility(row.eligibility)
    const eligibility: Eligibility = {
      criteria: Object.fromEntries(
        criteria.flatMap(name => {
          const given = answers?.[name]
          return given?.answer || given?.note ? [[name, { answer: given.answer, note: given.note }]] : []
        }),
      ),
      requester: input.requester,
      boardAgreementOn: input.boardAgreementOn,
      noticeGivenOn: input.noticeGivenOn,
      urgent: input.urgent ?? false,
      decision: input.decision,
      decisionReason: input.decisionReason,
      decidedOn: input.decision ? (before.decision === input.decision ? before.decidedOn : today) : null,
    }
    const next = {
      channel: input.channel,
      prescriber: input.prescriber,
      motive: input.motive,
      requestedOn: input.requestedOn,
      intakeOn: input.intakeOn,
      contactPersonId: input.contactPersonId,
      eligibility,
    }
    await editOrConflict(ctx, { row, version, next, formValues: intakeFormValues, event: 'accompaniment.intake-saved' })
    return ok({ number })
  },
})
