import { funderLogoShown } from '#app/features/agreements/funder-logo-shown.query.server.ts'
import { drawnFile } from '#app/features/files/drawn-file.server.ts'
import { picture } from '#app/http/picture.server.ts'

export const loader = picture(funderLogoShown, drawnFile)
