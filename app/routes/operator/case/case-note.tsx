import { useLoaderData } from '@remix-run/react'
import { notePage } from '#app/features/accompaniments/note-page.query.server.ts'
import { setNoteAudience } from '#app/features/accompaniments/set-note-audience.command.server.ts'
import { NoteSharing } from '#app/features/accompaniments/ui/note-sharing.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(notePage, {
  words: ['cases'],
  title: (t, { number, note }) =>
    `${number} · ${t(note.audience === 'shared' ? 'cases:notes.sharedTitle' : 'cases:notes.shareTitle')}`,
})
export const meta = titled
export const action = act({
  'note-audience': on(setNoteAudience, {
    done: ({ number, audience }, { params }) => ({
      to: `/o/${params.operator}/accompagnements/${number}`,
      toast: { key: audience === 'shared' ? 'noteShared' : 'noteInternal' },
    }),
  }),
})

/** Who reads a note, before it is shared or kept for the team again. */
export default function CaseNote() {
  const { page, formKey } = useLoaderData<typeof loader>()
  return <NoteSharing page={page} formKey={formKey} />
}
