import { crc32 } from 'node:zlib'
import { orientationBlock, orientationIn } from './image-orientation.ts'
import { joinBytes } from './join-bytes.ts'

/** The picture, its colours, its size on paper and its movement. Whatever else a program may write is left behind. */
const keptChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs hIST sPLT acTL fcTL fdAT'.split(' '),
)
const headLength = 8

/** Null when the picture is not whole. What hangs after its end is left behind too. */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, headLength)]
  let orientation = 1
  let at = headLength
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (at === headLength && kind !== 'IHDR') return null
    if (kind === 'eXIf') orientation = orientationIn(bytes.subarray(at + 8, end - 4))
    if (keptChunks.has(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') return joinBytes(orientation === 1 ? kept : withOrientation(kept, orientation))
    at = end
  }
  return null
}

/** After IHDR, where it may stand before the picture. */
function withOrientation([head, first, ...rest]: Uint8Array[], orientation: number): Uint8Array[] {
  const content = orientationBlock(orientation)
  const named = joinBytes([new TextEncoder().encode('eXIf'), content])
  const chunk = new Uint8Array(8 + named.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, content.length)
  chunk.set(named, 4)
  view.setUint32(4 + named.length, crc32(named))
  return [head, first, chunk, ...rest].flatMap(part => part ?? [])
}
