import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { id, line, object } from '#app/kernel/input.ts'

/** `champ`: the field, as history names it. */
export const putBackInput = object({ number: caseNumber(), eventId: id(), champ: line({ max: 300 }) })
