import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { diagnosticFormValues } from './diagnostic-form.ts'
import { diagnosticInput } from './diagnostic-input.ts'
import { diagnosticOf, needsOf, writeDiagnostic, writeNeeds } from './diagnostics.store.server.ts'

/** Needs without a rank of their own come after those that have one, in the order of the form. */
const unranked = 1000

/** The diagnostic as far as it is written: nothing is mandatory before it is sent for validation. */
export const saveDiagnostic = defineCommand({
  name: 'diagnostic.save',
  input: diagnosticInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, record, today },
    { number, version, needs: lines, situation, ...texts },
    { row },
  ): Promise<Result<{ number: string }, Failure<'diagnostic-already-validated'>>> => {
    const before = await diagnosticOf(tx, operator.id, row.id)
    if (before?.validatedOn) return fail('diagnostic-already-validated')
    const needsBefore = await needsOf(tx, operator.id, row.id)
    const next = { ...texts, situation: situation ?? {} }
    const id = await writeDiagnostic(tx, operator.id, row.id, version, next)
    if (!id)
      throw await conflictOn(tx, operator.id, before?.id ?? row.id, {
        version: before?.version ?? 0,
        values: diagnosticFormValues(before, needsBefore),
      })
    const ranked = lines
      .flatMap(({ title, ...line }) => (title ? [{ ...line, title, domain: line.domain ?? '' }] : []))
      .sort((a, b) => (a.rank ?? unranked) - (b.rank ?? unranked))
    await writeNeeds(tx, operator.id, row.id, ranked)
    await record({
      name: 'diagnostic.saved',
      subjectKind: 'diagnostic',
      subjectId: id,
      accompanimentId: row.id,
      data: {
        changes: changesBetween(diagnosticFormValues(before, needsBefore), {
          ...blankNeeds(needsBefore.length),
          ...diagnosticFormValues({ ...emptyTexts, ...next }, ranked),
        }),
      },
    })
    await refreshNextSteps(tx, operator.id, [row.id], today)
    return ok({ number })
  },
})

const emptyTexts = {
  participants: null,
  documentsSeen: null,
  practitionerDays: null,
  strengths: null,
  brakes: null,
  conclusions: null,
}

/** So that history sees a need that was taken away. */
const blankNeeds = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      [`needs[${index}].title`, null],
      [`needs[${index}].domain`, null],
      [`needs[${index}].urgency`, null],
      [`needs[${index}].jobsEffect`, null],
    ]).flat(),
  )
