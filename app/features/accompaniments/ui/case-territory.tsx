import { useTranslation } from 'react-i18next'
import { departmentName, regionName } from '#app/features/organisations/place.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { useDayWords } from './case-words.ts'

type Territory = {
  on: string
  commune: string | null
  department: string | null
  region: string | null
  qpv: boolean | null
  frr: boolean | null
}

/** Where the organisation was on the day of the case; it may have moved since, the case has not. */
export function CaseTerritory({ territory }: { territory: Territory | null }) {
  const { t } = useTranslation(['cases', 'fields', 'choices', 'common'])
  const dayWords = useDayWords()
  if (!territory) return null
  const unknown = <span className="text-ink-2">{t('common:unknown')}</span>
  const yesNo = (value: boolean | null) =>
    value === null ? unknown : t(value ? 'choices:yesNo.oui' : 'choices:yesNo.non')
  return (
    <Section title={t('cases:intake.territory')}>
      <p className="mb-2 text-ink-2">{t('cases:intake.territoryHelp', { on: dayWords(territory.on) })}</p>
      <div className="max-w-2xl">
        <DescriptionList
          items={[
            { term: t('fields:commune'), detail: territory.commune ?? unknown },
            {
              term: t('fields:department'),
              detail: territory.department ? departmentName(territory.department) : unknown,
            },
            { term: t('fields:region'), detail: territory.region ? regionName(territory.region) : unknown },
            { term: t('fields:qpv'), detail: yesNo(territory.qpv) },
            { term: t('fields:frr'), detail: yesNo(territory.frr) },
          ]}
        />
      </div>
    </Section>
  )
}
