import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { contestLineInput } from './diagnostic-input.ts'
import { diagnosticContested } from './diagnostics.jobs.ts'
import { diagnosticById, needsOf } from './diagnostics.store.server.ts'
import { linesOf } from './lines-of.ts'
import { writeContest } from './remarks.store.server.ts'

/** A leader says of one line, by her personal link, that it is not so. It holds nothing back: she may validate later. */
export const contestLine = defineCommand({
  name: 'diagnostic.contest-line',
  input: contestLineInput,
  subject: ({ tx, operator, actor }) =>
    actor.kind === 'contact' ? diagnosticById(tx, operator.id, actor.link.subjectId) : Promise.resolve(null),
  allow: (actor, { id }) => holdsLink(actor, 'diagnostic_validation', id),
  run: async (
    { tx, operator, actor, now, record, enqueue },
    { line, body, name },
    diagnostic,
  ): Promise<Result<{ id: string }, Failure<'diagnostic-already-validated' | 'unknown-line'>>> => {
    if (diagnostic.validatedOn) return fail('diagnostic-already-validated')
    const { accompanimentId, id: diagnosticId } = diagnostic
    const known = linesOf(diagnostic, await needsOf(tx, operator.id, accompanimentId)).find(({ code }) => code === line)
    if (!known) return fail('unknown-line', {}, 'line')
    const id = await writeContest(tx, operator.id, {
      accompanimentId,
      diagnosticId,
      line,
      lineThen: known.text,
      body,
      personId: actor.kind === 'contact' ? actor.link.personId : null,
      contestedBy: name,
      contestedAt: now,
    })
    await record({
      name: 'diagnostic.line-contested',
      subjectKind: 'diagnostic_contest',
      subjectId: id,
      accompanimentId,
      data: { by: name, line },
    })
    await enqueue(diagnosticContested, { accompanimentId, contestId: id }, id)
    return ok({ id })
  },
})
