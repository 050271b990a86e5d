import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { CohortMember, CohortPage } from '../cohort.ts'
import { EnrolmentForm, ReviewForm, WorkForm } from './member-forms.tsx'

type PartProps = { page: CohortPage; formKey: string }

/** Each member: who comes, what it prepares between sessions, and its own closing. */
export function CohortMembers({ page, formKey }: PartProps) {
  const { t } = useTranslation('cohorts')
  return (
    <Section title={t('members')} id="membres">
      {page.members.length === 0 ? <p>{t('noMember')}</p> : null}
      <ul className="divide-y divide-line">
        {page.members.map(member => (
          <li key={member.accompanimentId} className="py-4">
            <MemberFacts member={member} operator={page.operator} />
            <EnrolmentForm member={member} formKey={formKey} />
            {member.works.map(work => (
              <WorkForm key={work.id} member={member} work={work} formKey={formKey} />
            ))}
            <WorkForm member={member} work={null} formKey={formKey} />
            {member.enrolment.withdrawnOn ? null : <ReviewForm member={member} today={page.today} formKey={formKey} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function MemberFacts({ member, operator }: { member: CohortMember; operator: string }) {
  const { t } = useTranslation('cohorts')
  const locale = useLocale()
  const { enrolment, works, review } = member
  const done = works.filter(({ doneOn }) => doneOn !== null).length
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg">
          <Link to={`/o/${operator}/accompagnements/${member.number}`}>{member.name}</Link>
        </h3>
        {enrolment.withdrawnOn ? (
          <StatusTag tone="stop">{t('withdrew', { day: formatDay(enrolment.withdrawnOn, locale) })}</StatusTag>
        ) : review ? (
          <StatusTag tone="done">{t('reviewed', { day: formatDay(review.heldOn, locale) })}</StatusTag>
        ) : (
          <StatusTag tone="now">{t('active')}</StatusTag>
        )}
      </div>
      <p className="text-ink-2">
        {[
          enrolment.leader,
          enrolment.governance,
          enrolment.charterSignedOn ? t('charterOn', { day: formatDay(enrolment.charterSignedOn, locale) }) : null,
          works.length > 0 ? t('worksDone', { done, count: works.length }) : null,
          review?.thirdPerson ? t('withThird', { name: review.thirdPerson }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
