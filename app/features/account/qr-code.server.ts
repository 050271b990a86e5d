import { create } from 'qrcode'

/** The dark squares of a QR code as one SVG path, in a square of `size` units: drawn in the page, so nothing is fetched. */
export function qrCode(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  const squares: string[] = []
  data.forEach((dark, index) => {
    if (dark) squares.push(`M${index % size} ${Math.floor(index / size)}h1v1h-1z`)
  })
  return { size, path: squares.join('') }
}
