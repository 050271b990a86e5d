import { type ZipEntry, zipEntries } from './zip-entries.ts'

/** What may be attached: by its content, with the endings and the type that go with it. */
export const fileKinds = {
  pdf: { endings: ['pdf'], type: 'application/pdf' },
  png: { endings: ['png'], type: 'image/png' },
  jpeg: { endings: ['jpg', 'jpeg'], type: 'image/jpeg' },
  webp: { endings: ['webp'], type: 'image/webp' },
  docx: {
    endings: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { endings: ['xlsx'], type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pptx: {
    endings: ['pptx'],
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  odt: { endings: ['odt'], type: 'application/vnd.oasis.opendocument.text' },
  ods: { endings: ['ods'], type: 'application/vnd.oasis.opendocument.spreadsheet' },
  odp: { endings: ['odp'], type: 'application/vnd.oasis.opendocument.presentation' },
  text: { endings: ['txt', 'csv', 'md'], type: 'text/plain; charset=utf-8' },
} as const
export type FileKind = keyof typeof fileKinds
const kinds: readonly string[] = Object.keys(fileKinds)
export const isFileKind = (value: string): value is FileKind => kinds.includes(value)

/** Ten megabytes: a scan of forty pages, a slide show with its pictures. */
export const largestFile = 10_000_000

/** The endings that a file picker offers. */
export const acceptedEndings = Object.values(fileKinds)
  .flatMap(({ endings }) => endings)
  .map(ending => `.${ending}`)
  .join(',')

export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind-unknown'
  | 'file-kind-differs'
  | 'file-unsafe'
  | 'file-heic'
  | 'file-image-cut'

/** What the file is, told by its bytes; its name must say the same. */
export function judgeFile(name: string, bytes: Uint8Array): { kind: FileKind } | { refused: FileRefusal } {
  if (bytes.length === 0) return { refused: 'file-empty' }
  if (bytes.length > largestFile) return { refused: 'file-too-large' }
  if (isHeic(bytes)) return { refused: 'file-heic' }
  const seen = kindOf(bytes)
  if (seen === 'unsafe') return { refused: 'file-unsafe' }
  if (!seen) return { refused: 'file-kind-unknown' }
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const endings: readonly string[] = fileKinds[seen].endings
  return endings.includes(ending) ? { kind: seen } : { refused: 'file-kind-differs' }
}

function kindOf(bytes: Uint8Array): FileKind | 'unsafe' | null {
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return isWholePdf(bytes) ? 'pdf' : null
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (begins(bytes, [0x52, 0x49, 0x46, 0x46]) && latin(bytes.subarray(8, 12)) === 'WEBP') return 'webp'
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return kindOfArchive(bytes)
  return isPlainText(bytes) ? 'text' : null
}

const begins = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((value, index) => bytes[index] === value)
const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes)

/** What iPhones write by default, and few other programs read. */
const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']
const isHeic = (bytes: Uint8Array) =>
  latin(bytes.subarray(4, 8)) === 'ftyp' && heicBrands.includes(latin(bytes.subarray(8, 12)))

/** Cut on its way, a PDF has no end; followed by something else, its end is far from the last byte. */
const isWholePdf = (bytes: Uint8Array) => latin(bytes.subarray(-1024)).includes('%%EOF')

const office: readonly (readonly [string, FileKind])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
]
const openDocument: Readonly<Record<string, FileKind>> = {
  [fileKinds.odt.type]: 'odt',
  [fileKinds.ods.type]: 'ods',
  [fileKinds.odp.type]: 'odp',
}

/** Beyond these an archive is made to fill a disk: a document of ten megabytes unfolds to some tens. */
const mostEntries = 5000
const mostUnfolded = 300_000_000
const isMacro = ({ name }: ZipEntry) => /(^|\/)(vbaProject\.bin|vbaData\.xml|Basic\/.*)$/i.test(name)

function kindOfArchive(bytes: Uint8Array): FileKind | 'unsafe' | null {
  const entries = zipEntries(bytes, mostEntries)
  if (entries === 'too-many') return 'unsafe'
  if (!entries) return null
  const unfolded = entries.reduce((sum, { size }) => sum + size, 0)
  const isHidden = entries.some(({ isEncrypted, name }) => isEncrypted || /(^\/|\\|(^|\/)\.\.(\/|$))/.test(name))
  if (unfolded > mostUnfolded || isHidden || entries.some(isMacro)) return 'unsafe'
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('[Content_Types].xml')) return office.find(([name]) => names.has(name))?.[1] ?? null
  // The first entry of an OpenDocument is its type, stored as it is: thirty bytes after the beginning, then its name.
  return latin(bytes.subarray(30, 38)) === 'mimetype' ? (openDocument[storedType(bytes)] ?? null) : null
}

function storedType(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = 38 + view.getUint16(28, true)
  return latin(bytes.subarray(start, start + Math.min(view.getUint32(18, true), 100)))
}

/** Letters and spaces, and nothing that a browser would take for a page. */
function isPlainText(bytes: Uint8Array): boolean {
  const start = latin(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/, '')
  if (/^\s*<|^#!|^MZ|<(script|html|svg|\?xml|!doctype)/i.test(start)) return false
  return bytes.every(byte => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}
