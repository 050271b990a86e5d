import { stopDigestByLink } from '#app/features/digests/stop-digest.command.server.ts'
import { oneClick, toLinkPage } from '#app/http/one-click.server.ts'

export const loader = toLinkPage
export const action = oneClick(stopDigestByLink)
