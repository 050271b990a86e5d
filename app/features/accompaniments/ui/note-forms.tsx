import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Hidden, TextArea } from '#app/ui/field.tsx'

export function AddNoteForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('cases')
  const { hash, key } = useLocation()
  // The palette leads here to write at once: a link to a field scrolls to it, and does not take the keyboard there.
  useEffect(() => {
    if (hash === '#f-body' && key) document.getElementById('f-body')?.focus()
  }, [hash, key])
  const form = useForm('add-note')
  return (
    <CommandForm name="add-note" formKey={formKey} draft={form.draft} key={form.generation} className="mb-4 space-y-3">
      <FormTroubles form={form} fields={[{ name: 'body', label: t('timeline.noteField') }]} />
      <TextArea
        {...form.field('body')}
        label={t('timeline.noteField')}
        hint={t('timeline.noteHint')}
        rows={2}
        accessKey="n"
      />
      <Button>{t('timeline.noteSubmit')}</Button>
    </CommandForm>
  )
}

export type EditedNote = { id: string; version: number; body: string; audience: 'internal' | 'shared' }

export function EditNoteForm({ formKey, note }: { formKey: string; note: EditedNote }) {
  const { t } = useTranslation(['cases', 'common'])
  const form = useForm('update-note')
  return (
    <Card title={t('cases:timeline.noteEditTitle')} className="mb-6">
      <CommandForm name="update-note" formKey={formKey} draft={form.draft} key={form.generation} className="space-y-3">
        <FormTroubles form={form} fields={[{ name: 'body', label: t('cases:timeline.noteText') }]} />
        <Hidden name="noteId" value={note.id} />
        <Hidden name="version" value={form.version(note.version)} />
        <TextArea
          {...form.field('body', note.body)}
          label={t('cases:timeline.noteText')}
          hint={note.audience === 'shared' ? t('cases:timeline.noteSharedHint') : t('cases:timeline.noteHint')}
          rows={4}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t('common:save')}</Button>
          <LinkButton to="." variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Card>
  )
}
