/** EXIF tag 0x0112: which way up the picture is, 1 (as it is stored) to 8. */
const ORIENTATION = 0x0112

/** Read from a TIFF block, as EXIF writes it; 1 when it says nothing that can be read. */
export function orientationIn(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const isLittle = view.getUint16(0) === 0x4949
  const first = view.getUint32(4, isLittle)
  if (first + 2 > tiff.length) return 1
  const count = view.getUint16(first, isLittle)
  for (let entry = first + 2, read = 0; read < count && entry + 12 <= tiff.length; entry += 12, read++) {
    if (view.getUint16(entry, isLittle) !== ORIENTATION) continue
    const value = view.getUint16(entry + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** A TIFF block that says the orientation and nothing else. */
export function orientationBlock(orientation: number): Uint8Array {
  const block = new Uint8Array(26)
  const view = new DataView(block.buffer)
  view.setUint32(0, 0x4d4d002a)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, ORIENTATION)
  view.setUint16(12, 3)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return block
}
