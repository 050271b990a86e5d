import { unknownAddress } from '#app/http/unknown-address.server.ts'

/** Any address that is no other: without it, a page that does not exist could not be made live in the browser. */
export const loader = unknownAddress

export default function Unknown() {
  return null
}
