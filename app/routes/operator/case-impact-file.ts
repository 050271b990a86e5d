import { documentFile } from '#app/features/documents/document-file.server.ts'
import { impactDocument } from '#app/features/impact/impact-document.server.ts'
import { takeImpactSheet } from '#app/features/impact/take-sheet.command.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeImpactSheet, ({ content, format, locale }) =>
  documentFile(impactDocument(content, locale), format),
)
