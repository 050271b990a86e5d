import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { deleteEffect, effectsOf, indicatorsOf, lockStudy } from './impact.store.server.ts'
import { effectInput } from './impact-input.ts'

/** A line that was written by mistake; one that an indicator looks at stays. */
export const removeEffect = defineCommand({
  name: 'impact.remove-effect',
  input: effectInput,
  subject: async ({ tx, operator }, { number, effectId }) => {
    const found = await lockStudy(tx, operator.id, number)
    const effect = found && (await effectsOf(tx, operator.id, found.study.id)).find(({ id }) => id === effectId)
    return found && effect ? { ...found, effect } : null
  },
  allow: isMember,
  run: async (
    { tx, operator, record },
    _input,
    { row, study, effect },
  ): Promise<Result<{ id: string }, Failure<'effects-fixed' | 'effect-has-indicator'>>> => {
    if (study.stage === 'concluded' || (study.stage !== 'framing' && effect.kind === 'expected'))
      return fail('effects-fixed')
    const looked = await indicatorsOf(tx, operator.id, study.id)
    if (looked.some(({ effectId }) => effectId === effect.id)) return fail('effect-has-indicator')
    await deleteEffect(tx, operator.id, effect.id)
    await record({
      name: 'impact.effect-removed',
      subjectKind: 'impact_effect',
      subjectId: effect.id,
      accompanimentId: row.id,
      data: { effect: effect.effect },
    })
    return ok({ id: effect.id })
  },
})
