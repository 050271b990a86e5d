import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { FileField, Hidden, Select } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { fileSubjects, type ShownFile } from '../file-about.ts'
import { acceptedEndings, largestFile } from '../file-kinds.ts'
import { useAboutWords } from './about-words.ts'
import { FileLink } from './file-list.tsx'

export type CaseFilesProps = {
  formKey: string
  base: string
  files: readonly ShownFile[]
  /** What the page was opened to attach a file to. */
  about: string | null
}

/** The files of a case, and the form that adds one. */
export function CaseFiles({ formKey, base, files, about }: CaseFilesProps) {
  const { t } = useTranslation('files')
  return (
    <Section title={t('title')} id="fichiers">
      {files.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="divide-y divide-line">
        {files.map(file => (
          <FileLine key={file.id} file={file} base={base} formKey={formKey} />
        ))}
      </ul>
      <AddFileForm formKey={formKey} about={about} />
    </Section>
  )
}

function FileLine({ file, base, formKey }: { file: ShownFile; base: string; formKey: string }) {
  const { t } = useTranslation('files')
  const locale = useLocale()
  const aboutWords = useAboutWords()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <FileLink file={file} base={base} />
        <p className="text-ink-2">
          {[aboutWords(file.about), t('added', { by: file.addedBy, at: formatInstant(new Date(file.addedAt), locale) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <CommandForm name="remove-file" formKey={`${formKey}.${file.id}`}>
        <Hidden name="fileId" value={file.id} />
        <Button variant="quiet">
          {t('remove')}
          <span className="sr-only"> {file.name}</span>
        </Button>
      </CommandForm>
    </li>
  )
}

function AddFileForm({ formKey, about }: Pick<CaseFilesProps, 'formKey' | 'about'>) {
  const { t } = useTranslation('files')
  const form = useForm('add-file')
  const aboutWords = useAboutWords()
  const file = form.field('file')
  // Past what a form may weigh the server hears nothing of it, so the page says it first.
  const [isTooLarge, setTooLarge] = useState(false)
  const errors = isTooLarge ? [t('tooLarge')] : file.errors
  return (
    <CommandForm
      name="add-file"
      formKey={formKey}
      key={form.generation}
      encType="multipart/form-data"
      className="mt-5 max-w-2xl space-y-4"
    >
      <FormTroubles
        form={form}
        fields={[
          { name: 'file', label: t('file') },
          { name: 'about', label: t('about') },
        ]}
      />
      <FileField
        name={file.name}
        {...(errors && { errors })}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0]
          setTooLarge(chosen !== undefined && chosen.size > largestFile)
          if (chosen && chosen.size > largestFile) currentTarget.value = ''
        }}
        label={t('file')}
        hint={t('fileHint')}
        accept={acceptedEndings}
      />
      <Select
        {...form.field('about', about)}
        label={t('about')}
        placeholder={t('wholeCase')}
        options={fileSubjects.map(value => ({ value, label: aboutWords(value) }))}
      />
      <Button>{t('add')}</Button>
    </CommandForm>
  )
}
