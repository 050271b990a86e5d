import { crc32 } from 'node:zlib'

/** Pictures of eight pixels by four, as programs write them: a progressive JPEG, a PNG with its dates, a WebP. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wgARCAAEAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/aAAwDAQACEAMQAAABkion/8QAFhAAAwAAAAAAAAAAAAAAAAAAAAES/9oACAEBAAEFAqZ//8QAFxEAAwEAAAAAAAAAAAAAAAAAAAITUf/aAAgBAwEBPwGjaf/EABcRAAMBAAAAAAAAAAAAAAAAAAACE1H/2gAIAQIBAT8BmmH/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAY/An//xAAVEAEBAAAAAAAAAAAAAAAAAAAAYf/aAAgBAQABPyGz/9oADAMBAAIAAwAAABAD/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAFhkf/aAAgBAwEBPxCrWf/EABcRAAMBAAAAAAAAAAAAAAAAAAABYZH/2gAIAQIBAT8QlxH/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAE/EC//2Q==',
  'base64',
)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAEBAMAAABB42PDAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAAD1BMVEX/AACqAFVVAKoAAP////+bBLeIAAAAAWJLR0QEj2jZUQAAAAd0SU1FB+oLFwIdCDMm/DMAAAAVSURBVAjXY2AAAUEgYFACAgZjIAAACWABmVm4Ek8AAAAldEVYdGRhdGU6Y3JlYXRlADIwMjYtMTEtMjNUMDI6Mjk6MDgrMDA6MDDG1sp+AAAAJXRFWHRkYXRlOm1vZGlmeQAyMDI2LTExLTIzVDAyOjI5OjA4KzAwOjAwt4tywgAAAABJRU5ErkJggg==',
  'base64',
)
const webp = Buffer.from(
  'UklGRlQAAABXRUJQVlA4IEgAAABwAwCdASoIAAQAAgA0JagCdGuA/gGEAfwD2/7sA/QAGBrNsAAA/vneRWKf/+oYInZ3//y2zOa5f/9xn/v2/lRBeDPvV53dgAA=',
  'base64',
)

/** What stands in no picture once it was kept: the place, the device, the words of a program. */
export const secrets = ['SILLAGE-GPS', 'SILLAGE-CAMERA', 'SILLAGE-XMP', 'SILLAGE-WORDS', 'SILLAGE-BEHIND']

/** A TIFF block as a phone writes it: its name, which way up the picture is, and where it was taken (47° 54′ N, 1° 54′ E). */
function phoneBlock(orientation: number): Buffer {
  const block = Buffer.alloc(180)
  block.write('II*\0', 'latin1')
  block.writeUInt32LE(8, 4)
  block.writeUInt16LE(3, 8)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    block.writeUInt16LE(tag, at)
    block.writeUInt16LE(type, at + 2)
    block.writeUInt32LE(count, at + 4)
    block.writeUInt32LE(value, at + 8)
  }
  entry(10, 0x010f, 2, 15, 140)
  entry(22, 0x0112, 3, 1, orientation)
  entry(34, 0x8825, 4, 1, 50)
  block.writeUInt16LE(3, 50)
  entry(52, 1, 2, 2, 0x4e)
  entry(64, 2, 5, 3, 92)
  entry(76, 27, 2, 12, 160)
  for (const [index, value] of [47, 1, 54, 1, 0, 1].entries()) block.writeUInt32LE(value, 92 + index * 4)
  block.write('SILLAGE-CAMERA\0', 140, 'latin1')
  block.write('SILLAGE-GPS\0', 160, 'latin1')
  return block
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** A photo as a phone sends it; behind it hangs a second picture with the same block. */
export function jpegPhoto(orientation = 1): Buffer {
  const block = phoneBlock(orientation)
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), block]))
  return Buffer.concat([
    jpeg.subarray(0, 2),
    exif,
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x>SILLAGE-XMP</x>')),
    segment(0xe2, Buffer.from('MPF\0SILLAGE-BEHIND')),
    segment(0xed, Buffer.from('Photoshop 3.0\0SILLAGE-WORDS')),
    segment(0xfe, Buffer.from('SILLAGE-WORDS')),
    jpeg.subarray(2),
    jpeg.subarray(0, 2),
    exif,
    jpeg.subarray(2),
    Buffer.from('SILLAGE-BEHIND'),
  ])
}

function pngChunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), content])
  const chunk = Buffer.alloc(named.length + 8)
  chunk.writeUInt32BE(content.length)
  named.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(named), named.length + 4)
  return chunk
}

export function pngPhoto(orientation = 1): Buffer {
  const afterHead = 33
  return Buffer.concat([
    png.subarray(0, afterHead),
    pngChunk('eXIf', phoneBlock(orientation)),
    pngChunk('tEXt', Buffer.from('Comment\0SILLAGE-WORDS')),
    pngChunk('zTXt', Buffer.from('Comment\0\0SILLAGE-WORDS')),
    pngChunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0SILLAGE-XMP')),
    png.subarray(afterHead),
    Buffer.from('SILLAGE-BEHIND'),
  ])
}

function webpChunk(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(kind, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

export function webpPhoto(orientation = 1): Buffer {
  // Flags of EXIF and XMP, then its size less one: seven by three.
  const head = webpChunk('VP8X', Buffer.from([0x0c, 0, 0, 0, 7, 0, 0, 3, 0, 0]))
  const content = Buffer.concat([
    Buffer.from('WEBP'),
    head,
    webp.subarray(12),
    webpChunk('EXIF', phoneBlock(orientation)),
    webpChunk('XMP ', Buffer.from('<x>SILLAGE-XMP</x>')),
  ])
  return Buffer.concat([webpChunk('RIFF', content), Buffer.from('SILLAGE-BEHIND')])
}

/** What an iPhone sends when nobody has told it otherwise. */
export const heicPhoto = () =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(400)])
