import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { writeSessionFile } from '#app/features/session-files/session-files.store.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { MatchPaperInput } from './sheet-input.ts'
import { keepPlace, sheetOf, writeSignature } from './sheets.store.server.ts'

/** The scan of the paper sheet, and those whose signature is on it; the others stay missing. */
export const matchPaper = defineCommand({
  name: 'sheet.match-paper',
  input: MatchPaperInput,
  subject: (ctx, address) => placedSession(ctx, address, { lock: true }),
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async ({ tx, operator, actor, now, record }, input, placed) => {
    const { session, engineering } = placed
    if (session.status !== 'held') return fail('session-not-held')
    const { facts, hash, lines } = await sheetOf(tx, operator.id, placed)
    if (hash !== input.sheet) return fail('sheet-changed')
    const signers = lines.filter(({ id }) => input.signers.includes(id))
    if (signers.length === 0) return fail('paper-without-signer', {}, 'signers')
    const { fileId, name, kind, size, sha256 } = input
    const takenBy = 'userId' in actor ? actor.userId : ''
    const at = { engineeringId: engineering.id, sessionId: session.id }
    const file = { ...at, name, kind, size, sha256, caption: null, addedBy: takenBy, addedAt: now }
    await writeSessionFile(tx, { operatorId: operator.id, id: fileId, ...file })
    for (const line of signers) {
      await keepPlace(tx, operator.id, placed, line)
      const signedName = line.personName ?? line.organisation ?? ''
      const given = { signedName, means: 'paper' as const, drawing: null, takenBy, fileId, now }
      if (await writeSignature(tx, operator.id, { ...at, placeId: line.id, facts }, given))
        await record({
          name: 'sheet.signed',
          subjectKind: 'session',
          subjectId: session.id,
          accompanimentId: line.accompanimentId,
          data: { name: signedName },
        })
    }
    return ok({ count: signers.length })
  },
})
