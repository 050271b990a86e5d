import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { SignOnDeviceInput } from './sheet-input.ts'
import { keepPlace, sheetOf, writeSignature } from './sheets.store.server.ts'
import { signatureIn } from './signature-rules.ts'

/** Somebody who was there signs on the device of whoever leads the session, or keeps its file. */
export const signOnDevice = defineCommand({
  name: 'sheet.sign',
  input: SignOnDeviceInput,
  // Locked until the commit: what is signed is what the session says then.
  subject: (ctx, address) => placedSession(ctx, address, { lock: true }),
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async ({ tx, operator, actor, now, record }, input, placed) => {
    const { session, engineering } = placed
    if (session.status !== 'held') return fail('session-not-held')
    const { facts, hash, lines } = await sheetOf(tx, operator.id, placed)
    const line = lines.find(({ id }) => id === input.placeId)
    if (!line) return fail('not-on-sheet')
    if (hash !== input.sheet) return fail('sheet-changed')
    const signature = signatureIn(line.personName, input)
    if (!signature.ok) return signature
    const takenBy = 'userId' in actor ? actor.userId : null
    // Who leads signs with her own sign-in, or on paper: nobody signs in her place.
    if (line.accompanimentId === null && session.consultantId !== takenBy) return fail('signs-herself')
    await keepPlace(tx, operator.id, placed, line)
    const at = { engineeringId: engineering.id, sessionId: session.id, placeId: line.id, facts }
    const given = { ...signature.value, means: 'device' as const, takenBy, fileId: null, now }
    if (await writeSignature(tx, operator.id, at, given))
      await record({
        name: 'sheet.signed',
        subjectKind: 'session',
        subjectId: session.id,
        accompanimentId: line.accompanimentId,
        data: { name: signature.value.signedName },
      })
    return ok({ name: signature.value.signedName })
  },
})
