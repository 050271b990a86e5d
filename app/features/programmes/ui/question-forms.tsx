import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { markOf, questionFields, questionsOf } from '../editing.ts'
import type { ProgrammeDefinition } from '../programme-definition.ts'
import { questionKinds } from '../question-kinds.ts'
import type { Question } from '../questions.ts'

export type QuestionFormsProps = {
  definition: ProgrammeDefinition
  /** How many cases have an answer, by question. */
  uses: Readonly<Record<string, number>>
  formKey: string
}

/** Every question of a programme, to be changed or taken away, and a new one. */
export function QuestionForms(props: QuestionFormsProps) {
  const { t } = useTranslation('programmes')
  const locale = useLocale()
  const { definition, uses } = props
  return (
    <Section title={t('questions')} id="questions" note={t('questionsHelp')}>
      {definition.steps.map(({ code, label, questions = [] }) => (
        <div key={code} className="mb-6">
          <h3 className="mb-1">{label[locale]}</h3>
          {questions.length === 0 ? <p className="text-ink-2">{t('noQuestion')}</p> : null}
          {questions.map(question => (
            <Disclosure
              key={question.code}
              label={`${question.label[locale]} (${t('uses', { count: uses[question.code] ?? 0 })})`}
            >
              <div className="mb-6 space-y-4 border-l-2 border-line pl-4">
                <QuestionForm {...props} step={code} question={question} />
                <RemoveForm {...props} question={question} />
              </div>
            </Disclosure>
          ))}
        </div>
      ))}
      <h3 className="mb-3">{t('addQuestion')}</h3>
      <QuestionForm {...props} step={null} question={null} />
    </Section>
  )
}

function RemoveForm({ formKey, question }: QuestionFormsProps & { question: Question }) {
  const { t } = useTranslation('programmes')
  const locale = useLocale()
  const form = useForm(`remove.${question.code}`)
  return (
    <CommandForm name={`remove.${question.code}`} formKey={formKey} key={form.generation}>
      <FormTroubles form={form} fields={[]} />
      <Hidden name="mark" value={form.version(markOf(question))} />
      <Hidden name="question" value={question.code} />
      <Button variant="danger" aria-label={`${t('removeQuestion')} : ${question.label[locale]}`}>
        {t('removeQuestion')}
      </Button>
    </CommandForm>
  )
}

type OneProps = QuestionFormsProps & { step: string | null; question: Question | null }

function QuestionForm({ definition, formKey, step, question }: OneProps) {
  const { t } = useTranslation('programmes')
  const locale = useLocale()
  const name = `question.${question?.code ?? 'new'}`
  const form = useForm(name)
  const id = (field: string) => `f-${question?.code ?? 'new'}-${field}`
  const earlier = questionsOf(definition).find(({ code }) => code === question?.replaces?.question) ?? null
  const stored: Record<string, string> = question ? questionFields(question, earlier) : {}
  const isGone = Boolean(stored.replaces) && earlier === null
  const field = (key: string, first = '') => ({
    ...form.field(key, stored[key] ?? first),
    id: id(key.replace('.', '-')),
  })
  const kinds: Record<string, string> = t('kinds', { returnObjects: true })
  const labels = useQuestionLabels()
  const conditions = questionsOf(definition).filter(other => other.options && other.code !== question?.code)
  const box = (key: 'required' | 'tracked' | 'confidential') => (
    <CheckboxField
      name={key}
      id={id(key)}
      label={labels[key]}
      defaultChecked={form.reply ? form.reply.values[key] !== undefined : question?.[key] === true}
    />
  )
  return (
    <CommandForm
      name={name}
      formKey={formKey}
      key={form.generation}
      aria-label={question?.label[locale] ?? t('addQuestion')}
      className="max-w-3xl space-y-5"
    >
      <FormTroubles
        form={form}
        fields={Object.entries(labels).map(([key, label]) => ({ name: key, label, id: id(key.replace('.', '-')) }))}
      />
      {question ? <Hidden name="mark" value={form.version(markOf(question))} /> : null}
      {question ? <Hidden name="question" value={question.code} /> : null}
      {step ? (
        <Hidden name="step" value={step} />
      ) : (
        <Select
          {...field('step', definition.steps[0]?.code)}
          label={labels.step}
          options={definition.steps.map(({ code, label }) => ({ value: code, label: label[locale] }))}
        />
      )}
      <FieldRow>
        <TextField {...field('words.fr')} label={labels['words.fr']} />
        <TextField {...field('words.en')} label={labels['words.en']} />
      </FieldRow>
      <TextField {...field('hint')} label={labels.hint} />
      <Select
        {...field('kind', 'line')}
        label={labels.kind}
        options={questionKinds.map(kind => ({ value: kind, label: kinds[kind] ?? kind }))}
      />
      <TextArea {...field('options')} label={labels.options} hint={t('optionsHint')} rows={3} />
      <FieldRow>
        <TextField {...field('low')} label={labels.low} />
        <TextField {...field('high')} label={labels.high} />
      </FieldRow>
      <Select
        {...field('when')}
        label={labels.when}
        placeholder={t('always')}
        options={conditions.map(other => ({
          label: other.label[locale],
          options: (other.options ?? []).map(option => ({
            value: `${other.code}=${option.code}`,
            label: `${other.label[locale]} : ${option.label[locale]}`,
          })),
        }))}
      />
      <Disclosure label={t('replacing')} open={stored.replaces !== '' && stored.replaces !== undefined}>
        <p className="mb-4 text-ink-2">{t('replacingHelp')}</p>
        <div className="space-y-5">
          <Select
            {...field('replaces')}
            label={labels.replaces}
            placeholder={t('replacesNothing')}
            options={[
              ...questionsOf(definition)
                .filter(other => other.tracked && other.code !== question?.code)
                .map(other => ({ value: other.code, label: other.label[locale] })),
              ...(isGone ? [{ value: stored.replaces ?? '', label: t('replacesGone') }] : []),
            ]}
          />
          <CheckboxField
            name="replacesSame"
            id={id('replacesSame')}
            label={labels.replacesSame}
            defaultChecked={
              form.reply ? form.reply.values.replacesSame !== undefined : question?.replaces?.same === true
            }
          />
          <TextArea {...field('replacesAnswers')} label={labels.replacesAnswers} hint={t('replacesHint')} rows={3} />
        </div>
      </Disclosure>
      {box('required')}
      {box('tracked')}
      {box('confidential')}
      <Button>{question ? t('saveQuestion') : t('addQuestion')}</Button>
    </CommandForm>
  )
}

function useQuestionLabels() {
  const { t } = useTranslation('programmes')
  return {
    step: t('fields.step'),
    'words.fr': t('fields.wordsFr'),
    'words.en': t('fields.wordsEn'),
    hint: t('fields.hint'),
    kind: t('fields.kind'),
    options: t('fields.options'),
    low: t('fields.low'),
    high: t('fields.high'),
    when: t('fields.when'),
    replaces: t('fields.replaces'),
    replacesSame: t('fields.replacesSame'),
    replacesAnswers: t('fields.replacesAnswers'),
    required: t('fields.required'),
    tracked: t('fields.tracked'),
    confidential: t('fields.confidential'),
  }
}
