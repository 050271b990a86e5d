import { minutesFile } from '#app/features/consultations/consultation-documents.server.ts'
import { takeMinutes } from '#app/features/consultations/take-minutes.command.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeMinutes, minutesFile)
