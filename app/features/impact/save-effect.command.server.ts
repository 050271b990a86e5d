import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { effectsOf, insertEffect, lockStudy, writeEffect } from './impact.store.server.ts'
import { saveEffectInput } from './impact-input.ts'

/** A line of the theory of change. Once the measure has begun, only what nobody expected may still be noted. */
export const saveEffect = defineCommand({
  name: 'impact.save-effect',
  input: saveEffectInput,
  subject: ({ tx, operator }, { number }) => lockStudy(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { number: _number, effectId, version, ...values },
    { row, study },
  ): Promise<Result<{ id: string }, Failure<'effects-fixed' | 'effect-gone'>>> => {
    const before = effectId ? (await effectsOf(tx, operator.id, study.id)).find(({ id }) => id === effectId) : undefined
    if (effectId && !before) return fail('effect-gone')
    const isFixed = study.stage !== 'framing' && (values.kind === 'expected' || before?.kind === 'expected')
    if (isFixed || study.stage === 'concluded') return fail('effects-fixed', {}, 'kind')
    if (before && before.version !== version)
      throw await conflictOn(tx, operator.id, before.id, { version: before.version, values: { ...before } })
    if (before) await writeEffect(tx, operator.id, before, values)
    const id = before?.id ?? (await insertEffect(tx, operator.id, study.id, values))
    await record({
      name: 'impact.effect-written',
      subjectKind: 'impact_effect',
      subjectId: id,
      accompanimentId: row.id,
      data: { effect: values.effect, changes: changesBetween({ ...before }, values) },
    })
    return ok({ id })
  },
})
