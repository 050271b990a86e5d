import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import type { ToldReminder } from '../told-reminder.ts'

/** What the team was told here rather than by e-mail: when, to whom, and whether it still stands. */
export function ToldReminders({ told }: { told: readonly ToldReminder[] }) {
  const { t } = useTranslation('caseReminders')
  const locale = useLocale()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {told.map(({ id, label, name, on, isInstead, state }) => (
        <li key={id} className="py-3">
          {label[locale]}
          <p className="text-ink-2">
            {isInstead ? `${t('told.instead')} ` : ''}
            {t('told.to', { name, on: formatDay(on, locale) })} {t(`told.${state}`)}
          </p>
        </li>
      ))}
    </ul>
  )
}
