import { type DocumentBlock, heading, passage, type WrittenDocument } from '#app/features/documents/written-document.ts'
import { originOf } from '#app/features/snapshots/figure-origin.ts'
import { photoWords } from '#app/features/snapshots/photo-words.ts'
import { snapshotFields } from '#app/features/snapshots/snapshot.ts'
import { formatDay, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { day } from '#app/kernel/day.ts'
import type { DiagnosticContent } from './diagnostic-content.ts'

/** The restitution of a diagnostic, in the words of its reader. */
export function diagnosticDocument(content: DiagnosticContent, locale: Locale): WrittenDocument {
  const t = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const fields = wordsIn(locale).getFixedT(locale, 'fields')
  const written = (on: string) => dayWords(on, locale)
  const { organisation, operator, number, validated, authors } = content
  const about = organisation ?? number
  return {
    locale,
    name: t('diagnostic.fileName', { about }),
    author: operator,
    title: t('diagnostic.title', { about }),
    kicker: `${operator} · ${content.programme[locale]} · ${number}`,
    lede: validated
      ? t('diagnostic.validated', {
          on: written(validated.on),
          by: [validated.by, validated.function].filter(Boolean).join(', '),
        })
      : t('diagnostic.notValidated', { on: written(content.writtenOn) }),
    footer: `${operator} · ${number}`,
    page: t('page', { page: '{{page}}', pages: '{{pages}}' }),
    blocks: [
      ...(authors.length > 0
        ? [{ kind: 'note' as const, text: t('diagnostic.authors', { names: authors.join(', ') }) }]
        : []),
      ...passage(fields('participants'), content.participants),
      ...passage(fields('documentsSeen'), content.documentsSeen),
      ...photo(content, locale),
      ...needs(content, locale),
      ...situation(content, locale),
      ...passage(fields('strengths'), content.strengths),
      ...passage(fields('brakes'), content.brakes),
      ...passage(fields('conclusions'), content.conclusions),
      ...contests(content, locale),
      ...passage(t('diagnostic.reservation'), validated?.reservation),
    ],
  }
}

const dayWords = (value: string, locale: Locale) => {
  const known = day(value)
  return known ? formatDay(known, locale) : value
}

function photo({ snapshot }: DiagnosticContent, locale: Locale): DocumentBlock[] {
  if (!snapshot) return []
  const t = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const fields = wordsIn(locale).getFixedT(locale, 'fields')
  const origins = wordsIn(locale).t('choices:origin', { returnObjects: true })
  const certainties = wordsIn(locale).t('choices:certainty', { returnObjects: true })
  const kinds: Record<string, string> = wordsIn(locale).t('choices:funderKinds', { returnObjects: true })
  const words = photoWords(snapshot, {
    kind: code => kinds[code] ?? code,
    scale: scale => wordsIn(locale).t('choices:outOfFour', { scale }),
  })
  return [
    heading(t('diagnostic.photo', { on: dayWords(snapshot.takenOn, locale) })),
    {
      kind: 'table',
      header: [
        t('diagnostic.figure'),
        t('diagnostic.value'),
        t('diagnostic.on'),
        fields('origin'),
        fields('certainty'),
      ],
      rows: snapshotFields.map(field => {
        const value = snapshot[field]
        if (value === null) return [fields(field), t('unknown'), '', '', '']
        const { on, origin, certainty } = originOf(snapshot, field)
        return [
          fields(field),
          formatNumber(value, locale),
          on ? dayWords(on, locale) : '',
          origin ? origins[origin] : t('unknown'),
          certainty ? certainties[certainty] : t('unknown'),
        ]
      }),
    },
    ...words.flatMap(({ field, text }) => passage(fields(field), text)),
  ]
}

function needs({ needs: ranked }: DiagnosticContent, locale: Locale): DocumentBlock[] {
  if (ranked.length === 0) return []
  const t = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const words = wordsIn(locale)
  const domains: Record<string, string> = words.t('choices:domain', { returnObjects: true })
  const urgencies = words.t('choices:urgency', { returnObjects: true })
  const effects = words.t('choices:jobsEffect', { returnObjects: true })
  return [
    heading(t('diagnostic.needs')),
    {
      kind: 'table',
      header: [
        t('diagnostic.rank'),
        t('diagnostic.need'),
        t('diagnostic.domain'),
        t('diagnostic.urgency'),
        t('diagnostic.jobsEffect'),
      ],
      rows: ranked.map(({ title, domain, urgency, jobsEffect, reservation }, index) => [
        String(index + 1),
        reservation ? `${title}\n${t('diagnostic.needReservation', { reservation })}` : title,
        domains[domain] ?? t('unknown'),
        urgency ? urgencies[urgency] : t('unknown'),
        jobsEffect ? effects[jobsEffect] : t('unknown'),
      ]),
    },
  ]
}

const top = 4

function situation({ situation: standings }: DiagnosticContent, locale: Locale): DocumentBlock[] {
  const t = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const domains = wordsIn(locale).t('choices:domain', { returnObjects: true })
  const rows = standings.map(({ domain, score, text }) => ({
    label: domains[domain],
    value: score,
    text: score === null ? t('notScored') : `${score}/${top}`,
    findings: text ?? '',
  }))
  const scored = rows.filter(({ value }) => value !== null)
  if (scored.length === 0 && rows.every(({ findings }) => findings === '')) return []
  const missing = rows.filter(({ value }) => value === null).map(({ label }) => label)
  const drawing: DocumentBlock[] =
    scored.length === 0
      ? []
      : [
          {
            kind: 'bars',
            alt: t('diagnostic.chart', { scores: scored.map(({ label, text }) => `${label} ${text}`).join(', ') }),
            most: top,
            rows,
          },
        ]
  return [
    heading(t('diagnostic.situation')),
    ...drawing,
    ...(missing.length > 0
      ? [{ kind: 'note' as const, text: t('diagnostic.missing', { domains: missing.join(', ') }) }]
      : []),
    {
      kind: 'table',
      header: [t('diagnostic.domain'), t('diagnostic.score'), t('diagnostic.findings')],
      rows: rows.map(({ label, text, findings }) => [label, text, findings]),
    },
  ]
}

function contests({ contests: said }: DiagnosticContent, locale: Locale): DocumentBlock[] {
  if (said.length === 0) return []
  const t = wordsIn(locale).getFixedT(locale, 'documentWriting')
  return [
    heading(t('diagnostic.contests')),
    {
      kind: 'table',
      header: [t('diagnostic.line'), t('diagnostic.contested'), t('diagnostic.answer')],
      rows: said.map(({ lineThen, body, contestedBy, answer }) => [
        lineThen,
        `${body}\n(${contestedBy})`,
        answer ?? t('diagnostic.noAnswer'),
      ]),
    },
  ]
}
