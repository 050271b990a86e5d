import { orientationBlock, orientationIn } from './image-orientation.ts'
import { joinBytes } from './join-bytes.ts'

const EXIF_FLAG = 0x08
const XMP_FLAG = 0x04
const keptChunks = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const exif = 'Exif\0\0'

/** The picture, its colours and its movement; null when it is not whole. */
export function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 20) return null
  // What hangs after the length that the file says is not of the picture.
  const end = view.getUint32(4, true) + 8
  if (end > bytes.length) return null
  const kept: Uint8Array[] = []
  let head: Uint8Array | null = null
  let orientation = 1
  let at = 12
  while (at + 8 <= end) {
    const length = view.getUint32(at + 4, true)
    const next = at + 8 + length + (length % 2)
    if (at + 8 + length > end) return null
    const kind = String.fromCharCode(...bytes.subarray(at, at + 4))
    const content = bytes.subarray(at + 8, at + 8 + length)
    if (kind === 'EXIF') orientation = orientationIn(afterName(content))
    if (keptChunks.has(kind)) {
      const chunk = padded(bytes.slice(at, at + 8 + length))
      if (kind === 'VP8X') head = chunk
      kept.push(chunk)
    }
    at = next
  }
  if (!kept.some(chunk => chunk[0] === 0x56 || chunk[0] === 0x41)) return null
  if (head) head[8] = ((head[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (orientation === 1 ? 0 : EXIF_FLAG)
  if (head && orientation !== 1) kept.push(chunkOf('EXIF', orientationBlock(orientation)))
  return riff(kept)
}

/** Some programs write before the block the name that a JPEG gives it. */
const afterName = (content: Uint8Array) =>
  [...exif].every((letter, index) => content[index] === letter.charCodeAt(0)) ? content.subarray(exif.length) : content

const padded = (chunk: Uint8Array) => (chunk.length % 2 === 0 ? chunk : joinBytes([chunk, new Uint8Array(1)]))

function chunkOf(kind: string, content: Uint8Array): Uint8Array {
  const head = new Uint8Array(8)
  head.set(new TextEncoder().encode(kind))
  new DataView(head.buffer).setUint32(4, content.length, true)
  return padded(joinBytes([head, content]))
}

function riff(chunks: readonly Uint8Array[]): Uint8Array {
  const content = joinBytes([new TextEncoder().encode('WEBP'), ...chunks])
  return chunkOf('RIFF', content)
}
