import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { timelinePage } from '#app/features/accompaniments/timeline-page.query.server.ts'
import { AddNoteForm, EditNoteForm } from '#app/features/accompaniments/ui/note-forms.tsx'
import { TimelineKinds } from '#app/features/accompaniments/ui/timeline-kinds.tsx'
import { CaseTimeline } from '#app/features/accompaniments/ui/timeline-tab.tsx'
import { updateNote } from '#app/features/accompaniments/update-note.command.server.ts'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(timelinePage, {
  words: ['cases', 'events'],
  drafts: draftsHere,
  title: (t, { number }) => `${number} · ${t('cases:case.tabs.timeline')}`,
})
export const meta = titled

const backToCase = (toast: string) => ({
  done: (_value: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}`,
    toast: { key: toast },
  }),
})
export const action = act({
  'add-note': on(addNote, backToCase('noteAdded')),
  'update-note': on(updateNote, backToCase('saved')),
})

export default function CaseTimelinePage() {
  const { t } = useTranslation('cases')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      {page.editing ? (
        <EditNoteForm formKey={formKey} note={page.editing} key={page.editing.id} />
      ) : (
        <AddNoteForm formKey={formKey} />
      )}
      <TimelineKinds kind={page.kind} />
      {page.entries.length === 0 ? <p className="text-ink-2">{t('timeline.noneOfKind')}</p> : null}
      <CaseTimeline entries={page.entries} today={page.today} />
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {page.isWhole ? null : <Link to="historique">{t('timeline.more')}</Link>}
        <Link to="rappels">{t('timeline.reminders')}</Link>
      </p>
    </>
  )
}
