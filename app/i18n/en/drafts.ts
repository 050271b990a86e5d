import type { drafts as fr } from '../fr/drafts.ts'
import type { Words } from '../words.ts'

export const drafts: Words<typeof fr> = {
  kept: 'Draft saved at {{at}}',
  failed: 'The draft is not saved: the connection is missing. Keep this page open, it is trying again.',
  found: 'Your draft of {{at}} is back',
  foundHelp: 'You alone see it. It does not count until you save the form.',
  discard: 'Throw this draft away',
  openTwice: 'This form is also open in another tab. Write in one of them only.',
  elsewhere: 'This draft is also being written elsewhere',
  elsewhereHelp: 'Another tab or another device has saved it. What you type here is no longer kept as a draft.',
  takeOver: 'Keep what I write here instead',
}
