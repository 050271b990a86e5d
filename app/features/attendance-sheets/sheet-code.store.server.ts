import { create } from 'qrcode'

/** The dark squares of the code of an address as one path, in a square of `size` units: drawn in the page. */
export function sheetCode(address: string): { size: number; path: string } {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const dark = Array.from(modules.data).flatMap((isDark, index) => (isDark ? [index] : []))
  const path = dark.map(index => `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`).join('')
  return { size: modules.size, path }
}
