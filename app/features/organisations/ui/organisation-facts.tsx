import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { departmentName } from '../place.ts'
import type { OrganisationShown } from './organisation-form.tsx'

/** What is known of an organisation; a number to be checked is said first. */
export function OrganisationFacts({
  organisation,
}: {
  organisation: OrganisationShown & { department: string | null }
}) {
  const { t } = useTranslation(['organisations', 'fields', 'choices', 'common'])
  const dayWords = useDayWords()
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  const unknown = <span className="text-ink-2">{t('common:unknown')}</span>
  const yesNo = (value: boolean | null) =>
    value === null ? unknown : t(value ? 'choices:yesNo.oui' : 'choices:yesNo.non')
  const number = (value: string | null, draft: string | null) =>
    value ?? (draft ? `${draft} (${t('organisations:list.toCheck')})` : unknown)
  return (
    <>
      {organisation.siretDraft || organisation.rnaDraft ? (
        <div className="mb-4">
          <Notice tone="late" title={t('organisations:page.draftTitle')}>
            <p>{t('organisations:page.draft')}</p>
          </Notice>
        </div>
      ) : null}
      <DescriptionList
        items={[
          { term: t('fields:siret'), detail: number(organisation.siret, organisation.siretDraft) },
          { term: t('fields:rna'), detail: number(organisation.rna, organisation.rnaDraft) },
          {
            term: t('fields:legalForm'),
            detail: organisation.legalForm ? legalForms[organisation.legalForm] : unknown,
          },
          { term: t('fields:foundedOn'), detail: dayWords(organisation.foundedOn) || unknown },
          {
            term: t('fields:department'),
            detail: organisation.department
              ? `${departmentName(organisation.department)} (${organisation.department})`
              : unknown,
          },
          { term: t('fields:sector'), detail: organisation.sector ?? unknown },
          { term: t('fields:employer'), detail: yesNo(organisation.employer) },
          { term: t('fields:qpv'), detail: yesNo(organisation.qpv) },
          { term: t('fields:frr'), detail: yesNo(organisation.frr) },
          { term: t('fields:email'), detail: organisation.email ?? unknown },
          { term: t('fields:phone'), detail: organisation.phone ?? unknown },
        ]}
      />
    </>
  )
}
