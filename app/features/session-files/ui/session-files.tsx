import { Link } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ChooseFile } from '#app/features/files/ui/choose-file.tsx'
import { FileLink } from '#app/features/files/ui/file-list.tsx'
import { useSessionAddress } from '#app/features/sessions/ui/use-session-address.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay, formatInstant, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { SessionFile } from '../session-file.ts'

type SessionFilesProps = {
  page: { session: { heldOn: Day | null }; files: readonly SessionFile[]; mayWrite: boolean }
  formKey: string
  locale: Locale
}

/** The documents and photos of a session, and the form that adds one. */
export function SessionFiles({ page, formKey, locale }: SessionFilesProps) {
  const { t } = useTranslation(['sessionFiles', 'files'])
  const { files, mayWrite } = page
  const { address, level } = useSessionAddress()
  const Heading = level === 1 ? 'h1' : 'h2'
  const day = page.session.heldOn && formatDay(page.session.heldOn, locale)
  return (
    <>
      <Link to={address} className="-ml-1 inline-flex min-h-11 items-center gap-1">
        <Icon of={ChevronLeft} />
        {t('sessionFiles:back')}
      </Link>
      <Heading className="mb-4">{day ? t('sessionFiles:titleOn', { day }) : t('sessionFiles:title')}</Heading>
      {files.length === 0 ? <p className="text-ink-2">{t('sessionFiles:none')}</p> : null}
      <ul className="divide-y divide-line">
        {files.map(file => (
          <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 py-3">
            <div className="min-w-0 flex-1 basis-64">
              {file.caption ? <p className="wrap-anywhere">{file.caption}</p> : null}
              <FileLink file={file} href={`${address}/pieces/${file.id}`} />
              <p className="text-ink-2">
                {t('files:added', { by: file.addedBy, at: formatInstant(new Date(file.addedAt), locale) })}
              </p>
            </div>
            {mayWrite ? (
              <CommandForm name="remove" formKey={`${formKey}.${file.id}`}>
                <Hidden name="fileId" value={file.id} />
                <Button variant="quiet">
                  {t('files:remove')}
                  <span className="sr-only"> {file.name}</span>
                </Button>
              </CommandForm>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? <AddForm formKey={formKey} /> : null}
    </>
  )
}

function AddForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation(['sessionFiles', 'files'])
  const form = useForm('add')
  const file = form.field('file')
  const label = t('sessionFiles:file')
  return (
    <CommandForm
      name="add"
      formKey={formKey}
      key={form.generation}
      encType="multipart/form-data"
      className="mt-5 max-w-2xl space-y-4"
    >
      <FormTroubles
        form={form}
        fields={[
          { name: 'file', label },
          { name: 'caption', label: t('sessionFiles:caption') },
        ]}
      />
      <ChooseFile name={file.name} errors={file.errors} label={label} hint={t('sessionFiles:fileHint')} />
      <TextField
        {...form.field('caption')}
        label={t('sessionFiles:caption')}
        hint={t('sessionFiles:captionHint')}
        maxLength={200}
      />
      <Button>{t('files:add')}</Button>
    </CommandForm>
  )
}
