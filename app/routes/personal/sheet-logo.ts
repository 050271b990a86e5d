import { sheetLogoByLink } from '#app/features/attendance-sheets/sheet-logo-by-link.query.server.ts'
import { drawnFile } from '#app/features/files/drawn-file.server.ts'
import { picture } from '#app/http/picture.server.ts'

export const loader = picture(sheetLogoByLink, drawnFile)
