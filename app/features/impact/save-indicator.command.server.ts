import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { effectsOf, indicatorsOf, insertIndicator, lockStudy, writeIndicator } from './impact.store.server.ts'
import { saveIndicatorInput } from './impact-input.ts'

/** By what an effect will be seen. Chosen before: none is added or rewritten once the first measure is open. */
export const saveIndicator = defineCommand({
  name: 'impact.save-indicator',
  input: saveIndicatorInput,
  subject: ({ tx, operator }, { number }) => lockStudy(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { number: _number, indicatorId, version, ...values },
    { row, study },
  ): Promise<Result<{ id: string }, Failure<'indicators-fixed' | 'indicator-gone' | 'effect-gone'>>> => {
    if (study.stage !== 'framing') return fail('indicators-fixed')
    const effects = await effectsOf(tx, operator.id, study.id)
    if (!effects.some(({ id }) => id === values.effectId)) return fail('effect-gone', {}, 'effectId')
    const known = await indicatorsOf(tx, operator.id, study.id)
    const before = known.find(({ id }) => id === indicatorId)
    if (indicatorId && !before) return fail('indicator-gone')
    if (before && before.version !== version)
      throw await conflictOn(tx, operator.id, before.id, { version: before.version, values: { ...before } })
    if (before) await writeIndicator(tx, operator.id, before, values)
    const id = before?.id ?? (await insertIndicator(tx, operator.id, study.id, values))
    await record({
      name: 'impact.indicator-written',
      subjectKind: 'impact_indicator',
      subjectId: id,
      accompanimentId: row.id,
      data: { indicator: values.name, changes: changesBetween({ ...before }, values) },
    })
    return ok({ id })
  },
})
