import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type RequestShown = {
  state: string
  organisationName: string | null
  siret: string | null
  rna: string | null
  legalForm: string | null
  place: string | null
  employees: number | null
  personName: string | null
  personRole: string | null
  requester: string | null
  email: string
  phone: string | null
  boardAgreementOn: string | null
  prescriber: string | null
  motive: string | null
  urgent: boolean
  noticeGivenOn: string | null
  sentOn: string | null
  decidedOn: string | null
  declineReason: string | null
  answer: string | null
}
type Props = { request: RequestShown; base: string; decidedBy: string | null; caseNumber: string | null }

/** What the person wrote, in her words; and what became of it. */
export function RequestFacts({ request, base, decidedBy, caseNumber }: Props) {
  const { t } = useTranslation(['requests', 'choices', 'common'])
  const dayWords = useDayWords()
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  const requesters: Record<string, string> = t('choices:requester', { returnObjects: true })
  const reasons: Record<string, string> = t('requests:reasons', { returnObjects: true })
  const unknown = <span className="text-ink-2">{t('common:unknown')}</span>
  const on = { on: dayWords(request.decidedOn), by: decidedBy ?? '' }
  return (
    <div className="max-w-3xl">
      {request.state === 'accepted' && caseNumber ? (
        <Notice tone="done">
          <Link to={`${base}/accompagnements/${caseNumber}`}>{t('requests:page.became', { number: caseNumber })}</Link>{' '}
          {t('requests:page.acceptedOn', on)}
        </Notice>
      ) : null}
      {request.state === 'declined' ? (
        <Notice title={t('requests:page.declinedOn', on)}>
          <p>{reasons[request.declineReason ?? '']}</p>
          {request.answer ? <p className="mt-2 whitespace-pre-line">{request.answer}</p> : null}
        </Notice>
      ) : null}
      {request.urgent && request.state === 'sent' ? (
        <Notice tone="late" title={t('requests:page.urgentTitle')}>
          <p>{t('requests:page.urgent')}</p>
        </Notice>
      ) : null}
      <p className="my-5 border-l-4 border-line-strong pl-4 font-serif text-lg leading-relaxed whitespace-pre-line">
        {request.motive}
      </p>
      <DescriptionList
        items={[
          { term: t('requests:list.sentOn'), detail: dayWords(request.sentOn) },
          {
            term: t('requests:fields.personName'),
            detail: [request.personName, request.personRole].filter(Boolean).join(', '),
          },
          {
            term: t('requests:fields.email'),
            detail: request.email ? (
              <a href={`mailto:${request.email}`}>{request.email}</a>
            ) : (
              t('requests:fields.erased')
            ),
          },
          { term: t('requests:fields.phone'), detail: request.phone ?? unknown },
          { term: t('requests:fields.requester'), detail: requesters[request.requester ?? ''] ?? unknown },
          { term: t('requests:fields.boardAgreementOn'), detail: dayWords(request.boardAgreementOn) || unknown },
          { term: t('requests:fields.siret'), detail: request.siret ?? unknown },
          { term: t('requests:fields.rna'), detail: request.rna ?? unknown },
          { term: t('requests:fields.legalForm'), detail: legalForms[request.legalForm ?? ''] ?? unknown },
          { term: t('requests:fields.employees'), detail: request.employees ?? unknown },
          { term: t('requests:fields.place'), detail: request.place ?? unknown },
          { term: t('requests:fields.prescriber'), detail: request.prescriber ?? unknown },
          { term: t('requests:page.noticeGivenOn'), detail: dayWords(request.noticeGivenOn) || unknown },
        ]}
      />
    </div>
  )
}
