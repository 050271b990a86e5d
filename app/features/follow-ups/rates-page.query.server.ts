import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { programmeById } from '#app/features/programmes/programmes.store.server.ts'
import { choice, integer, object, optional } from '#app/kernel/input.ts'
import { dueWaves } from './rates.store.server.ts'
import { matchedPairs, ratesOf, silent } from './rates.ts'

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
    const rows = await dueWaves(tx, operator.id, {
      from: `${year}-01-01`,
      to: last < today ? last : today,
      practitionerId: qui && actor.kind === 'member' ? actor.userId : null,
    })
    const targets = new Map<string, number | null>()
    for (const { programme, programmeId, wave } of rows) {
      const key = `${programme} ${wave}`
      if (targets.has(key)) continue
      const known = await programmeById(tx, operator.id, programmeId)
      targets.set(key, known?.definition.waves.find(({ wave: of }) => of === wave)?.target ?? null)
    }
    const missing = silent(rows)
    return {
      base: `/o/${operator.slug}`,
      year,
      isMine: qui === 'moi',
      rates: ratesOf(rows, (programme, wave) => targets.get(`${programme} ${wave}`) ?? null),
      pairs: matchedPairs(rows),
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
