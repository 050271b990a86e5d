import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { formatHour, type Locale } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { hour } from '#app/kernel/hour.ts'
import { Notice } from '#app/ui/notice.tsx'
import { besides, type Elsewhere } from '../elsewhere.ts'
import type { SessionFormPage } from '../session-form.ts'

type ElsewhereNoticeProps = {
  form: FormState
  stored: SessionFormPage['stored']
  elsewhere: readonly Elsewhere[]
  own: readonly Elsewhere[]
  locale: Locale
}

/**
 * Warns her, and nobody else, of a session that she has for another operator then: it refuses nothing. And of her own for
 * this operator, where no server can refuse it yet.
 */
export function ElsewhereNotice({ form, stored, elsewhere, own, locale }: ElsewhereNoticeProps) {
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
  const said = (name: 'status' | 'heldOn' | 'beginsAt' | 'endsAt') =>
    typed?.get(name) ?? form.field(name, stored[name]).defaultValue
  const when = { heldOn: day(said('heldOn')), beginsAt: hour(said('beginsAt')), endsAt: hour(said('endsAt')) }
  const isOff = said('status') === 'cancelled'
  const { isSameHour, sessions } = besides(when, elsewhere)
  const met = besides(when, isOff ? [] : own)
  return (
    <div ref={here} role="status" className="space-y-4 empty:hidden">
      {met.isSameHour ? (
        <Notice tone="late">
          {t('elsewhere.sameHour')} {listed(met.sessions)}. {t('elsewhere.willBeRefused')}
        </Notice>
      ) : null}
      {sessions.length > 0 ? (
        <Notice tone={isSameHour ? 'late' : 'neutral'}>
          {t(isSameHour ? 'elsewhere.sameHour' : 'elsewhere.sameDay')} {listed(sessions)}. {t('elsewhere.onlyYou')}
        </Notice>
      ) : null}
    </div>
  )

  function listed(sessions: readonly Elsewhere[]) {
    return sessions
      .map(({ operator, beginsAt, endsAt }) => [operator, hoursOf(beginsAt, endsAt)].filter(Boolean).join(', '))
      .join(' ; ')
  }

  function hoursOf(beginsAt: Elsewhere['beginsAt'], endsAt: Elsewhere['endsAt']) {
    if (!beginsAt) return ''
    const from = formatHour(beginsAt, locale)
    return endsAt ? t('elsewhere.fromTo', { from, to: formatHour(endsAt, locale) }) : t('elsewhere.from', { from })
  }
}
