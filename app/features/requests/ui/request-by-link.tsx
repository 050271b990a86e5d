import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type DraftShown, RequestForm } from './request-form.tsx'

export type RequestByLinkProps = {
  formKey: string
  request: DraftShown & {
    operator: string
    state: 'draft' | 'sent' | 'accepted' | 'declined'
    sentOn: string | null
    decidedOn: string | null
    answer: string | null
  }
}

/** Her request, as its author comes back to it: to go on with it, or to read what became of it. */
export function RequestByLink({ request, formKey }: RequestByLinkProps) {
  const { t } = useTranslation(['requests'])
  const dayWords = useDayWords()
  const { operator, state, values } = request
  if (state === 'draft')
    return (
      <>
        <h1>{t('form.title', { operator })}</h1>
        <p className="my-4 font-serif text-xl leading-relaxed">{t('form.resumed')}</p>
        <RequestForm formKey={formKey} operator={operator} draft={request} />
      </>
    )
  const on = { operator, sentOn: dayWords(request.sentOn), decidedOn: dayWords(request.decidedOn) }
  return (
    <>
      <h1 className="mb-5">{t(`answer.${state}Title`)}</h1>
      <Notice tone={state === 'declined' ? 'neutral' : 'done'}>
        <p>{t(`answer.${state}`, on)}</p>
        {request.answer ? <p className="mt-3 whitespace-pre-line">{request.answer}</p> : null}
      </Notice>
      <h2 className="mt-8 mb-2">{t('answer.yours')}</h2>
      <DescriptionList
        items={[
          { term: t('fields.organisationName'), detail: values.organisationName },
          { term: t('fields.motive'), detail: <span className="whitespace-pre-line">{values.motive}</span> },
          { term: t('fields.personName'), detail: values.personName },
        ]}
      />
    </>
  )
}
