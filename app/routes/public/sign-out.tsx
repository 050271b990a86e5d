import { signOutAction } from '#app/features/sign-in/sign-in-pages.server.ts'
import { homeLoader } from '#app/http/home-page.server.ts'

/** A POST, so that no link and no prefetch signs anybody out; opened by hand, it only leads home. */
export const loader = homeLoader
export const action = signOutAction
