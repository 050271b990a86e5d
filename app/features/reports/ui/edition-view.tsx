import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#app/i18n/formats.ts'
import type { Locale } from '#app/i18n/words.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { Section } from '#app/ui/section.tsx'
import type { EditionContent, FrozenEmployment, FrozenStory } from '../edition-content.ts'
import { storyKey } from '../edition-source.ts'
import type { FigureLink } from './figure-value.tsx'
import { FiguresTable } from './figures-table.tsx'
import { TargetsTable } from './targets-table.tsx'

export type EditionLinks = {
  figure: (code: string) => FigureLink
  /** From the title of the quotations, or from each. */
  stories?: { to: string; label: string }
  story?: (key: string) => { to: string; label: string }
}

/**
 * An edition on screen, under its title and its lede. Its operator's links lead to the cases; a funder's, to what the
 * edition itself says of each figure and quotation.
 */
export function EditionView({
  content,
  links,
  help,
}: {
  content: EditionContent
  links?: EditionLinks
  help?: string
}) {
  const { t } = useTranslation('reports')
  const { locale, targets, chapters, stories, employment, limits, method } = content
  return (
    <div className="max-w-[54rem]">
      <Section title={t('document.targets.title')}>
        <TargetsTable targets={targets} locale={locale} {...(links && { linkOf: links.figure })} />
      </Section>
      {stories.length > 0 ? (
        <Section
          title={t('document.stories.title')}
          action={links?.stories ? <Link to={links.stories.to}>{links.stories.label}</Link> : null}
        >
          <div className="space-y-5">
            {stories.map((story, index) => (
              <Story
                key={storyKey(index)}
                story={story}
                {...(links?.story && { link: links.story(storyKey(index)) })}
              />
            ))}
          </div>
        </Section>
      ) : null}
      <Section title={t('document.employment.title')}>
        <Employment employment={employment} locale={locale} />
      </Section>
      <Section
        title={t('document.figures.title')}
        note={[help, t('document.figures.maskedHelp'), t('document.figures.notApplicableHelp')]
          .filter(Boolean)
          .join(' ')}
      >
        <div className="space-y-8">
          {chapters.map(({ title, figures }) => (
            <FiguresTable
              key={title}
              title={title}
              figures={figures}
              locale={locale}
              {...(links && { linkOf: links.figure })}
            />
          ))}
        </div>
      </Section>
      <Section title={t('document.limits')}>
        <Sentences sentences={limits} />
      </Section>
      <Section title={t('document.method')}>
        <Sentences sentences={method} />
      </Section>
    </div>
  )
}

function Story({
  story: { body, author, about, method, limits },
  link,
}: {
  story: FrozenStory
  link?: { to: string; label: string }
}) {
  const { t } = useTranslation('reports')
  return (
    <Quote
      source={
        <>
          {author ? `${t('document.stories.from', { author })} ` : ''}
          {t('document.stories.source', { about })}
          {method ? <span className="block">{t('document.stories.method', { method })}</span> : null}
          {limits ? <span className="block">{t('document.stories.limits', { limits })}</span> : null}
        </>
      }
      action={
        link ? (
          <Link to={link.to} className="inline-block py-1">
            {link.label}
          </Link>
        ) : null
      }
    >
      <span className="whitespace-pre-wrap">«&nbsp;{body}&nbsp;»</span>
    </Quote>
  )
}

function Employment({ employment, locale }: { employment: FrozenEmployment; locale: Locale }) {
  const { t } = useTranslation('reports')
  const { before, after, summary, notes } = employment
  if (before === null || after === null) return <p className="text-ink-2">{summary}</p>
  const value = (count: number) => ({ jobs: { value: count, text: formatNumber(count, locale, 1) } })
  return (
    <BarChart
      title={t('document.employment.title')}
      summary={summary}
      series={[{ key: 'jobs', label: t('document.employment.jobs'), tone: 'strong' }]}
      rows={[
        { label: t('document.employment.before'), values: value(before) },
        { label: t('document.employment.after'), values: value(after) },
      ]}
      notes={notes.map(note => (
        <span key={note} className="block">
          {note}
        </span>
      ))}
      tableLabel={t('document.employment.table')}
      rowsLabel={t('document.employment.moment')}
    />
  )
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="max-w-[68ch] list-disc space-y-2 pl-5">
      {sentences.map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
