import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'
import { Section } from '#app/ui/section.tsx'
import type { JuryGrid, JuryLine } from '../jury.ts'

/** What each juror gave, side by side, and the form of one of them; what they decide together is the step's own form. */
export function JurySection({ grid, formKey }: { grid: JuryGrid; formKey: string }) {
  const { t } = useTranslation('juries')
  const locale = useLocale()
  const { jurors, lines } = grid
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, locale, 1))
  const columns: Column<JuryLine>[] = [
    { key: 'criterion', header: t('criterion'), rowHeader: true, cell: ({ question }) => question.label[locale] },
    ...jurors.map(({ id, juror }, at) => ({
      key: id,
      header: juror,
      numeric: true,
      cell: ({ scores }: JuryLine) => number(scores[at] ?? null),
    })),
    { key: 'mean', header: t('mean'), numeric: true, cell: ({ mean }) => <strong>{number(mean)}</strong> },
    { key: 'spread', header: t('spread'), numeric: true, cell: ({ spread }) => number(spread) },
  ]
  return (
    <Section title={t('title')} note={t('help')} id="jury">
      {jurors.length > 0 ? (
        <DataTable caption={t('title')} hideCaption columns={columns} rows={lines} rowKey={row => row.question.code} />
      ) : (
        <p className="text-ink-2">{t('none')}</p>
      )}
      {jurors.map(({ id, juror, comment }) =>
        comment ? (
          <p key={id} className="mt-3 whitespace-pre-line">
            <strong>{juror}</strong> · {comment}
          </p>
        ) : null,
      )}
      <ScoreForm grid={grid} formKey={formKey} />
    </Section>
  )
}

function ScoreForm({ grid: { questions, jurors }, formKey }: { grid: JuryGrid; formKey: string }) {
  const { t } = useTranslation(['juries', 'steps'])
  const locale = useLocale()
  const form = useForm('score')
  const mine = jurors.find(({ isMine }) => isMine)
  return (
    <div className="mt-4">
      <Disclosure label={t(mine ? 'juries:again' : 'juries:give')} open={form.reply !== null}>
        <CommandForm name="score" formKey={formKey} key={form.generation} className="mt-3 max-w-2xl space-y-6">
          <FormTroubles
            form={form}
            fields={[
              ...questions.map(({ code, label }) => ({ name: `scores.${code}`, label: label[locale] })),
              { name: 'juror', label: t('juries:juror') },
              { name: 'comment', label: t('juries:comment') },
            ]}
          />
          {questions.map(({ code, label, scale }) => {
            const { defaultValue, ...field } = form.field(`scores.${code}`, mine?.scores[code])
            return (
              <ScaleField
                key={code}
                {...field}
                label={t('juries:scoreOf', { criterion: label[locale] })}
                max={scale?.max ?? 4}
                lowLabel={scale?.low[locale] ?? ''}
                highLabel={scale?.high[locale] ?? ''}
                unknownLabel={t('steps:dontKnow')}
                {...(defaultValue !== '' && { defaultValue: Number(defaultValue) })}
              />
            )
          })}
          <TextArea {...form.field('comment', mine?.comment)} label={t('juries:comment')} rows={3} />
          <TextField {...form.field('juror')} label={t('juries:juror')} hint={t('juries:jurorHint')} />
          <Button>{t('juries:save')}</Button>
        </CommandForm>
      </Disclosure>
    </div>
  )
}
