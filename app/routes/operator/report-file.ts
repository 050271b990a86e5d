import { downloadEdition } from '#app/features/reports/download-edition.command.server.ts'
import { reportFile } from '#app/features/reports/report-file.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(downloadEdition, ({ content, format }) => reportFile(content, format))
