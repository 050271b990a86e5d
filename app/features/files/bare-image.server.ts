import { bareJpeg } from './bare-jpeg.ts'
import { barePng } from './bare-png.server.ts'
import { bareWebp } from './bare-webp.ts'
import type { FileKind } from './file-kinds.ts'

/**
 * A picture without what a phone writes in it besides: where and when it was taken, with which device, its thumbnail. Other
 * files as they are; null when the picture is not whole.
 */
export function bareImage(kind: FileKind, bytes: Uint8Array): Uint8Array | null {
  switch (kind) {
    case 'jpeg':
      return bareJpeg(bytes)
    case 'png':
      return barePng(bytes)
    case 'webp':
      return bareWebp(bytes)
    default:
      return bytes
  }
}
