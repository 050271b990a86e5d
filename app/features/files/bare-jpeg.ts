import { orientationBlock, orientationIn } from './image-orientation.ts'
import { joinBytes } from './join-bytes.ts'

const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const LAST_APP = 0xef
const COMMENT = 0xfe
const SCAN = 0xda
const END = 0xd9

const exif = 'Exif\0\0'
const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0))

/** Restarts and the byte that escapes 0xFF belong to the picture's data. */
const isOfScan = (marker: number) => marker === 0 || (marker >= 0xd0 && marker <= 0xd7)

/**
 * The picture, its colour profile and which way up it is; nothing else of what a camera wrote, nor what it hung after the
 * end (a second picture, a short film, each with its own position). Null when the picture is not whole.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = []
  let orientation = 1
  let at = 2
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1]
    if (bytes[at] !== 0xff || marker === undefined) return null
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === END) return wholeJpeg([...kept, bytes.subarray(at, at + 2)], orientation)
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    const content = bytes.subarray(at + 4, end)
    if (marker === APP1 && startsWith(content, exif)) orientation = orientationIn(content.subarray(exif.length))
    if (isKept(marker, content)) kept.push(bytes.subarray(at, end))
    at = end
    if (marker === SCAN) {
      const next = endOfScan(bytes, end)
      kept.push(bytes.subarray(end, next))
      at = next
    }
  }
  return null
}

function isKept(marker: number, content: Uint8Array): boolean {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > LAST_APP) return true
  // Without the name of its colours (Adobe) a picture of a printer turns to negative.
  if (marker === APP0) return startsWith(content, 'JFIF\0')
  if (marker === APP2) return startsWith(content, 'ICC_PROFILE\0')
  return marker === APP14 && startsWith(content, 'Adobe')
}

function endOfScan(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(0xff, start)
  while (at >= 0 && isOfScan(bytes[at + 1] ?? 0) && at + 1 < bytes.length) at = bytes.indexOf(0xff, at + 2)
  return at < 0 ? bytes.length : at
}

function wholeJpeg(parts: readonly Uint8Array[], orientation: number): Uint8Array {
  const start = new Uint8Array([0xff, 0xd8])
  if (orientation === 1) return joinBytes([start, ...parts])
  const block = orientationBlock(orientation)
  const length = 2 + exif.length + block.length
  const head = new Uint8Array([0xff, APP1, length >> 8, length & 0xff, ...new TextEncoder().encode(exif)])
  return joinBytes([start, head, block, ...parts])
}
