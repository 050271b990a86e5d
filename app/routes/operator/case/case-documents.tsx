import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { documentsPage } from '#app/features/accompaniments/documents-page.query.server.ts'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { addFile } from '#app/features/files/add-file.command.server.ts'
import { fileRoom } from '#app/features/files/file-room.query.server.ts'
import { keepFile } from '#app/features/files/file-store.server.ts'
import { removeFile } from '#app/features/files/remove-file.command.server.ts'
import { CaseFiles } from '#app/features/files/ui/case-files.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { receive } from '#app/http/receive.server.ts'
import { Section } from '#app/ui/section.tsx'

export const loader = page(documentsPage, {
  words: ['cases', 'choices', 'files'],
  title: (t, { number }) => `${number} · ${t('cases:case.tabs.documents')}`,
})
export const meta = titled

const here = (toast: string) => ({
  done: ({ name }: { name: string }, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/documents`,
    toast: { key: toast, params: { name } },
  }),
})
export const action = act({
  'add-file': receive(addFile, { room: fileRoom, field: 'file', take: keepFile, ...here('fileAdded') }),
  'remove-file': on(removeFile, here('fileRemoved')),
})

export default function CaseDocuments() {
  const { t } = useTranslation('cases')
  const { page, formKey } = useLoaderData<typeof loader>()
  const dayWords = useDayWords()
  return (
    <>
      {page.documents.length > 0 ? (
        <Section title={t('documents.title')}>
          <ul className="divide-y divide-line">
            {page.documents.map(({ kind, tab, on, seen }) => (
              <li key={kind} className="space-y-1 py-3">
                <p>
                  <Link to={`${page.base}/${tab}`} className="inline-block py-0.5 font-semibold">
                    {t(`documents.${kind}`)}
                  </Link>{' '}
                  <span className="text-ink-2">
                    {on === null
                      ? t('documents.written')
                      : t(kind === 'diagnostic' ? 'documents.validatedOn' : 'documents.heldOn', { on: dayWords(on) })}
                  </span>
                </p>
                {seen ? (
                  <p className="whitespace-pre-wrap">
                    <span className="text-ink-2">{t('documents.seen')} : </span>
                    {seen}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <CaseFiles formKey={formKey} base={page.base} files={page.files} about={page.about} questions={page.questions} />
    </>
  )
}
