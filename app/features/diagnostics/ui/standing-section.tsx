import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { DocumentLinks } from '#app/features/documents/ui/document-links.tsx'
import { Section } from '#app/ui/section.tsx'
import { ScoreChart, type Scores } from './score-chart.tsx'

type StandingProps = { caseBase: string; scores: Scores; authors: readonly { name: string; on: string }[] }

/** Where the diagnostic stands: its scores, and who wrote it. */
export function StandingSection({ caseBase, scores, authors }: StandingProps) {
  const { t } = useTranslation('remarks')
  const dayWords = useDayWords()
  if (authors.length === 0) return null
  const names = authors.map(({ name, on }) => t('authorOn', { name, on: dayWords(on) })).join(', ')
  return (
    <Section title={t('chart')} note={t('authors', { names })} id="notes">
      <div className="max-w-3xl">
        <ScoreChart scores={scores} />
      </div>
      <div className="mt-5">
        <DocumentLinks base={`${caseBase}/diagnostic/fichier`} />
      </div>
    </Section>
  )
}
