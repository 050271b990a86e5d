import { committeeDocument } from '#app/features/committees/committee-document.server.ts'
import { takePack } from '#app/features/committees/take-pack.command.server.ts'
import { documentFile } from '#app/features/documents/document-file.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takePack, ({ content, format, locale }) =>
  documentFile(committeeDocument(content, locale), format),
)
