import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { isFigureCode } from '#app/features/figures/catalogue.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { SetTargetInput } from './agreement-input.ts'
import { agreementById, setTarget } from './agreements.store.server.ts'

/** The target of one indicator for one year; an empty value takes it away. */
export const setAgreementTarget = defineCommand({
  name: 'agreement.setTarget',
  input: SetTargetInput,
  subject: ({ tx, operator }, { agreementId }) => agreementById(tx, operator.id, agreementId),
  allow: isMember,
  run: async ({ tx, operator, record }, { value, ...key }) => {
    if (!isFigureCode(key.indicator)) return fail('unknown-indicator', undefined, 'indicator')
    const before = await setTarget(tx, operator.id, key, value)
    await record({
      name: 'agreement.target-set',
      subjectKind: 'agreement',
      subjectId: key.agreementId,
      data: { year: key.year, indicator: key.indicator, from: before, to: value },
    })
    return ok({ agreementId: key.agreementId })
  },
})
