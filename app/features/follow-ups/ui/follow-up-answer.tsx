import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Recalled } from '../questionnaire.ts'
import type { Quote } from '../quote.ts'
import { pageAt, responsePages } from '../response-pages.ts'
import type { Wave } from '../waves.ts'
import { FollowUpFields, type FollowUpFieldsProps } from './follow-up-fields.tsx'
import { keptForm, keptTyped } from './kept-form.ts'
import { YourQuote } from './your-quote.tsx'

export type FollowUpAnswerProps = {
  page: {
    operator: string
    organisation: string | null
    wave: Wave
    isOpen: boolean
    answeredOn: string | null
    t0: Recalled | null
    tracked: FollowUpFieldsProps['tracked']
    actions: FollowUpFieldsProps['actions']
    kept: Readonly<Record<string, unknown>>
    saved: number
    /** The sentence that she left, once she has answered. */
    quote: Quote | null
  }
  /** The page asked for in the address, from 1. */
  at: number | null
  formKey: string
  locale: Locale
}

/** What the organisation answers, on its phone, a few questions at a time: each page is kept as it is left. */
export function FollowUpAnswer({ page, at, formKey, locale }: FollowUpAnswerProps) {
  const { t } = useTranslation(['followUps', 'common'])
  const answeredOn = day(page.answeredOn)
  if (!page.isOpen) {
    return (
      <>
        <h1 className="mb-5">{t('followUps:answer.thanksTitle')}</h1>
        <Notice tone="done" role="status">
          {answeredOn ? <p>{t('followUps:answer.thanks', { day: formatDay(answeredOn, locale, 'long') })}</p> : null}
        </Notice>
        {page.quote ? <YourQuote quote={page.quote} formKey={formKey} /> : null}
      </>
    )
  }
  const { operator, organisation, kept, saved } = page
  const hasTracked = page.tracked.questions.length > 0
  const hasPlan = page.actions.length > 0
  const pages = responsePages(page.wave, { hasTracked, hasPlan, standing: kept.standing })
  const number = pageAt(pages, { saved, wanted: at })
  return (
    <>
      <h1>{t('followUps:answer.title')}</h1>
      {number === 1 ? (
        <p className="my-4 font-serif text-xl leading-relaxed">
          {organisation
            ? t('followUps:answer.lede', { operator, organisation })
            : t('followUps:answer.ledeWithoutName', { operator })}{' '}
          {t('followUps:answer.optional')}
        </p>
      ) : null}
      <p className="my-4 text-ink-2">
        {t('followUps:answer.page', { page: number, of: pages.length })} {t('followUps:answer.kept')}
      </p>
      <AnswerPage key={number} page={page} pages={pages} number={number} formKey={formKey} locale={locale} />
    </>
  )
}

type AnswerPageProps = Omit<FollowUpAnswerProps, 'at'> & {
  pages: ReturnType<typeof responsePages>
  number: number
}

function AnswerPage({ page, pages, number, formKey, locale }: AnswerPageProps) {
  const { t } = useTranslation(['followUps', 'common'])
  const isLast = number === pages.length
  const name = isLast ? 'answer' : 'save-page'
  const form = useForm(name)
  const tracked = { ...page.tracked, values: { ...page.tracked.values, ...keptTyped(page.kept) } }
  return (
    <>
      <ErrorSummary
        title={t('common:errorSummary')}
        errors={[...form.formErrors.map(message => ({ message })), ...form.summary]}
      />
      <CommandForm name={name} formKey={`${formKey}.${number}`}>
        {isLast ? null : <input type="hidden" name="page" value={number} />}
        <FollowUpFields
          pages={pages.slice(number - 1, number)}
          form={keptForm(form, page.kept)}
          t0={page.t0}
          tracked={tracked}
          actions={page.actions}
          locale={locale}
        />
        {isLast ? (
          <p className="my-6 text-[0.9375rem] text-ink-2">
            {t('followUps:answer.privacy', { operator: page.operator })}
          </p>
        ) : null}
        <div className="mt-7 flex flex-wrap items-center gap-4">
          <Button variant="primary" className="w-full sm:w-auto" disabled={form.isSending}>
            {isLast ? t('followUps:answer.submit') : t('followUps:answer.next')}
          </Button>
          {number > 1 ? (
            <Link to={`?page=${number - 1}`} className="inline-block py-2">
              {t('followUps:answer.previous')}
            </Link>
          ) : null}
        </div>
      </CommandForm>
    </>
  )
}
