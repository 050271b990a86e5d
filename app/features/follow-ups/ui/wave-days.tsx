import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import type { Day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Wave } from '../waves.ts'

type SupposedProps = { supposed: { on: Day; waves: { wave: Wave; plannedOn: Day }[] }; isHeld: boolean }

/** The days that the waves would have: of the day that somebody supposes, until the restitution is held. */
export function SupposedWaves({ supposed, isHeld }: SupposedProps) {
  const { t } = useTranslation('followUps')
  return (
    <div className="space-y-4">
      {isHeld ? null : (
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <DateField name="restitution" defaultValue={supposed.on} label={t('days.supposed')} />
          <Button>{t('days.suppose')}</Button>
        </Form>
      )}
      <p className="text-ink-2">{t(isHeld ? 'days.whenFiled' : 'days.counted')}</p>
      <Days label={t('days.list')} waves={supposed.waves.map(({ wave, plannedOn }) => ({ wave, on: plannedOn }))} />
    </div>
  )
}

export type SuspensionShown = { since: Day; resumesOn: Day | null; waves: { wave: Wave; to: Day }[] }

/** A case that was put aside: its waves wait, and go as far as it waits. */
export function PausedWaves({ suspension: { since, resumesOn, waves } }: { suspension: SuspensionShown }) {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  return (
    <Notice>
      <p>{t('days.paused', { since: formatDay(since, locale, 'long') })}</p>
      {resumesOn && waves.length > 0 ? (
        <>
          <p className="mt-2">{t('days.ifResumed', { day: formatDay(resumesOn, locale, 'long') })}</p>
          <Days label={t('days.list')} waves={waves.map(({ wave, to }) => ({ wave, on: to }))} />
        </>
      ) : null}
    </Notice>
  )
}

type RestitutionDayProps = { restitutionOn: Day; today: string; formKey: string }

/** The day that everything counts from, and its correction. */
export function RestitutionDay({ restitutionOn, today, formKey }: RestitutionDayProps) {
  const { t } = useTranslation(['followUps', 'fields'])
  const form = useForm('correct-restitution')
  const locale = useLocale()
  const id = 'f-correct-reason'
  return (
    <div className="mb-5">
      <p>{t('followUps:days.countedFrom', { day: formatDay(restitutionOn, locale, 'long') })}</p>
      <Disclosure label={t('followUps:days.correct')} open={form.reply !== null && form.reply !== undefined}>
        <p className="mb-4 text-ink-2">{t('followUps:days.correctHelp')}</p>
        <CommandForm name="correct-restitution" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
          <FormTroubles
            form={form}
            fields={[
              { name: 'restitutionOn', label: t('fields:restitutionOn') },
              { name: 'reason', label: t('followUps:days.why'), id },
            ]}
          />
          <DateField {...form.field('restitutionOn', restitutionOn)} label={t('fields:restitutionOn')} max={today} />
          <TextArea {...form.field('reason')} id={id} label={t('followUps:days.why')} rows={2} required />
          <Button>{t('followUps:days.correctSubmit')}</Button>
        </CommandForm>
      </Disclosure>
    </div>
  )
}

function Days({ label, waves }: { label: string; waves: readonly { wave: Wave; on: Day }[] }) {
  const locale = useLocale()
  return (
    <ul aria-label={label} className="list-disc space-y-1 pl-6">
      {waves.map(({ wave, on }) => (
        <li key={wave}>
          <strong>{wave}</strong> : {formatDay(on, locale, 'long')}
        </li>
      ))}
    </ul>
  )
}
