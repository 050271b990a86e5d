import type { FileKind } from '#app/features/files/file-kinds.ts'

/** A logo is printed two centimetres high: what weighs more is a photo. */
export const largestLogo = 200_000
/** Unfolded in memory, a picture weighs by its sides and not by its bytes. */
const longestSide = 3_000

type Refusal = 'logo-kind' | 'logo-too-large'

/** May this picture be printed as a logo? An SVG may carry scripts and letters that we do not have: it is none. */
export function judgeLogo(kind: FileKind, bytes: Uint8Array): Refusal | null {
  if (kind !== 'png' && kind !== 'jpeg') return 'logo-kind'
  if (bytes.length > largestLogo) return 'logo-too-large'
  const sides = kind === 'png' ? sidesOfPng(bytes) : sidesOfJpeg(bytes)
  if (!sides) return 'logo-kind'
  return Math.min(...sides) > 0 && Math.max(...sides) <= longestSide ? null : 'logo-too-large'
}

type Sides = [width: number, height: number]
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function sidesOfPng(bytes: Uint8Array): Sides | null {
  return bytes.length < 24 ? null : [viewOf(bytes).getUint32(16), viewOf(bytes).getUint32(20)]
}

/** The markers that begin a picture say its sides; three of that range say something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function sidesOfJpeg(bytes: Uint8Array): Sides | null {
  const view = viewOf(bytes)
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2))
    if (isFrame(bytes[at + 1] ?? 0)) return [view.getUint16(at + 7), view.getUint16(at + 5)]
  return null
}
