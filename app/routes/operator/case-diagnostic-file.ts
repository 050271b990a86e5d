import { diagnosticDocument } from '#app/features/diagnostics/diagnostic-document.server.ts'
import { takeDiagnostic } from '#app/features/diagnostics/take-diagnostic.command.server.ts'
import { documentFile } from '#app/features/documents/document-file.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeDiagnostic, ({ content, format, locale }) =>
  documentFile(diagnosticDocument(content, locale), format),
)
