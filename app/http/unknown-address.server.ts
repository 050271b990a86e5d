import { publicPage } from './guard.server.ts'

/** The same answer for everybody, signed in or not: what is unknown and what is not theirs look alike. */
export const unknownAddress = publicPage('tells that the address is unknown', (): null => {
  throw new Response(null, { status: 404 })
})
