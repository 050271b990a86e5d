import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCaseById } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { type MoveFailure, moveCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'
import { validateByLinkInput } from './diagnostic-input.ts'
import { diagnosticValidated } from './diagnostics.jobs.ts'
import { diagnosticById } from './diagnostics.store.server.ts'
import { writeNeedReservations, writeValidation } from './validation.store.server.ts'

/**
 * A leader validates the text that she has read, by her personal link. What the programme only warns of was answered by
 * the practitioner when she sent it: it does not hold back the one who validates.
 */
export const validateByLink = defineCommand({
  name: 'diagnostic.validate-by-link',
  input: validateByLinkInput,
  subject: async ({ tx, operator, actor }) => {
    if (actor.kind !== 'contact') return null
    const diagnostic = await diagnosticById(tx, operator.id, actor.link.subjectId)
    const found = diagnostic && (await lockCaseById(tx, operator.id, diagnostic.accompanimentId))
    return diagnostic && found ? { diagnostic, found } : null
  },
  allow: (actor, { diagnostic }) => holdsLink(actor, 'diagnostic_validation', diagnostic.id),
  run: async (
    ctx,
    { version, name, function: title, capacity, verdict, reservation, needs },
    { diagnostic, found },
  ): Promise<Result<{ to: string }, MoveFailure | Failure<'diagnostic-already-validated' | 'reservation-needed'>>> => {
    const { tx, operator, actor, today, record, enqueue } = ctx
    const hasWords = reservation !== null || needs.some(need => need.reservation !== null)
    if (diagnostic.validatedOn) return fail('diagnostic-already-validated')
    if (verdict === 'with_reservation' && !hasWords) return fail('reservation-needed', {}, 'reservation')
    const withReservation = verdict === 'with_reservation'
    const validated = await writeValidation(tx, operator.id, diagnostic.id, version, {
      validatedOn: today,
      validatedByPersonId: actor.kind === 'contact' ? actor.link.personId : null,
      validatedByName: name,
      validatedByFunction: title,
      validatedAs: capacity,
      reservation: withReservation ? reservation : null,
    })
    // The practitioner rewrote it meanwhile: it must be read again before it is validated.
    if (!validated) throw await conflictOn(tx, operator.id, diagnostic.id, { version: diagnostic.version, values: {} })
    if (withReservation) await writeNeedReservations(tx, operator.id, diagnostic.accompanimentId, needs)
    await record({
      name: 'diagnostic.validated',
      subjectKind: 'diagnostic',
      subjectId: diagnostic.id,
      accompanimentId: diagnostic.accompanimentId,
      data: {
        by: name,
        function: title,
        reservation: withReservation ? reservation : null,
        withReservation,
        link: true,
      },
    })
    const { accompanimentId, id: diagnosticId } = diagnostic
    await enqueue(diagnosticValidated, { accompanimentId, diagnosticId }, diagnosticId)
    return moveCase(ctx, found, {
      transition: 'validate_diagnostic',
      reason: 'personal-link',
      set: { diagnosticValidatedOn: today },
    })
  },
})
