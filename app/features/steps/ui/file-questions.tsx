import { useTranslation } from 'react-i18next'
import { questionSubject, type ShownFile } from '#app/features/files/file-about.ts'
import { FileLine } from '#app/features/files/ui/case-files.tsx'
import { ChooseFile } from '#app/features/files/ui/choose-file.tsx'
import type { Question } from '#app/features/programmes/questions.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { conditionWords } from './question-list.tsx'

type Asked = { question: Question; other: Question | null; files: readonly ShownFile[] }
export type FileQuestionsProps = { formKey: string; base: string; fileQuestions: readonly Asked[] }

/** The questions of a step that files answer: what was attached, and the form that attaches one more. */
export function FileQuestions({ formKey, base, fileQuestions }: FileQuestionsProps) {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  if (fileQuestions.length === 0) return null
  return (
    <Section title={t('files.title')} id="fichiers" note={t('files.note')}>
      <div className="space-y-8">
        {fileQuestions.map(asked => (
          <div key={asked.question.code}>
            <h3>{asked.question.label[locale]}</h3>
            {asked.files.length === 0 ? <p className="text-ink-2">{t('files.none')}</p> : null}
            <ul className="divide-y divide-line">
              {asked.files.map(file => (
                <FileLine key={file.id} file={file} base={base} formKey={formKey} />
              ))}
            </ul>
            <AttachForm formKey={formKey} asked={asked} />
          </div>
        ))}
      </div>
    </Section>
  )
}

function AttachForm({ formKey, asked: { question, other } }: { formKey: string; asked: Asked }) {
  const { t } = useTranslation(['steps', 'files'])
  const locale = useLocale()
  const name = `add-file.${question.code}`
  const form = useForm(name)
  const id = `f-answers-${question.code}`
  const label = question.label[locale]
  const words = conditionWords(question, other ? [other] : [], locale)
  const hints = [
    words && t('steps:condition', { question: words[0], answers: words[1] }),
    question.hint?.[locale],
    t('files:fileHint'),
  ]
  return (
    <CommandForm
      name={name}
      formKey={formKey}
      key={form.generation}
      encType="multipart/form-data"
      aria-label={label}
      className="mt-3 max-w-2xl space-y-4"
    >
      <FormTroubles form={form} fields={[{ name: 'file', label, id }]} />
      <Hidden name="about" value={questionSubject(question.code)} />
      <ChooseFile
        name="file"
        id={id}
        label={t('files:file')}
        hint={hints.filter(Boolean).join(' ')}
        errors={form.field('file').errors}
        {...(question.required && { mark: t('steps:required') })}
      />
      <Button aria-label={`${t('files:add')} : ${label}`}>{t('files:add')}</Button>
    </CommandForm>
  )
}
