import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { indicatorsOf, lockStudy, writeStudy } from './impact.store.server.ts'
import { nextStage } from './impact.ts'
import { advanceStudyInput } from './impact-input.ts'
import { measuresOf } from './impact-parties.store.server.ts'

type Refused = 'no-such-way' | 'indicators-missing' | 'before-not-measured' | 'conclusions-missing'

/** Opens the measure before, then the one after, then concludes: in this order, and never back. */
export const advanceStudy = defineCommand({
  name: 'impact.advance',
  input: advanceStudyInput,
  subject: ({ tx, operator }, { number }) => lockStudy(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, today, record },
    { to },
    { row, study },
  ): Promise<Result<{ stage: string }, Failure<Refused>>> => {
    if (nextStage[study.stage] !== to) return fail('no-such-way')
    if (to === 'before' && (await indicatorsOf(tx, operator.id, study.id)).length === 0)
      return fail('indicators-missing')
    const measures = to === 'after' ? await measuresOf(tx, operator.id, study.id) : []
    if (to === 'after' && !measures.some(({ moment }) => moment === 'before')) return fail('before-not-measured')
    if (to === 'concluded' && study.conclusions === null) return fail('conclusions-missing')
    const on = to === 'before' ? { beforeOn: today } : to === 'after' ? { afterOn: today } : { concludedOn: today }
    await writeStudy(tx, operator.id, study, { stage: to, ...on })
    await record({
      name: `impact.opened-${to}`,
      subjectKind: 'impact',
      subjectId: study.id,
      accompanimentId: row.id,
      data: { changes: { stage: [study.stage, to] } },
    })
    return ok({ stage: to })
  },
})
