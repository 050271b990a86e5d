import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import type { Day } from '#app/kernel/day.ts'
import { RestoreForm } from './case-reminders.tsx'

type Skipped = { id: string; label: { fr: string; en: string }; dueOn: Day; reason: string | null }

/** What somebody decided not to send, why, and its way back. */
export function SkippedReminders({ skipped, formKey }: { skipped: readonly Skipped[]; formKey: string }) {
  const { t } = useTranslation('caseReminders')
  const locale = useLocale()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {skipped.map(({ id, label, dueOn, reason }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
          <div className="min-w-0">
            {label[locale]} <span className="text-ink-2">{t('skipped.on', { on: formatDay(dueOn, locale) })}</span>
            {reason ? <p className="text-ink-2">{t('coming.reason', { reason })}</p> : null}
          </div>
          <RestoreForm id={id} formKey={formKey} about={label[locale]} />
        </li>
      ))}
    </ul>
  )
}
