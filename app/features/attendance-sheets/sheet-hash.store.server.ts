import { createHash } from 'node:crypto'
import type { SheetFacts } from './sheet.ts'

/** Of what a signature is given for. The fields stand in this order for ever: a signature is checked by writing them again. */
export const sheetHash = (sessionId: string, { heldOn, beginsAt, endsAt, quarters, place }: SheetFacts): string =>
  createHash('sha256')
    .update(JSON.stringify(['feuille 1', sessionId, heldOn, beginsAt, endsAt, quarters, place]))
    .digest('hex')
