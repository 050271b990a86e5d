import { documentFile } from '#app/features/documents/document-file.server.ts'
import type { WrittenDocument } from '#app/features/documents/written-document.ts'
import { type FileRefusal, judgeFile } from '#app/features/files/file-kinds.ts'
import { type KeptFile, keepFile } from '#app/features/files/file-store.server.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'
import { judgeLogo } from './funder-logo.ts'

type Refusal = FileRefusal | 'logo-kind' | 'logo-too-large'

/** Keeps the bytes of a logo, once it has been printed for a try: one that breaks every sheet is refused here. */
export async function keepLogo(
  sent: File,
  room: { operatorId: string; formKey: string },
): Promise<Result<KeptFile, Failure<Refusal>>> {
  const bytes = new Uint8Array(await sent.arrayBuffer())
  const judged = judgeFile(sent.name, bytes)
  if ('refused' in judged) return fail(isOfAnotherKind(judged.refused) ? 'logo-kind' : judged.refused, {}, 'file')
  const refused = judgeLogo(judged.kind, bytes)
  if (refused) return fail(refused, {}, 'file')
  if (!(await isPrinted(judged.kind === 'png' ? 'png' : 'jpg', bytes))) return fail('file-image-cut', {}, 'file')
  return keepFile(sent, room)
}

const isOfAnotherKind = (refusal: FileRefusal) =>
  refusal === 'file-kind-unknown' || refusal === 'file-unsafe' || refusal === 'file-heic'

async function isPrinted(format: 'png' | 'jpg', bytes: Uint8Array): Promise<boolean> {
  const tried: WrittenDocument = {
    locale: 'fr',
    name: 'logo',
    author: 'logo',
    title: 'logo',
    kicker: '',
    lede: null,
    footer: '',
    page: '',
    blocks: [{ kind: 'logos', items: [{ alt: 'logo', format, bytes: [...bytes] }] }],
  }
  return documentFile(tried, 'pdf').then(
    () => true,
    () => false,
  )
}
