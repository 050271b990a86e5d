import { worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { placeId } from './sheet.ts'
import { sheetHash } from './sheet-hash.store.server.ts'
import { SignFromDeviceInput } from './sheet-input.ts'
import { signLine } from './sign-line.store.server.ts'
import { signedInstant } from './signature-rules.ts'

/**
 * A signature that was given on a consultant's device where there was no network. The device did not know the sheet's
 * hash: it says which person signed which day, hours, length and place, and these must be the session's own.
 */
export const signFromDevice = defineCommand({
  name: 'sheet.sign-from-device',
  input: SignFromDeviceInput,
  subject: (ctx, address) => placedSession(ctx, address, { lock: true }),
  allow: (actor, { engineering }) => worksOn(actor, engineering.id, 'write'),
  run: (ctx, input, placed) => {
    const { accompanimentId, personName, heldOn, beginsAt, endsAt, days: quarters, place, signedAt, ...given } = input
    const { id } = placed.session
    return signLine(ctx, placed, {
      ...given,
      placeId: placeId(id, accompanimentId, personName),
      sheet: sheetHash(id, { heldOn, beginsAt, endsAt, quarters, place }),
      takenBy: 'userId' in ctx.actor ? ctx.actor.userId : null,
      signedAt: signedInstant(signedAt, ctx.now),
    })
  },
})
