import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { env, publicUrl } from '#app/env.server.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import type { Locale } from '#app/i18n/words.ts'
import { type CalendarEvent, type CalendarSession, calendarEvent } from './calendar-event.ts'

type Reader = { name: string; email: string; locale: string; shortTitles: boolean }
type Source = { operator: string; sessions: readonly CalendarSession[] }

const answers = {
  accepted: ICalAttendeeStatus.ACCEPTED,
  declined: ICalAttendeeStatus.DECLINED,
  'needs-action': ICalAttendeeStatus.NEEDSACTION,
}

/** The calendar as RFC 5545 writes it: what changes in a session changes in it, and nothing else does. */
export function calendarFile(reader: Reader, sources: readonly Source[]): string {
  const locale = reader.locale === 'en' ? 'en' : 'fr'
  const calendar = ical({
    name: wordsIn(locale).t('calendars:name'),
    prodId: { company: 'Sillage', product: 'Sillage', language: locale.toUpperCase() },
    ttl: 3600,
  })
  for (const { operator, sessions } of sources)
    for (const session of sessions) {
      const event = calendarEvent(session, reader.shortTitles)
      const written = calendar.createEvent({
        id: event.uid,
        sequence: event.sequence,
        stamp: event.changedAt,
        lastModified: event.changedAt,
        ...timesOf(event),
        summary: titleOf(event, locale),
        location: event.place ?? null,
        url: `${publicUrl()}${event.path}`,
        class: ICalEventClass.PRIVATE,
        status: event.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        // A session that somebody else holds takes none of her time.
        transparency: event.isHolder ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
        organizer: { name: operator, email: senderAddress() },
      })
      written.createAttendee({
        name: reader.name,
        email: reader.email,
        status: answers[event.answer],
        role: event.isHolder ? ICalAttendeeRole.REQ : ICalAttendeeRole.NON,
      })
    }
  return calendar.toString()
}

/** Instants in UTC, which every program shows at the hours of its own place; a whole day when no hour is known. */
const timesOf = ({ on, hours }: CalendarEvent) =>
  hours ? { start: hours.from, end: hours.to, allDay: false } : { start: new Date(`${on}T00:00:00Z`), allDay: true }

function titleOf({ title: { kind, engineering, names, others } }: CalendarEvent, locale: Locale): string {
  const { t } = wordsIn(locale)
  const what = kind ? t(`sessions:kinds.${kind}`) : t('calendars:session')
  const whom = names.length > 0 ? names.join(', ') : null
  const rest = others > 0 ? t('calendars:others', { count: others }) : null
  return [what, [whom, rest].filter(Boolean).join(' '), engineering].filter(Boolean).join(' · ')
}

/** `Sillage <sillage@localhost>` or the address alone. */
const senderAddress = () => /<([^>]+)>/.exec(env().MAIL_FROM)?.[1] ?? env().MAIL_FROM
