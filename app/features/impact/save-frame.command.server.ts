import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { insertStudy, studyOf, writeStudy } from './impact.store.server.ts'
import { saveFrameInput } from './impact-input.ts'

/** What is at stake and who is concerned: the first words of a measure of impact, which open it. */
export const saveImpactFrame = defineCommand({
  name: 'impact.save-frame',
  input: saveFrameInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { version, stakes },
    { row },
  ): Promise<Result<{ id: string }, Failure<'impact-concluded'>>> => {
    const before = await studyOf(tx, operator.id, row.id)
    if ((before?.version ?? 0) !== version)
      throw await conflictOn(tx, operator.id, before?.id ?? row.id, {
        version: before?.version ?? 0,
        values: { stakes: before?.stakes },
      })
    if (before?.stage === 'concluded') return fail('impact-concluded')
    if (before) await writeStudy(tx, operator.id, before, { stakes })
    const id = before?.id ?? (await insertStudy(tx, operator.id, row.id, stakes))
    await record({
      name: 'impact.framed',
      subjectKind: 'impact',
      subjectId: id,
      accompanimentId: row.id,
      data: { changes: changesBetween({ stakes: before?.stakes }, { stakes }) },
    })
    return ok({ id })
  },
})
