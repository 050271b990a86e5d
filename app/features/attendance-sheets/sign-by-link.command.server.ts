import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { sheetByLink } from './sheet-by-link.store.server.ts'
import { SignByLinkInput } from './sheet-input.ts'
import { writeSignature } from './sheets.store.server.ts'
import { signatureIn } from './signature-rules.ts'

/** Somebody who was there signs her own line on her own phone. */
export const signByLink = defineCommand({
  name: 'sheet.sign-by-link',
  input: SignByLinkInput,
  subject: async ctx => (ctx.actor.kind === 'contact' ? sheetByLink(ctx, ctx.actor.link) : null),
  allow: (actor, { line }) => holdsLink(actor, 'attendance', line.id),
  run: async ({ tx, operator, now, record }, input, { isOpen, hash, facts, line, sessionId, engineeringId }) => {
    if (!isOpen) return fail('not-on-sheet')
    if (hash !== input.sheet) return fail('sheet-changed')
    const signature = signatureIn(line.personName, input)
    if (!signature.ok) return signature
    const at = { engineeringId, sessionId, placeId: line.id, facts }
    const given = { ...signature.value, means: 'phone' as const, takenBy: null, fileId: null, now }
    if (await writeSignature(tx, operator.id, at, given))
      await record({
        name: 'sheet.signed',
        subjectKind: 'session',
        subjectId: sessionId,
        accompanimentId: line.accompanimentId,
        data: { name: signature.value.signedName },
      })
    return ok({ name: signature.value.signedName })
  },
})
