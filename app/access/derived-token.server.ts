import { createHmac } from 'node:crypto'
import { appSecret, publicUrl } from '#app/env.server.ts'

/**
 * The secret of a link that a page must be able to show again, drawn from the installation's own and the link's id: the
 * database holds its hash alone, as for every link.
 */
export const derivedToken = (linkId: string): string =>
  createHmac('sha256', appSecret()).update(`link:${linkId}`).digest('base64url')

export const derivedAddress = (linkId: string): string => `${publicUrl()}/r/${derivedToken(linkId)}`
