import { useLoaderData } from '@remix-run/react'
import { closeCohort } from '#app/features/cohorts/close-cohort.command.server.ts'
import { cohortPage } from '#app/features/cohorts/cohort-page.query.server.ts'
import { explainLimit } from '#app/features/cohorts/explain-limit.command.server.ts'
import { saveCohort } from '#app/features/cohorts/save-cohort.command.server.ts'
import { saveEnrolment } from '#app/features/cohorts/save-enrolment.command.server.ts'
import { saveReview } from '#app/features/cohorts/save-review.command.server.ts'
import { saveWork } from '#app/features/cohorts/save-work.command.server.ts'
import { CohortMembers } from '#app/features/cohorts/ui/cohort-members.tsx'
import { CloseForm, GroupForm } from '#app/features/cohorts/ui/group-form.tsx'
import { LimitsSection } from '#app/features/cohorts/ui/limits-section.tsx'
import { EngineeringPages } from '#app/features/engineerings/ui/engineering-frame.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(cohortPage, {
  words: ['engineerings', 'cohorts'],
  title: (t, { engineering }) => [t('cohorts:title'), engineering.title].filter(Boolean).join(' · '),
})
export const meta = titled

const said = (key: string, part: string) => ({
  done: (_value: unknown, { request }: { request: Request }) => ({
    to: `${new URL(request.url).pathname}#${part}`,
    toast: { key },
  }),
})
export const action = act({
  'explain.*': on(explainLimit, said('saved', 'reperes')),
  cohort: on(saveCohort, said('saved', 'groupe')),
  'enrol.*': on(saveEnrolment, said('saved', 'membres')),
  'work.*': on(saveWork, said('saved', 'membres')),
  'review.*': on(saveReview, said('saved', 'membres')),
  close: on(closeCohort, said('cohortClosed', 'fin')),
})

/** A collective engineering as a group. */
export default function Cohort() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const { operator, engineering } = page
  return (
    <EngineeringPages operator={operator} engineering={engineering}>
      <LimitsSection limits={page.limits} formKey={formKey} />
      <CohortMembers page={page} formKey={formKey} />
      <GroupForm page={page} formKey={formKey} />
      <CloseForm page={page} formKey={formKey} />
    </EngineeringPages>
  )
}
