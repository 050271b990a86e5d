import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { SetFunderLogoInput } from './agreement-input.ts'
import { agreementById, lockFunder } from './agreements.store.server.ts'
import { replaceLogo } from './funder-logos.store.server.ts'

/** The logo of an agreement's funder: on the papers of all that it pays, under whichever agreement. */
export const setFunderLogo = defineCommand({
  name: 'agreement.setLogo',
  input: SetFunderLogoInput,
  subject: ({ tx, operator }, { agreementId }) => agreementById(tx, operator.id, agreementId),
  allow: isMember,
  run: async ({ tx, operator, record }, { agreementId, fileId, ...file }, { funderId, funder }) => {
    await lockFunder(tx, operator.id, funderId)
    await replaceLogo(tx, operator.id, { id: fileId, funderId, ...file })
    await record({
      name: 'agreement.logoSet',
      subjectKind: 'agreement',
      subjectId: agreementId,
      data: { funder, name: file.name },
    })
    return ok({ agreementId })
  },
})
