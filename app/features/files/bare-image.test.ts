import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpegPhoto, pngPhoto, secrets, webpPhoto } from '#tests/harness/photos.ts'
import { bareImage } from './bare-image.server.ts'
import { judgeFile } from './file-kinds.ts'
import { orientationIn } from './image-orientation.ts'

const photos = { jpeg: jpegPhoto, png: pngPhoto, webp: webpPhoto } as const
const kinds = ['jpeg', 'png', 'webp'] as const
const latin = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1')
/** A GPS directory hangs from tag 0x8825, in either order of bytes. */
const gpsTags = ['\x25\x88\x04\x00', '\x88\x25\x00\x04']

/** Which way up the picture says that it is. */
function saidOrientation(bytes: Uint8Array | null): number {
  const text = latin(bytes)
  const at = text.search(/MM\0\*|II\*\0/)
  return at < 0 ? 1 : orientationIn(Buffer.from(text.slice(at), 'latin1'))
}

describe('a picture that is kept', () => {
  for (const kind of kinds) {
    it(`holds no place, no device and no words: ${kind}`, () => {
      const photo = photos[kind](1)
      for (const secret of secrets.filter(one => latin(photo).includes(one))) expect(latin(photo)).toContain(secret)
      expect(gpsTags.some(tag => latin(photo).includes(tag))).toBe(true)
      const bare = bareImage(kind, photo)
      for (const trace of [...secrets, ...gpsTags, 'Exif', 'EXIF', 'xmp', 'date:create'])
        expect(latin(bare)).not.toContain(trace)
      expect(judgeFile(`photo.${kind}`, bare ?? new Uint8Array())).toEqual({ kind })
    })

    it(`stays the right way up: ${kind}`, () => {
      for (let orientation = 2; orientation <= 8; orientation++) {
        const bare = bareImage(kind, photos[kind](orientation))
        expect(saidOrientation(bare)).toBe(orientation)
        for (const secret of [...secrets, ...gpsTags]) expect(latin(bare)).not.toContain(secret)
      }
    })

    it(`loses nothing more when it is kept again: ${kind}`, () => {
      const once = bareImage(kind, photos[kind](6))
      expect(once && bareImage(kind, once)).toEqual(once)
    })

    it(`is refused when its end is missing, wherever it was cut: ${kind}`, () => {
      const whole = bareImage(kind, photos[kind](1)) ?? new Uint8Array()
      for (let length = 16; length < whole.length - 1; length += 7)
        expect(bareImage(kind, whole.subarray(0, length))).toBeNull()
    })

    it(`may be any bytes, and then nothing breaks: ${kind}`, () => {
      const photo = photos[kind](3)
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(photo.length - 1), fc.nat(255)), { maxLength: 12 }), changes => {
          const damaged = Uint8Array.from(photo)
          for (const [at, value] of changes) damaged[at] = value
          const bare = bareImage(kind, damaged)
          expect(bare === null || bare.length <= damaged.length + 40).toBe(true)
        }),
      )
      fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => void bareImage(kind, bytes)))
    })
  }

  it('is the only file that is changed', () => {
    const text = new TextEncoder().encode('SILLAGE-GPS')
    expect(bareImage('text', text)).toBe(text)
  })
})
