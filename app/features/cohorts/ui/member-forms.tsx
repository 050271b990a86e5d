import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import type { Day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, NumberField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import type { CohortMember, IntersessionWork } from '../cohort.ts'

type MemberProps = { member: CohortMember; formKey: string }

/** Fields whose ids are their own: every member of the page has the same names. */
function useMemberForm(name: string, prefix: string, labels: Record<string, string>) {
  const form = useForm(name)
  const idOf = (key: string) => `${prefix}-${key}`
  return {
    form,
    field: (key: string, stored?: string | number | null) => ({ ...form.field(key, stored), id: idOf(key) }),
    fields: Object.entries(labels).map(([key, label]) => ({ name: key, label, id: idOf(key) })),
  }
}

/** Who comes for a member, its charter, its days; or that it left. */
export function EnrolmentForm({ member, formKey }: MemberProps) {
  const { t } = useTranslation('cohorts')
  const { enrolment, accompanimentId, people } = member
  const labels = {
    leader: t('leader'),
    governance: t('governance'),
    charterSignedOn: t('charterSignedOn'),
    leaderDays: t('leaderDays'),
    withdrawnOn: t('withdrawnOn'),
    withdrawalReason: t('withdrawalReason'),
  }
  const { form, field, fields } = useMemberForm(`enrol.${accompanimentId}`, `enrol-${accompanimentId}`, labels)
  const known = (which: string) => people.filter(person => person.function === which).map(({ name }) => name)
  const days = enrolment.leaderQuarters === null ? null : String(enrolment.leaderQuarters / 4).replace('.', ',')
  return (
    <Disclosure label={t('enrol')} open={form.reply !== null}>
      <CommandForm
        key={form.generation}
        name={`enrol.${accompanimentId}`}
        formKey={`${formKey}.${accompanimentId}`}
        className="max-w-2xl space-y-5 pt-2"
      >
        <FormTroubles form={form} fields={fields} />
        <Hidden name="accompanimentId" value={accompanimentId} />
        <Hidden name="version" value={form.version(enrolment.version)} />
        <FieldRow>
          <TextField
            {...field('leader', enrolment.leader ?? known('leader')[0])}
            label={labels.leader}
            autoComplete="off"
          />
          <TextField
            {...field('governance', enrolment.governance ?? known('governance')[0])}
            label={labels.governance}
            hint={t('governanceHint')}
            autoComplete="off"
          />
        </FieldRow>
        <FieldRow>
          <DateField {...field('charterSignedOn', enrolment.charterSignedOn)} label={labels.charterSignedOn} />
          <NumberField
            {...field('leaderDays', days)}
            label={labels.leaderDays}
            hint={t('leaderDaysHint')}
            unit={t('daysUnit')}
          />
        </FieldRow>
        <DateField {...field('withdrawnOn', enrolment.withdrawnOn)} label={labels.withdrawnOn} />
        <TextArea {...field('withdrawalReason', enrolment.withdrawalReason)} label={labels.withdrawalReason} rows={2} />
        <Button>{t('saveEnrolment')}</Button>
      </CommandForm>
    </Disclosure>
  )
}

/** Before which session of the group the work is done. */
const phases = ['first', 'second', 'last'] as const

type WorkProps = MemberProps & { work: IntersessionWork | null }

/** One piece of work between two sessions: a new one, or whether a known one is done. */
export function WorkForm({ member, work, formKey }: WorkProps) {
  const { t } = useTranslation('cohorts')
  const { accompanimentId } = member
  const key = work?.id ?? 'new'
  const name = `work.${accompanimentId}.${key}`
  const labels = { phase: t('phase'), title: t('work'), dueOn: t('dueOn'), doneOn: t('doneOn') }
  const { form, field, fields } = useMemberForm(name, `work-${accompanimentId}-${key}`, labels)
  const typed = form.reply?.values.withGovernance
  return (
    <Disclosure label={work ? t('changeWork', { title: work.title }) : t('addWork')} open={form.reply !== null}>
      <CommandForm
        key={form.generation}
        name={name}
        formKey={`${formKey}.${accompanimentId}.${key}`}
        className="max-w-2xl space-y-5 pt-2"
      >
        <FormTroubles form={form} fields={fields} />
        <Hidden name="accompanimentId" value={accompanimentId} />
        {work ? <Hidden name="workId" value={work.id} /> : null}
        <Hidden name="version" value={form.version(work?.version ?? 0)} />
        <Select
          {...field('phase', work?.phase ?? 0)}
          label={labels.phase}
          options={phases.map((phase, index) => ({ value: String(index), label: t(`phases.${phase}`) }))}
        />
        <TextField {...field('title', work?.title)} label={labels.title} autoComplete="off" required />
        <FieldRow>
          <DateField {...field('dueOn', work?.dueOn)} label={labels.dueOn} />
          <DateField {...field('doneOn', work?.doneOn)} label={labels.doneOn} />
        </FieldRow>
        <CheckboxField
          name="withGovernance"
          id={`work-${accompanimentId}-${key}-governance`}
          label={t('withGovernance')}
          defaultChecked={form.reply ? typed !== undefined : work?.withGovernance}
        />
        <Button>{t('saveWork')}</Button>
      </CommandForm>
    </Disclosure>
  )
}

/** The individual closing of one member. */
export function ReviewForm({ member, today, formKey }: MemberProps & { today: Day }) {
  const { t } = useTranslation('cohorts')
  const { review, accompanimentId } = member
  const labels = {
    heldOn: t('heldOn'),
    conclusions: t('conclusions'),
    feedback: t('feedback'),
    thirdPerson: t('thirdPerson'),
  }
  const { form, field, fields } = useMemberForm(`review.${accompanimentId}`, `review-${accompanimentId}`, labels)
  return (
    <Disclosure label={t(review ? 'changeReview' : 'addReview')} open={form.reply !== null}>
      <CommandForm
        key={form.generation}
        name={`review.${accompanimentId}`}
        formKey={`${formKey}.${accompanimentId}`}
        className="max-w-2xl space-y-5 pt-2"
      >
        <FormTroubles form={form} fields={fields} />
        <Hidden name="accompanimentId" value={accompanimentId} />
        <Hidden name="version" value={form.version(review?.version ?? 0)} />
        <DateField {...field('heldOn', review?.heldOn ?? today)} label={labels.heldOn} required />
        <TextArea {...field('conclusions', review?.conclusions)} label={labels.conclusions} rows={3} required />
        <TextArea {...field('feedback', review?.feedback)} label={labels.feedback} rows={2} />
        <TextField
          {...field('thirdPerson', review?.thirdPerson)}
          label={labels.thirdPerson}
          hint={t('thirdPersonHint')}
          autoComplete="off"
        />
        <Button>{t('saveReview')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
