import { documentFile } from '#app/features/documents/document-file.server.ts'
import { statementDocument } from '#app/features/statements/statement-document.server.ts'
import { takeStatement } from '#app/features/statements/take-statement.command.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeStatement, ({ statement, today, locale }) =>
  documentFile(statementDocument(statement, today, locale), 'pdf'),
)
