import { useTranslation } from 'react-i18next'
import { BarChart } from '#app/ui/bar-chart.tsx'
import type { ExpertiseDomain } from '../expertise-domains.ts'
import { expertiseDomains } from '../expertise-domains.ts'

export type Scores = Readonly<Partial<Record<ExpertiseDomain, number | null>>>

/** Where the organisation stands in the eight domains, with the same numbers as a table, and what nobody has scored yet. */
export function ScoreChart({ scores }: { scores: Scores }) {
  const { t } = useTranslation(['remarks', 'choices'])
  const known = expertiseDomains.filter(domain => typeof scores[domain] === 'number')
  const missing = expertiseDomains.filter(domain => typeof scores[domain] !== 'number')
  if (known.length === 0) return <p className="text-ink-2">{t('remarks:noScore')}</p>
  const words = (domain: ExpertiseDomain) => t(`choices:domain.${domain}`)
  return (
    <BarChart
      title={t('remarks:chart')}
      summary={t('remarks:chartSummary', {
        scores: known.map(domain => `${words(domain)} ${scores[domain]}/4`).join(', '),
      })}
      series={[{ key: 'score', label: t('remarks:score'), tone: 'strong' }]}
      rows={expertiseDomains.map(domain => {
        const score = scores[domain] ?? null
        return {
          label: words(domain),
          values: { score: { value: score, text: score === null ? t('remarks:notScored') : `${score}/4` } },
        }
      })}
      most={4}
      notes={
        missing.length > 0
          ? t('remarks:missing', { count: missing.length, domains: missing.map(words).join(', ') })
          : t('remarks:complete')
      }
      tableLabel={t('remarks:table')}
      rowsLabel={t('remarks:domain')}
    />
  )
}
