import { useTranslation } from 'react-i18next'
import { VisitorShell } from '#app/features/sign-in/ui/visitor-shell.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { blocksOf, lastReadOn } from '../legal-pages.ts'

export type LegalSection = { title: string; body: string }

/** One legal page: short sections under plain titles. */
export function LegalText({
  title,
  lede,
  sections,
}: {
  title: string
  lede: string
  sections: readonly LegalSection[]
}) {
  const { t, i18n } = useTranslation('legal')
  const read = day(lastReadOn)
  return (
    <VisitorShell width="reading">
      <article className="max-w-[66ch]">
        <h1>{title}</h1>
        <p className="mt-3 font-serif text-xl leading-relaxed">{lede}</p>
        {sections.map(section => (
          <section key={section.title} aria-label={section.title} className="mt-8">
            <h2>{section.title}</h2>
            <div className="prose mt-2 space-y-3">
              {blocksOf(section.body).map(block =>
                block.kind === 'paragraph' ? (
                  <p key={block.text}>{block.text}</p>
                ) : (
                  <ul key={block.lines[0]} className="list-disc space-y-1.5 pl-5">
                    {block.lines.map(line => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                ),
              )}
            </div>
          </section>
        ))}
        {read ? (
          <p className="mt-10 text-ink-2">
            {t('updated', { day: formatDay(read, i18n.language === 'en' ? 'en' : 'fr') })}
          </p>
        ) : null}
      </article>
    </VisitorShell>
  )
}
