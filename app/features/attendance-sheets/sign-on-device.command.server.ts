import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { SignOnDeviceInput } from './sheet-input.ts'
import { signLine } from './sign-line.store.server.ts'

/** Somebody who was there signs on the device of whoever leads the session, or keeps its file. */
export const signOnDevice = defineCommand({
  name: 'sheet.sign',
  input: SignOnDeviceInput,
  // Locked until the commit: what is signed is what the session says then.
  subject: (ctx, address) => placedSession(ctx, address, { lock: true }),
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: (ctx, input, placed) =>
    signLine(ctx, placed, { ...input, takenBy: 'userId' in ctx.actor ? ctx.actor.userId : null, signedAt: ctx.now }),
})
