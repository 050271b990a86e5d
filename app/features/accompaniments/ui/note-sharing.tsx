import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export type NoteSharingProps = {
  page: {
    base: string
    mayShare: boolean
    readers: { organisation: string | null; consultants: string[] }
    note: { id: string; version: number; body: string; audience: 'internal' | 'shared'; sharedAt: string | null }
  }
  formKey: string
}

/** A note before it leaves the team, or comes back to it: who will read it, or may have. */
export function NoteSharing({ page, formKey }: NoteSharingProps) {
  const { t } = useTranslation(['cases', 'common'])
  const locale = useLocale()
  const form = useForm('note-audience')
  const { note, readers, base, mayShare } = page
  const isShared = note.audience === 'shared'
  const since = note.sharedAt ? formatInstant(new Date(note.sharedAt), locale) : ''
  return (
    <Card title={t(isShared ? 'cases:notes.sharedTitle' : 'cases:notes.shareTitle')}>
      <FormTroubles form={form} fields={[{ name: 'body', label: t('cases:timeline.noteText') }]} />
      <p className="mb-3">
        <StatusTag tone={isShared ? 'now' : 'neutral'}>
          {t(isShared ? 'cases:timeline.noteShared' : 'cases:timeline.note')}
        </StatusTag>
      </p>
      <blockquote className="mb-5 border-l-2 border-line pl-4 whitespace-pre-wrap">{note.body}</blockquote>
      {mayShare || isShared ? (
        <>
          <p>{isShared ? t('cases:notes.mayHaveRead', { since }) : t('cases:notes.willRead')}</p>
          <ul className="mb-5 list-disc pl-5">
            {readers.organisation ? <li>{t('cases:notes.organisation', { name: readers.organisation })}</li> : null}
            {readers.consultants.map(name => (
              <li key={name}>{t('cases:notes.consultant', { name })}</li>
            ))}
          </ul>
          <p className="mb-5 text-ink-2">{t('cases:notes.never')}</p>
          <CommandForm name="note-audience" formKey={formKey} key={form.generation}>
            <Hidden name="version" value={note.version} />
            <Hidden name="audience" value={isShared ? 'internal' : 'shared'} />
            <div className="flex flex-wrap gap-3">
              <Button variant="primary">{t(isShared ? 'cases:notes.keep' : 'cases:notes.share')}</Button>
              <LinkButton to={base} variant="quiet">
                {t('common:cancel')}
              </LinkButton>
            </div>
          </CommandForm>
        </>
      ) : (
        <>
          <Notice>{t('cases:notes.notShareable')}</Notice>
          <p className="mt-4">
            <LinkButton to={base}>{t('cases:notes.back')}</LinkButton>
          </p>
        </>
      )}
    </Card>
  )
}
