import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/i18n/formats.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

type Known = { lastReadAt: string | null } | null

/** On the account: whether her calendar is read from elsewhere, and when it last was. */
export function CalendarSection({ calendar }: { calendar: Known }) {
  const { t } = useTranslation('account')
  return (
    <Section
      title={t('calendar.title')}
      action={<LinkButton to="/compte/agenda">{t(calendar ? 'calendar.manage' : 'calendar.start')}</LinkButton>}
    >
      <div className="flex flex-wrap items-baseline gap-3">
        <StatusTag tone={calendar ? 'done' : 'neutral'}>{t(calendar ? 'calendar.on' : 'calendar.off')}</StatusTag>
        <p className="min-w-0 flex-1 basis-72 text-ink-2">
          {calendar ? <LastRead at={calendar.lastReadAt} /> : t('calendar.help')}
        </p>
      </div>
    </Section>
  )
}

/** When a program last came. */
export function LastRead({ at }: { at: string | null }) {
  const { t, i18n } = useTranslation('account')
  const locale = i18n.language === 'en' ? 'en' : 'fr'
  return <>{at ? t('calendar.lastRead', { at: formatInstant(new Date(at), locale) }) : t('calendar.neverRead')}</>
}
