import { useTranslation } from 'react-i18next'
import type { Label } from '#app/features/programmes/questions.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Hidden, Select } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { fileSubjects, type ShownFile } from '../file-about.ts'
import { useAboutWords } from './about-words.ts'
import { ChooseFile } from './choose-file.tsx'
import { FileLink } from './file-list.tsx'

export type CaseFilesProps = {
  formKey: string
  base: string
  files: readonly ShownFile[]
  /** What the page was opened to attach a file to. */
  about: string | null
  /** The questions of the programme that files answer, by what such a file is about. */
  questions: Readonly<Record<string, Label>>
}

/** The files of a case, and the form that adds one. */
export function CaseFiles({ formKey, base, files, about, questions }: CaseFilesProps) {
  const { t } = useTranslation('files')
  return (
    <Section title={t('title')} id="fichiers">
      {files.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="divide-y divide-line">
        {files.map(file => (
          <FileLine key={file.id} file={file} base={base} formKey={formKey} questions={questions} />
        ))}
      </ul>
      <AddFileForm formKey={formKey} about={about} questions={questions} />
    </Section>
  )
}

type FileLineProps = { file: ShownFile; base: string; formKey: string; questions?: CaseFilesProps['questions'] }

/** A file, who added it, and the way to take it away. */
export function FileLine({ file, base, formKey, questions }: FileLineProps) {
  const { t } = useTranslation('files')
  const locale = useLocale()
  const aboutWords = useAboutWords(questions)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <FileLink file={file} href={`${base}/documents/${file.id}`} />
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

function AddFileForm({ formKey, about, questions }: Pick<CaseFilesProps, 'formKey' | 'about' | 'questions'>) {
  const { t } = useTranslation('files')
  const form = useForm('add-file')
  const aboutWords = useAboutWords(questions)
  const file = form.field('file')
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
      <ChooseFile name={file.name} errors={file.errors} label={t('file')} hint={t('fileHint')} />
      <Select
        {...form.field('about', about)}
        label={t('about')}
        placeholder={t('wholeCase')}
        options={[...fileSubjects, ...Object.keys(questions)].map(value => ({ value, label: aboutWords(value) }))}
      />
      <Button>{t('add')}</Button>
    </CommandForm>
  )
}
