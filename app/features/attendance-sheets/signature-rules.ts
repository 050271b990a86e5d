import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

/** The frame in which a signature is drawn, whatever the size of the screen. */
export const frame = { width: 600, height: 200 } as const
export const longestDrawing = 30_000
/** Shorter than this, in units of the frame, it is the trace of a finger that slipped. */
const shortestLine = 60

/** `M` begins a stroke, `L` goes on: whole numbers, inside the frame. */
const strokes = /^(?:[ML]\d{1,3} \d{1,3} ?){2,4000}$/

function lengthOf(drawing: string): number {
  let length = 0
  let last: [number, number] | null = null
  for (const [, kind, left, top] of drawing.matchAll(/([ML])(\d+) (\d+)/g)) {
    const at: [number, number] = [Number(left), Number(top)]
    if (kind === 'L' && last) length += Math.hypot(at[0] - last[0], at[1] - last[1])
    last = at
  }
  return length
}

const isDrawn = (drawing: string) =>
  drawing.startsWith('M') &&
  strokes.test(drawing) &&
  [...drawing.matchAll(/(\d+) (\d+)/g)].every(([, x, y]) => Number(x) <= frame.width && Number(y) <= frame.height)

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Given = { signedName: string | null; wasThere: boolean; drawing: string | null }
type Refusal =
  | 'signature-unreadable'
  | 'signature-empty'
  | 'signature-name'
  | 'signature-name-differs'
  | 'signature-tick'

/**
 * A signature is drawn, or it is a name typed by its owner who says that she was there: both are worth the same. Where the
 * sheet names nobody for an organisation, whoever signs says her name.
 */
export function signatureIn(
  expected: string | null,
  { signedName, wasThere, drawing }: Given,
): Result<{ signedName: string; drawing: string | null }, Failure<Refusal>> {
  if (drawing) {
    if (!isDrawn(drawing)) return fail('signature-unreadable', {}, 'drawing')
    const name = expected ?? signedName
    if (!name) return fail('signature-name', {}, 'signedName')
    if (lengthOf(drawing) < shortestLine) return fail('signature-empty', {}, 'drawing')
    return ok({ signedName: name, drawing })
  }
  if (!signedName) return fail('signature-name', {}, 'signedName')
  if (expected && plain(expected) !== plain(signedName))
    return fail('signature-name-differs', { name: expected }, 'signedName')
  if (!wasThere) return fail('signature-tick', {}, 'wasThere')
  return ok({ signedName: expected ?? signedName, drawing: null })
}

/** When a device says that it was signed; a clock that runs ahead, or that says nothing, is not believed. */
export function signedInstant(said: string, now: Date): Date {
  const at = Date.parse(said)
  return Number.isNaN(at) || at > now.getTime() ? now : new Date(at)
}
