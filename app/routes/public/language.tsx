import { languageAction } from '#app/features/sign-in/sign-in-pages.server.ts'
import { homeLoader } from '#app/http/home-page.server.ts'

export const loader = homeLoader
export const action = languageAction
