import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { currentProgrammes, programmeById } from '#app/features/programmes/programmes.store.server.ts'
import { isMeasured } from '#app/features/programmes/question-kinds.ts'
import type { Question } from '#app/features/programmes/questions.ts'
import { codesOf } from '#app/features/programmes/replaced-question.ts'
import { choice, integer, object, optional } from '#app/kernel/input.ts'
import type { TenantTx } from '#db/tenant.ts'
import { answersOfDue, dueWaves } from './rates.store.server.ts'
import { matchedPairs, ratesOf, silent, trackedPairs } from './rates.ts'
import { trackedQuestions } from './tracked.ts'

/** As many as somebody calls in weeks; the rest is counted. */
const shown = 200

/** Who answered each wave of a year, against what the programme aims at, and everybody who did not. */
export const ratesPage = defineQuery({
  name: 'followUp.rates',
  input: object({
    /** Of the day on which the waves were to leave. */
    annee: optional(integer({ min: 2000, max: 2100 })),
    qui: optional(choice(['moi'])),
  }),
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { annee, qui }) => {
    const year = annee ?? Number(today.slice(0, 4))
    const last = `${year}-12-31`
    const filter = {
      from: `${year}-01-01`,
      to: last < today ? last : today,
      practitionerId: qui && actor.kind === 'member' ? actor.userId : null,
    }
    const rows = await dueWaves(tx, operator.id, filter)
    const targets = new Map<string, number | null>()
    for (const { programme, programmeId, wave } of rows) {
      const key = `${programme} ${wave}`
      if (targets.has(key)) continue
      const known = await programmeById(tx, operator.id, programmeId)
      targets.set(key, known?.definition.waves.find(({ wave: of }) => of === wave)?.target ?? null)
    }
    const questions = await questionsInService(tx, operator.id)
    const measured = [...questions.values()].flatMap(all => all.filter(isMeasured))
    const answers = await answersOfDue(tx, operator.id, filter, measured.flatMap(codesOf))
    const missing = silent(rows)
    return {
      base: `/o/${operator.slug}`,
      year,
      isMine: qui === 'moi',
      rates: ratesOf(rows, (programme, wave) => targets.get(`${programme} ${wave}`) ?? null),
      pairs: matchedPairs(rows),
      tracked: trackedPairs(rows, { questions, answers }),
      silent: missing.slice(0, shown).map(({ id, wave, number, organisation, practitioner, plannedOn, state }) => ({
        id,
        wave,
        number,
        organisation,
        practitioner,
        plannedOn,
        state,
      })),
      silentCount: missing.length,
    }
  },
})

/** The tracked questions of each programme, by its code, as the version in service asks them. */
async function questionsInService(tx: TenantTx, operatorId: string): Promise<Map<string, Question[]>> {
  const programmes = await currentProgrammes(tx, operatorId)
  return new Map(programmes.map(({ code, definition }) => [code, trackedQuestions(definition)]))
}
