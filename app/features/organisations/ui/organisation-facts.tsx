import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { type DescriptionItem, DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { CompanyField, FieldSource } from '../company.ts'
import { departmentName } from '../place.ts'
import type { OrganisationShown } from './organisation-form.tsx'
import { useSourceWords } from './source-words.ts'

/** What is known of an organisation; a number to be checked is said first. */
export function OrganisationFacts({
  organisation,
}: {
  organisation: OrganisationShown & {
    department: string | null
    sources: Partial<Record<string, FieldSource>>
  }
}) {
  const { t } = useTranslation(['organisations', 'fields', 'choices', 'common'])
  const dayWords = useDayWords()
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  const sourceWords = useSourceWords()
  const unknown = <span className="text-ink-2">{t('common:unknown')}</span>
  const yesNo = (value: boolean | null) =>
    value === null ? unknown : t(value ? 'choices:yesNo.oui' : 'choices:yesNo.non')
  const number = (value: string | null, draft: string | null) =>
    value ?? (draft ? `${draft} (${t('organisations:list.toCheck')})` : unknown)
  const sourced = (items: readonly (DescriptionItem & { field?: CompanyField })[]) =>
    items.map(({ field, term, detail }) => {
      const said = field ? sourceWords(organisation.sources, field) : ''
      return {
        term,
        detail: said ? (
          <>
            {detail} <span className="block text-sm text-ink-2">{said}</span>
          </>
        ) : (
          detail
        ),
      }
    })
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
        items={sourced([
          { field: 'siret', term: t('fields:siret'), detail: number(organisation.siret, organisation.siretDraft) },
          { field: 'rna', term: t('fields:rna'), detail: number(organisation.rna, organisation.rnaDraft) },
          {
            field: 'legalForm',
            term: t('fields:legalForm'),
            detail: organisation.legalForm ? legalForms[organisation.legalForm] : unknown,
          },
          { field: 'foundedOn', term: t('fields:foundedOn'), detail: dayWords(organisation.foundedOn) || unknown },
          { field: 'commune', term: t('fields:commune'), detail: organisation.commune ?? unknown },
          {
            term: t('fields:department'),
            detail: organisation.department
              ? `${departmentName(organisation.department)} (${organisation.department})`
              : unknown,
          },
          { term: t('fields:sector'), detail: organisation.sector ?? unknown },
          { field: 'employer', term: t('fields:employer'), detail: yesNo(organisation.employer) },
          { term: t('fields:qpv'), detail: yesNo(organisation.qpv) },
          { term: t('fields:frr'), detail: yesNo(organisation.frr) },
          { term: t('fields:email'), detail: organisation.email ?? unknown },
          { term: t('fields:phone'), detail: organisation.phone ?? unknown },
        ])}
      />
    </>
  )
}
