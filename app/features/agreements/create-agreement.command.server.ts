import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { agreements } from '#db/schema/agreements.ts'
import { CreateAgreementInput } from './agreement-input.ts'
import { funderNamed, isCodeTaken } from './agreements.store.server.ts'

export const createAgreement = defineCommand({
  name: 'agreement.create',
  input: CreateAgreementInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, record }, { funder, ...input }) => {
    if (input.endsOn < input.startsOn) return fail('ends-before-it-starts', undefined, 'endsOn')
    if (await isCodeTaken(tx, operator.id, input.code, null)) return fail('agreement-code-taken', undefined, 'code')
    const agreementId = newId()
    const funderId = await funderNamed(tx, operator.id, funder)
    await tx.insert(agreements).values({ operatorId: operator.id, id: agreementId, funderId, ...input })
    await record({
      name: 'agreement.created',
      subjectKind: 'agreement',
      subjectId: agreementId,
      data: { ...input, funder },
    })
    return ok({ agreementId })
  },
})
