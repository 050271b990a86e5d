import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { caseOfNumber, insertConsent, insertPiece } from './testimonies.store.server.ts'
import { AddTestimonyInput } from './testimony-input.ts'

/** Keeps what somebody said or what was seen, with the consent to quote it when there is one. */
export const addTestimony = defineCommand({
  name: 'testimony.add',
  input: AddTestimonyInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today, record }, { number, hasConsent, ...input }) => {
    const found = await caseOfNumber(tx, operator.id, number)
    if (!found) return fail('unknown-case', undefined, 'number')
    const { personName, audience, givenOn, evidence, ...piece } = input
    if (piece.collectedOn > today) return fail('day-to-come', undefined, 'collectedOn')
    if (givenOn && givenOn > today) return fail('day-to-come', undefined, 'givenOn')
    const { accompanimentId } = found
    const isWhole = personName !== null && audience !== null && givenOn !== null && evidence !== null
    if (hasConsent && !isWhole) {
      const missing = !personName ? 'personName' : !audience ? 'audience' : !givenOn ? 'givenOn' : 'evidence'
      return fail('consent-incomplete', undefined, missing)
    }
    const pieceId = await insertPiece(tx, operator.id, accompanimentId, piece)
    const subject = { subjectKind: 'testimony', subjectId: pieceId, accompanimentId }
    await record({ name: 'testimony.added', ...subject, data: { kind: piece.kind, collectedOn: piece.collectedOn } })
    if (hasConsent && isWhole) {
      const consent = { audience, personName, givenOn, evidence }
      await insertConsent(tx, operator.id, { pieceId, accompanimentId, ...consent })
      await record({ name: 'consent.given', ...subject, data: consent, happenedOn: givenOn })
    }
    return ok({ pieceId })
  },
})
