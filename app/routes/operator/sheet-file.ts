import { sheetDocument } from '#app/features/attendance-sheets/sheet-document.server.ts'
import { logosOf } from '#app/features/attendance-sheets/sheet-logos.server.ts'
import { takeSheet } from '#app/features/attendance-sheets/take-sheet.command.server.ts'
import { documentFile } from '#app/features/documents/document-file.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeSheet, async ({ operatorId, ...sheet }) => {
  const logos = await logosOf(operatorId, sheet.funders)
  return documentFile(sheetDocument({ ...sheet, logos }), 'pdf')
})
