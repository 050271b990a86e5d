import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import type { Day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, TextArea, TextField } from '#app/ui/field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { type ComingReminder, changeFields, markOfChange } from '../coming-reminder.ts'
import { Told } from './coming-reminders.tsx'

type OfCase = ComingReminder & { usualDay: Day }
type OneProps = { reminder: OfCase; formKey: string; today: Day }

/** What the rules will send in a case: when, to whom, why, and what may be decided about each. */
export function CaseReminders({ coming, ...rest }: { coming: readonly OfCase[] } & Omit<OneProps, 'reminder'>) {
  const { t } = useTranslation('caseReminders')
  if (coming.length === 0) return <p className="text-ink-2">{t('coming.none')}</p>
  return (
    <ol className="divide-y divide-line border-y border-line">
      {coming.map(reminder => (
        <li key={reminder.key} className="py-4">
          <OneReminder reminder={reminder} {...rest} />
        </li>
      ))}
    </ol>
  )
}

function OneReminder({ reminder, formKey, today }: OneProps) {
  const { t } = useTranslation('caseReminders')
  const locale = useLocale()
  const { label, why, leavesOn, anchorOn, change, usualDay, waits } = reminder
  const isEarlier = change?.advancedTo !== undefined && change.advancedTo !== null && leavesOn < usualDay
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="text-base font-semibold">{label[locale]}</h3>
        <span>{t(waits ? 'coming.waits' : 'coming.on', { on: formatDay(leavesOn, locale) })}</span>
        {isEarlier ? (
          <StatusTag tone="now">{t('coming.earlier', { on: formatDay(usualDay, locale) })}</StatusTag>
        ) : null}
        {change?.addition ? <StatusTag tone="now">{t('coming.completed')}</StatusTag> : null}
      </div>
      <Told batch={[reminder]} />
      {why ? (
        <p className="mt-1 text-ink-2">
          {why[locale]} {t('coming.from', { on: formatDay(anchorOn, locale) })}
        </p>
      ) : null}
      {change ? <Decided change={change} /> : null}
      <div className="mt-1 flex flex-wrap gap-x-8">
        <Disclosure
          label={<Named action={t('change.open')} reminder={reminder} />}
          open={useAnswered('change', reminder)}
        >
          <ChangeForm reminder={reminder} formKey={formKey} today={today} />
        </Disclosure>
        <Disclosure label={<Named action={t('skip.open')} reminder={reminder} />} open={useAnswered('skip', reminder)}>
          <SkipForm reminder={reminder} formKey={formKey} />
        </Disclosure>
        {change ? <RestoreForm id={change.id} formKey={formKey} about={label[locale]} /> : null}
      </div>
    </>
  )
}

function Decided({ change: { addition, reason } }: { change: NonNullable<OfCase['change']> }) {
  const { t } = useTranslation('caseReminders')
  return (
    <div className="mt-2 border-l-2 border-line pl-4">
      {addition ? <p className="max-w-prose whitespace-pre-line">{t('coming.addition', { addition })}</p> : null}
      {reason ? <p className="text-ink-2">{t('coming.reason', { reason })}</p> : null}
    </div>
  )
}

/** Whoever hears the page knows which reminder a button is about. */
function Named({ action, reminder: { label } }: { action: string; reminder: OfCase }) {
  const locale = useLocale()
  return (
    <>
      {action}
      <span className="sr-only">: {label[locale]}</span>
    </>
  )
}

const formName = (verb: string, { rule, subjectId, occurrence, anchorOn }: OfCase) =>
  `${verb}.${rule}-${subjectId}-${occurrence}-${anchorOn}`

function useAnswered(verb: string, reminder: OfCase): boolean {
  return useForm(formName(verb, reminder)).reply !== null
}

function Which({ reminder: { rule, subjectId, occurrence, anchorOn } }: { reminder: OfCase }) {
  return (
    <>
      <Hidden name="rule" value={rule} />
      <Hidden name="subjectId" value={subjectId} />
      <Hidden name="occurrence" value={occurrence} />
      <Hidden name="anchorOn" value={anchorOn} />
    </>
  )
}

function ChangeForm({ reminder, formKey, today }: OneProps) {
  const { t } = useTranslation('caseReminders')
  const locale = useLocale()
  const { channel, waits, change, usualDay } = reminder
  const name = formName('change', reminder)
  const form = useForm(name)
  const stored = { ...changeFields(reminder), reason: '' }
  const field = (of: keyof typeof stored) => ({
    ...form.field(of, stored[of]),
    id: `${name}-${of}`,
    label: t(`change.${of}`),
  })
  const isLetter = channel === 'mail'
  const fields = [
    ...(waits ? [] : (['leavesOn'] as const)),
    ...(isLetter ? (['addition'] as const) : []),
    'reason' as const,
  ]
  return (
    <CommandForm name={name} formKey={formKey} key={form.generation} className="mb-4 max-w-2xl space-y-4">
      <FormTroubles form={form} fields={fields.map(of => ({ name: of, label: field(of).label, id: field(of).id }))} />
      <Which reminder={reminder} />
      <Hidden name="mark" value={form.version(markOfChange(change))} />
      {waits ? null : (
        <DateField
          {...field('leavesOn')}
          hint={t('change.leavesOnHint', { on: formatDay(usualDay, locale) })}
          min={today}
          max={usualDay}
        />
      )}
      {isLetter ? <TextArea {...field('addition')} hint={t('change.additionHint')} rows={4} /> : null}
      <TextField {...field('reason')} hint={t('reasonHint')} autoComplete="off" required />
      <Button variant="primary">{t('change.save')}</Button>
    </CommandForm>
  )
}

function SkipForm({ reminder, formKey }: Omit<OneProps, 'today'>) {
  const { t } = useTranslation('caseReminders')
  const name = formName('skip', reminder)
  const form = useForm(name)
  const id = `${name}-reason`
  return (
    <CommandForm name={name} formKey={formKey} key={form.generation} className="mb-4 max-w-2xl space-y-4">
      <FormTroubles form={form} fields={[{ name: 'reason', label: t('skip.reason'), id }]} />
      <Which reminder={reminder} />
      <TextField
        {...form.field('reason')}
        id={id}
        label={t('skip.reason')}
        hint={t('reasonHint')}
        autoComplete="off"
        required
      />
      <Button>{t('skip.save')}</Button>
    </CommandForm>
  )
}

/** What the rule says, again. */
export function RestoreForm({ id, formKey, about }: { id: string; formKey: string; about: string }) {
  const { t } = useTranslation('caseReminders')
  const name = `restore.${id}`
  const form = useForm(name)
  return (
    <CommandForm name={name} formKey={formKey}>
      <FormTroubles form={form} fields={[]} />
      <Hidden name="id" value={id} />
      <Button variant="quiet" aria-label={t('restoreNamed', { about })}>
        {t('restore')}
      </Button>
    </CommandForm>
  )
}
