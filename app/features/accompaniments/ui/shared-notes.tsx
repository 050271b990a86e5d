import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Section } from '#app/ui/section.tsx'

type Shared = { id: string; body: string; at: Date | string }

/** What the team chose to share, as those outside it read it. */
export function SharedNotes({ notes }: { notes: readonly Shared[] }) {
  const { t } = useTranslation('sharedNotes')
  const locale = useLocale()
  if (notes.length === 0) return null
  return (
    <Section title={t('title')} note={t('note')}>
      <ul className="divide-y divide-line">
        {notes.map(({ id, body, at }) => (
          <li key={id} className="py-3">
            <p className="text-sm text-ink-2">{formatInstant(new Date(at), locale)}</p>
            <p className="whitespace-pre-wrap">{body}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
