import type { sharedNotes as fr } from '../fr/shared-notes.ts'
import type { Words } from '../words.ts'

export const sharedNotes: Words<typeof fr> = {
  title: 'Notes shared with you',
  note: 'Written by the person who follows the accompaniment.',
}
