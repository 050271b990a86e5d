import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { insertConsent, pieceById } from './testimonies.store.server.ts'
import { GiveConsentInput } from './testimony-input.ts'

/** Writes down that a person agreed to be quoted, to whom, and how it is known. */
export const giveConsent = defineCommand({
  name: 'testimony.giveConsent',
  input: GiveConsentInput,
  subject: ({ tx, operator }, { pieceId }) => pieceById(tx, operator.id, pieceId),
  allow: isMember,
  run: async ({ tx, operator, today, record }, { pieceId, ...consent }, { accompanimentId }) => {
    if (consent.givenOn > today) return fail('day-to-come', undefined, 'givenOn')
    const consentId = await insertConsent(tx, operator.id, { pieceId, accompanimentId, ...consent })
    await record({
      name: 'consent.given',
      subjectKind: 'testimony',
      subjectId: pieceId,
      accompanimentId,
      data: consent,
      happenedOn: consent.givenOn,
    })
    return ok({ consentId })
  },
})
