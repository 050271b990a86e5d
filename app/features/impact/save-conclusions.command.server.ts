import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { lockStudy, writeStudy } from './impact.store.server.ts'
import { saveConclusionsInput } from './impact-input.ts'

/** What is understood of the measures, and what is done with it: written as it comes, even once all is concluded. */
export const saveImpactConclusions = defineCommand({
  name: 'impact.save-conclusions',
  input: saveConclusionsInput,
  subject: ({ tx, operator }, { number }) => lockStudy(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, record }, { version, conclusions, uses }, { row, study }) => {
    const before = { conclusions: study.conclusions, uses: study.uses }
    if (study.version !== version)
      throw await conflictOn(tx, operator.id, study.id, { version: study.version, values: before })
    await writeStudy(tx, operator.id, study, { conclusions, uses })
    await record({
      name: 'impact.conclusions-written',
      subjectKind: 'impact',
      subjectId: study.id,
      accompanimentId: row.id,
      data: { changes: changesBetween(before, { conclusions, uses }) },
    })
    return ok({ id: study.id })
  },
})
