import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#app/i18n/formats.ts'
import type { Locale } from '#app/i18n/words.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { Section } from '#app/ui/section.tsx'
import type { EditionContent, FrozenEmployment, FrozenStory } from '../edition-content.ts'
import { storiesTrace } from '../stories-trace.ts'
import { FiguresTable } from './figures-table.tsx'
import { TargetsTable } from './targets-table.tsx'

/** An edition on screen, under its title and its lede. `caseLink` is for the operator alone. */
export function EditionView({ content, caseLink }: { content: EditionContent; caseLink?: (code: string) => string }) {
  const { t } = useTranslation('reports')
  const { locale, targets, chapters, stories, employment, limits, method } = content
  return (
    <div className="max-w-[54rem]">
      <Section title={t('document.targets.title')}>
        <TargetsTable targets={targets} locale={locale} {...(caseLink && { caseLink })} />
      </Section>
      {stories.length > 0 ? (
        <Section
          title={t('document.stories.title')}
          action={caseLink ? <Link to={caseLink(storiesTrace)}>{t('document.stories.cases')}</Link> : null}
        >
          <div className="space-y-5">
            {stories.map(story => (
              <Story key={`${story.collectedOn} ${story.body}`} story={story} />
            ))}
          </div>
        </Section>
      ) : null}
      <Section title={t('document.employment.title')}>
        <Employment employment={employment} locale={locale} />
      </Section>
      <Section
        title={t('document.figures.title')}
        note={`${t('document.figures.maskedHelp')} ${t('document.figures.notApplicableHelp')}`}
      >
        <div className="space-y-8">
          {chapters.map(({ title, figures }) => (
            <FiguresTable key={title} title={title} figures={figures} locale={locale} {...(caseLink && { caseLink })} />
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

function Story({ story: { body, author, about, limits } }: { story: FrozenStory }) {
  const { t } = useTranslation('reports')
  return (
    <Quote
      source={
        <>
          {author ? `${t('document.stories.from', { author })} ` : ''}
          {t('document.stories.source', { about })}
          {limits ? <span className="block">{limits}</span> : null}
        </>
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
