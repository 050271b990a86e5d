import { termsFile } from '#app/features/consultations/consultation-documents.server.ts'
import { takeTerms } from '#app/features/consultations/take-terms.command.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeTerms, termsFile)
