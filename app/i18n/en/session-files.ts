import type { sessionFiles as french } from '../fr/session-files.ts'
import type { Words } from '../words.ts'

export const sessionFiles: Words<typeof french> = {
  title: 'Files and photos',
  titleOn: 'Files and photos of the session of {{day}}',
  none: 'No file yet.',
  file: 'Photo or file to attach',
  fileHint:
    'JPEG, PNG or WebP photo, PDF, text or office document, 10 MB at most. The place where a photo was taken is removed from it.',
  caption: 'What it shows',
  captionHint: 'optional',
  back: 'The session',
}
