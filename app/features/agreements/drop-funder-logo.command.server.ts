import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { DropFunderLogoInput } from './agreement-input.ts'
import { agreementById } from './agreements.store.server.ts'
import { dropLogo } from './funder-logos.store.server.ts'

/** From the next paper on the funder is named in words alone. */
export const dropFunderLogo = defineCommand({
  name: 'agreement.dropLogo',
  input: DropFunderLogoInput,
  subject: ({ tx, operator }, { agreementId }) => agreementById(tx, operator.id, agreementId),
  allow: isMember,
  run: async ({ tx, operator, record }, { agreementId }, { funderId, funder }) => {
    await dropLogo(tx, operator.id, funderId)
    await record({
      name: 'agreement.logoDropped',
      subjectKind: 'agreement',
      subjectId: agreementId,
      data: { funder },
    })
    return ok({ agreementId })
  },
})
