import { documentFile } from '#app/features/documents/document-file.server.ts'
import { takeRoadmap } from '#app/features/territories/take-roadmap.command.server.ts'
import { territoryDocument } from '#app/features/territories/territory-document.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeRoadmap, ({ content, format, locale }) =>
  documentFile(territoryDocument(content, locale), format),
)
