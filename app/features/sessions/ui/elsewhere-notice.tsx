import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { formatDay, formatHour, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { hour } from '#app/kernel/hour.ts'
import { Notice } from '#app/ui/notice.tsx'
import { besidesEach, type Elsewhere } from '../elsewhere.ts'
import type { SessionFormPage } from '../session-form.ts'
import { daysMoved, daysTyped } from '../session-series.ts'

type ElsewhereNoticeProps = {
  form: FormState
  page: SessionFormPage
  elsewhere: readonly Elsewhere[]
  own: readonly Elsewhere[]
  locale: Locale
}

/**
 * Warns her, and nobody else, of a session that she has for another operator then: it refuses nothing. And of her own for
 * this operator, where no server can refuse it yet. Of a series, each day is looked at, and named.
 */
export function ElsewhereNotice({ form, page, elsewhere, own, locale }: ElsewhereNoticeProps) {
  const { t } = useTranslation('sessions')
  const here = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<FormData | null>(null)
  useEffect(() => {
    const shown = here.current?.closest('form')
    if (!shown) return
    const read = () => setTyped(new FormData(shown))
    shown.addEventListener('input', read)
    return () => shown.removeEventListener('input', read)
  }, [])
  const said = (name: string): string | null => {
    const value = typed?.get(name) ?? form.field(name, page.stored[name]).defaultValue
    return typeof value === 'string' ? value : null
  }
  const [status, heldOn, everyWeeks] = [said('status'), said('heldOn'), said('everyWeeks')]
  const [times, until, holidays] = [said('times'), said('until'), said('holidays')]
  const days = daysTyped({ status, heldOn, everyWeeks, times, until, holidays })
  const moved = status === 'planned' && days[0] ? movedBeside(days[0]) : []
  const hours = { beginsAt: hour(said('beginsAt')), endsAt: hour(said('endsAt')) }
  const { isSameHour, sessions } = besidesEach([...days, ...moved], hours, elsewhere)
  const isSeries = days.length + moved.length > 1
  const met = besidesEach(days, hours, status === 'cancelled' ? [] : own)
  return (
    <div ref={here} role="status" className="space-y-4 empty:hidden">
      {met.isSameHour ? (
        <Notice tone="late">
          {t('elsewhere.sameHour')} {listed(met.sessions, days.length > 1)}.{' '}
          {t(days.length > 1 ? 'elsewhere.seriesRefused' : 'elsewhere.willBeRefused')}
        </Notice>
      ) : null}
      {sessions.length > 0 ? (
        <Notice tone={isSameHour ? 'late' : 'neutral'}>
          {t(isSameHour ? 'elsewhere.sameHour' : isSeries ? 'elsewhere.sameDays' : 'elsewhere.sameDay')}{' '}
          {listed(sessions, isSeries)}. {t('elsewhere.onlyYou')}
        </Notice>
      ) : null}
    </div>
  )

  /** The others of its series, which the change is also made to. */
  function movedBeside(to: Day) {
    return daysMoved(said('scope'), { from: page.session?.heldOn ?? null, to, others: page.othersOn ?? [] })
  }

  function listed(sessions: readonly Elsewhere[], isSeries: boolean) {
    return sessions
      .map(one =>
        [isSeries && formatDay(one.heldOn, locale), one.operator, hoursOf(one.beginsAt, one.endsAt)]
          .filter(Boolean)
          .join(', '),
      )
      .join(' ; ')
  }

  function hoursOf(beginsAt: Elsewhere['beginsAt'], endsAt: Elsewhere['endsAt']) {
    if (!beginsAt) return ''
    const from = formatHour(beginsAt, locale)
    return endsAt ? t('elsewhere.fromTo', { from, to: formatHour(endsAt, locale) }) : t('elsewhere.from', { from })
  }
}
