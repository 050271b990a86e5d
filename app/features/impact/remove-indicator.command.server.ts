import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { deleteIndicator, indicatorsOf, lockStudy } from './impact.store.server.ts'
import { indicatorInput } from './impact-input.ts'

export const removeIndicator = defineCommand({
  name: 'impact.remove-indicator',
  input: indicatorInput,
  subject: async ({ tx, operator }, { number, indicatorId }) => {
    const found = await lockStudy(tx, operator.id, number)
    const known = found ? await indicatorsOf(tx, operator.id, found.study.id) : []
    const indicator = known.find(({ id }) => id === indicatorId)
    return found && indicator ? { ...found, indicator } : null
  },
  allow: isMember,
  run: async (
    { tx, operator, record },
    _input,
    { row, study, indicator },
  ): Promise<Result<{ id: string }, Failure<'indicators-fixed'>>> => {
    if (study.stage !== 'framing') return fail('indicators-fixed')
    await deleteIndicator(tx, operator.id, indicator.id)
    await record({
      name: 'impact.indicator-removed',
      subjectKind: 'impact_indicator',
      subjectId: indicator.id,
      accompanimentId: row.id,
      data: { indicator: indicator.name },
    })
    return ok({ id: indicator.id })
  },
})
