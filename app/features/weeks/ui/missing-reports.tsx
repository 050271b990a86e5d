import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Reminded, WeekSession } from '../week.ts'
import { SessionLink, SessionState } from './session-words.tsx'

type MissingReportsProps = {
  base: string
  sessions: readonly WeekSession[]
  reminded: readonly Reminded[]
  today: Day
  formKey: string
  locale: Locale
}

/** Sessions whose day has passed without a word about them, each with what asks for it. */
export function MissingReports({ base, sessions, reminded, today, formKey, locale }: MissingReportsProps) {
  const { t } = useTranslation('weeks')
  const toldOf = (id: string) => reminded.filter(({ sessionId }) => sessionId === id)
  return (
    <Section title={t('missingTitle', { count: sessions.length })} note={t('missingNote')}>
      <DataTable
        caption={t('missingCaption')}
        hideCaption
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'whom',
            header: t('whom'),
            rowHeader: true,
            cell: session => <SessionLink base={base} session={session} when={formatDay(session.heldOn, locale)} />,
          },
          {
            key: 'when',
            header: t('when'),
            short: true,
            cell: ({ heldOn }) => <time dateTime={heldOn}>{formatDay(heldOn, locale)}</time>,
          },
          { key: 'state', header: t('state'), cell: session => <SessionState session={session} /> },
          { key: 'who', header: t('who'), cell: session => session.consultants.map(({ name }) => name).join(', ') },
          {
            key: 'remind',
            header: t('reminder'),
            cell: session => (
              <Reminder session={session} told={toldOf(session.id)} today={today} formKey={formKey} locale={locale} />
            ),
          },
        ]}
      />
    </Section>
  )
}

type ReminderProps = Pick<MissingReportsProps, 'today' | 'formKey' | 'locale'> & {
  session: WeekSession
  told: readonly Reminded[]
}

/** Who was reminded and when; the button, unless it was today or nobody can be. */
function Reminder({ session, told, today, formKey, locale }: ReminderProps) {
  const { t } = useTranslation('weeks')
  const name = `remind.${session.id}`
  const form = useForm(name)
  const names = session.consultants.map(consultant => consultant.name).join(', ')
  const day = formatDay(session.heldOn, locale)
  // One that waits for business hours is told by the day on which it leaves.
  const isDone = told.some(({ on }) => on >= today)
  return (
    <div className="space-y-1">
      {told.map(({ name: who, on }) => (
        <p key={`${who} ${on}`} className="text-[0.9375rem] text-ink-2">
          {t(on > today ? 'remindedSoon' : 'remindedOn', { name: who, day: formatDay(on, locale) })}
        </p>
      ))}
      <FormTroubles form={form} fields={[]} />
      {names === '' ? <p className="text-[0.9375rem] text-ink-2">{t('nobody')}</p> : null}
      {names === '' || isDone ? null : (
        <CommandForm name={name} formKey={`${formKey}.${session.id}`}>
          <Hidden name="sessionId" value={session.id} />
          <Button aria-label={t('remindNamed', { names, day })}>{t('remind')}</Button>
        </CommandForm>
      )}
    </div>
  )
}
