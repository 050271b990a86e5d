import { redirect } from '@remix-run/node'
import { discardDraft } from '#app/features/drafts/discard-draft.command.server.ts'
import { saveDraft } from '#app/features/drafts/save-draft.command.server.ts'
import { act } from '#app/http/guard.server.ts'
import { told } from '#app/http/told.server.ts'

/** Where pages keep what is being typed; consultants’ pages too. */
export const action = act({
  'save-draft': told(saveDraft, kept => Response.json(kept)),
  'discard-draft': told(discardDraft, ({ place }) => redirect(place)),
})
