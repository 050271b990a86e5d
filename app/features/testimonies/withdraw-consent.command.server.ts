import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { standingConsent, withdraw } from './testimonies.store.server.ts'
import { WithdrawConsentInput } from './testimony-input.ts'

/** From today the piece is quoted in no report that is built; those that were published are frozen and keep it. */
export const withdrawConsent = defineCommand({
  name: 'testimony.withdrawConsent',
  input: WithdrawConsentInput,
  subject: ({ tx, operator }, { consentId }) => standingConsent(tx, operator.id, consentId),
  allow: isMember,
  run: async ({ tx, operator, today, record }, { consentId }, { accompanimentId, pieceId, audience }) => {
    await withdraw(tx, operator.id, consentId, today)
    await record({
      name: 'consent.withdrawn',
      subjectKind: 'testimony',
      subjectId: pieceId,
      accompanimentId,
      data: { consentId, audience },
    })
    return ok({ pieceId })
  },
})
