import { homeLoader } from '#app/http/home-page.server.ts'

/** Sends each person to her own place. */
export const loader = homeLoader
