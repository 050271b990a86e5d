import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { departmentName } from '#app/features/organisations/place.ts'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { NextStep } from '#app/ui/next-step.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { Wake } from '#app/ui/wake.tsx'
import type { CaseShown } from './case-shown.ts'
import { tabOfStep, toneOfState, useDayWords, useDueWords, useNextWords } from './case-words.ts'

/** Who the case is about, what is next, for whom and when, and how far it has come. */
export function CaseHeader({ page }: { page: CaseShown }) {
  const { t } = useTranslation(['cases', 'choices'])
  const locale = useLocale()
  const dayWords = useDayWords()
  const { organisation, base, operatorBase } = page
  const headcount = page.photo?.headcount
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  const about = [organisation?.legalForm && legalForms[organisation.legalForm], organisation?.sector]
    .filter(Boolean)
    .join(' · ')
  const place = [
    organisation?.department && `${departmentName(organisation.department)} (${organisation.department})`,
    organisation?.qpv && t('cases:case.qpv'),
    organisation?.frr && t('cases:case.frr'),
  ]
    .filter(Boolean)
    .join(' · ')
  const meta = [
    page.state ? (
      <StatusTag key="state" tone={toneOfState(page.state)}>
        {page.state.label[locale]}
      </StatusTag>
    ) : null,
    page.programme[locale],
    about,
    place,
    typeof headcount === 'number' ? t('cases:case.employees', { count: headcount }) : null,
    page.isMine ? t('cases:case.yours') : (page.practitioner ?? t('cases:case.nobody')),
    page.previous ? (
      <CaseLink key="previous" base={operatorBase} number={page.previous} words={t('cases:case.follows')} />
    ) : null,
    ...page.followedBy.map(number => (
      <CaseLink key={number} base={operatorBase} number={number} words={t('cases:case.followedBy')} />
    )),
    organisation?.siretDraft || organisation?.rnaDraft ? t('cases:case.toCheck') : null,
    page.suspension ? t('cases:case.suspended', { on: dayWords(page.suspension.resumeOn) }) : null,
    page.abandonment ? t('cases:case.abandoned', { on: dayWords(page.abandonment.on) }) : null,
  ].filter(Boolean)
  return (
    <>
      <PageHeader
        title={page.title}
        crumbs={[{ to: `${operatorBase}/accompagnements`, label: t('cases:case.list') }]}
        crumbsLabel={t('cases:case.way')}
        here={page.number}
        meta={meta}
        action={
          <>
            <LinkButton to={`${base}/gerer`}>{t('cases:case.manage')}</LinkButton>
            <LinkButton to={`${base}#f-body`}>{t('cases:case.addNote')}</LinkButton>
          </>
        }
      />
      <NextBox page={page} />
      <CaseWake page={page} />
    </>
  )
}

/** The case before or after this one. */
function CaseLink({ base, number, words }: { base: string; number: string; words: string }) {
  return (
    <>
      {words} <Link to={`${base}/accompagnements/${number}`}>{number}</Link>
    </>
  )
}

function NextBox({ page: { next, nextTab, base, today } }: { page: CaseShown }) {
  const { t } = useTranslation('cases')
  const nextWords = useNextWords()
  const due = useDueWords(today)(next?.on ?? null)
  const dayWords = useDayWords()
  if (!next) return <p className="mb-6 text-ink-2">{t('next.nothing')}</p>
  const actions: Record<string, string> = t('next.action', { returnObjects: true })
  const whose: Record<string, string> = t('for', { returnObjects: true })
  return (
    <div className="mb-6">
      <NextStep
        label={t('next.label')}
        tag={next.on ? <StatusTag tone={due.tone}>{due.words}</StatusTag> : null}
        title={nextWords({ nextStep: next.step, nextDetail: next.detail })}
        action={
          <LinkButton
            variant="primary"
            to={`${base}/${next.step === 'of_state' ? (nextTab ?? '') : tabOfStep(next.step)}`}
          >
            {actions[next.step]}
          </LinkButton>
        }
      >
        <p>{[next.for && whose[next.for], dayWords(next.on)].filter(Boolean).join(' · ')}</p>
      </NextStep>
    </div>
  )
}

function CaseWake({ page: { wake, base } }: { page: CaseShown }) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  const dayWords = useDayWords()
  const isTimeline = useLocation().pathname.replace(/\/$/, '') === base
  if (wake.length === 0) return null
  return (
    // On a phone it stands up, as tall as the screen: drawn on the first tab only.
    <div className={isTimeline ? 'mb-8' : 'mb-8 max-sm:hidden'}>
      <Wake
        label={t('case.path')}
        stateLabels={t('case.wake', { returnObjects: true })}
        steps={wake.map(({ label, tab, state, on, count, months }) => ({
          label: label ? label[locale] : t('case.wakeMonths', { months }),
          state,
          to: `${base}/${tab}`,
          ...detailOf(
            count
              ? t(tab === 'seances' ? 'case.wakeDays' : 'case.wakeActions', {
                  done: formatNumber(count.done, locale),
                  of: formatNumber(count.of, locale),
                })
              : dayWords(on, months === null ? 'short' : 'month'),
          ),
        }))}
      />
    </div>
  )
}

const detailOf = (detail: string) => (detail ? { detail } : {})
