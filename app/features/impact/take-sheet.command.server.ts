import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { titleOfCase } from '#app/features/committees/committees.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { effectsOf, indicatorsOf, studyOf } from './impact.store.server.ts'
import { takeSheetInput } from './impact-input.ts'
import { measuresOf, partiesOf } from './impact-parties.store.server.ts'

/** Takes the theory of change and its measures away as a document, and notes who did. */
export const takeImpactSheet = defineCommand({
  name: 'impact.take-sheet',
  input: takeSheetInput,
  subject: async ({ tx, operator }, { number }) => {
    const found = await caseByNumber(tx, operator.id, number)
    const study = found && (await studyOf(tx, operator.id, found.row.id))
    return found && study ? { row: found.row, study } : null
  },
  allow: isMember,
  run: async ({ tx, operator, record }, { format, langue }, { row, study }) => {
    await record({
      name: 'impact.taken',
      subjectKind: 'impact',
      subjectId: study.id,
      accompanimentId: row.id,
      data: { format },
    })
    return ok({
      format,
      locale: langue ?? ('fr' as const),
      content: {
        operator: operator.name,
        number: row.number,
        about: await titleOfCase(tx, operator.id, row.id),
        study,
        effects: await effectsOf(tx, operator.id, study.id),
        indicators: await indicatorsOf(tx, operator.id, study.id),
        // Papers go round: names and functions, no address.
        parties: (await partiesOf(tx, operator.id, study.id)).map(({ id, name, function: role }) => ({
          id,
          name,
          role,
        })),
        measures: await measuresOf(tx, operator.id, study.id),
      },
    })
  },
})
