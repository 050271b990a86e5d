import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import { parts, type ReviewState } from '../expert-review.ts'

const tones: Record<ReviewState, Tone> = {
  draft: 'neutral',
  waiting: 'now',
  read: 'now',
  answered: 'done',
  closed: 'late',
  revoked: 'stop',
}

/** Where a request stands, in a word. */
export function ReviewTag({ state }: { state: ReviewState }) {
  const { t } = useTranslation('expertReviews')
  return <StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag>
}

type Shown = { id: string; centre: string; dueOn: string; state: ReviewState }

/** The second readings of a case, the latest first. */
export function ReviewsList({ reviews, base }: { reviews: readonly Shown[]; base: string }) {
  const { t } = useTranslation('expertReviews')
  const dayWords = useDayWords()
  if (reviews.length === 0) return <p className="text-ink-2">{t('none')}</p>
  return (
    <ul className="divide-y divide-line">
      {reviews.map(({ id, centre, dueOn, state }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <Link to={`${base}/${id}`} className="inline-flex min-h-11 items-center font-semibold">
            {centre}
          </Link>
          <span className="text-ink-2">{t('until', { on: dayWords(dueOn) })}</span>
          <ReviewTag state={state} />
        </li>
      ))}
    </ul>
  )
}

/** Whom to ask, what, until when, and what may be shared. */
export function PrepareForm({ formKey, usualDue }: { formKey: string; usualDue: string }) {
  const { t } = useTranslation('expertReviews')
  const form = useForm('prepare')
  const sectors: Record<string, string> = t('sectors', { returnObjects: true })
  const labels = t('fields', { returnObjects: true })
  return (
    <CommandForm name="prepare" formKey={formKey} key={form.generation} className="max-w-2xl space-y-5">
      <FormTroubles
        form={form}
        fields={Object.entries(labels).map(([name, label]) => ({
          name,
          label,
          ...(name === 'sector' && { words: sectors }),
        }))}
      />
      <FieldRow>
        <Select
          {...form.field('sector')}
          label={labels.sector}
          placeholder={t('chooseSector')}
          options={Object.entries(sectors).map(([value, label]) => ({ value, label }))}
          required
        />
        <TextField {...form.field('centre')} label={labels.centre} hint={t('centreHint')} autoComplete="off" required />
      </FieldRow>
      <FieldRow>
        <TextField {...form.field('personName')} label={labels.personName} autoComplete="off" required />
        <TextField {...form.field('email')} label={labels.email} type="email" autoComplete="off" required />
      </FieldRow>
      <TextArea {...form.field('question')} label={labels.question} hint={t('questionHint')} rows={4} required />
      <DateField {...form.field('dueOn', usualDue)} label={labels.dueOn} hint={t('dueHint')} required />
      <ChosenParts form={form} label={labels.parts} />
      <Button variant="primary">{t('prepare')}</Button>
    </CommandForm>
  )
}

function ChosenParts({ form, label }: { form: ReturnType<typeof useForm>; label: string }) {
  const { t } = useTranslation('expertReviews')
  const { errors } = form.field('parts')
  // A form that comes back names each box that was ticked, under its name or its rank.
  const ticked = Object.entries(form.typed ?? {}).flatMap(([name, value]) =>
    /^parts(?:\[\d+\])?$/.test(name) ? value.split(/[,\n]/) : [],
  )
  return (
    <ChoiceGroup
      name="parts"
      label={label}
      hint={t('partsHint')}
      {...(errors && { errors })}
      multiple
      required
      defaultValue={form.typed ? ticked : ['situation', 'findings', 'needs']}
      options={parts.map(value => ({ value, label: t(`parts.${value}`) }))}
    />
  )
}
