import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { CreateAgreementInput } from './agreement-input.ts'
import { funderNamed, insertAgreement, isCodeTaken } from './agreements.store.server.ts'

export const createAgreement = defineCommand({
  name: 'agreement.create',
  input: CreateAgreementInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, record }, { funder, ...input }) => {
    if (input.endsOn < input.startsOn) return fail('ends-before-it-starts', undefined, 'endsOn')
    if (await isCodeTaken(tx, operator.id, input.code, null)) return fail('agreement-code-taken', undefined, 'code')
    const funderId = await funderNamed(tx, operator.id, funder)
    const agreementId = await insertAgreement(tx, operator.id, { funderId, ...input })
    await record({
      name: 'agreement.created',
      subjectKind: 'agreement',
      subjectId: agreementId,
      data: { ...input, funder },
    })
    return ok({ agreementId })
  },
})
