import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfferedTransition } from '#app/features/accompaniments/offered-transitions.ts'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { GuardList, WarningReason } from '#app/features/accompaniments/ui/transition-form.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'

export type CommitteeShown = { committeeOn: string | null; opinion: string | null; opinionComment: string | null }

/** The day of the committee and its opinion. */
export function CommitteeForm({
  formKey,
  version,
  committee,
  children,
}: {
  formKey: string
  version: number
  committee: CommitteeShown
  /** Its meetings. */
  children: ReactNode
}) {
  const { t } = useTranslation(['plans', 'fields', 'choices'])
  const form = useForm('record-opinion')
  const opinions = t('choices:opinion', { returnObjects: true })
  return (
    <Section title={t('plans:committee')} note={t('plans:committeeHelp')} id="comite">
      {children}
      <CommandForm name="record-opinion" formKey={formKey} key={form.generation} className="max-w-2xl space-y-5">
        <FormTroubles
          form={form}
          fields={[
            { name: 'committeeOn', label: t('fields:committeeOn') },
            { name: 'opinion', label: t('fields:opinion'), words: opinions },
            { name: 'opinionComment', label: t('fields:opinionComment') },
          ]}
        />
        <Hidden name="version" value={form.version(version)} />
        <DateField {...form.field('committeeOn', committee.committeeOn)} label={t('fields:committeeOn')} />
        <ChoiceGroup
          {...form.field('opinion', committee.opinion)}
          label={t('fields:opinion')}
          options={Object.entries(opinions).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          {...form.field('opinionComment', committee.opinionComment)}
          label={t('fields:opinionComment')}
          hint={t('plans:commentHint')}
          rows={3}
        />
        <Button>{t('plans:committeeSave')}</Button>
      </CommandForm>
    </Section>
  )
}

export type ApprovalProps = {
  formKey: string
  today: string
  approval: { on: string; by: string | null } | null
  transition: OfferedTransition | undefined
}

/** The organisation approves its plan: by whom, on which day. */
export function ApprovalSection({ formKey, today, approval, transition }: ApprovalProps) {
  const { t } = useTranslation('plans')
  const dayWords = useDayWords()
  if (!approval && !transition) return null
  return (
    <Section title={t('approval')} id="validation">
      {approval ? (
        <Notice tone="done">
          <p>{t('approved', { on: dayWords(approval.on), by: approval.by ?? '—' })}</p>
        </Notice>
      ) : null}
      {transition ? <ApprovalForm formKey={formKey} today={today} transition={transition} /> : null}
    </Section>
  )
}

function ApprovalForm({
  formKey,
  today,
  transition,
}: {
  formKey: string
  today: string
  transition: OfferedTransition
}) {
  const { t } = useTranslation(['cases', 'fields'])
  const form = useForm('approve-plan')
  const ids = { reason: 'f-approve-reason' }
  return (
    <CommandForm name="approve-plan" formKey={formKey} key={form.generation} className="max-w-2xl space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'planApprovedOn', label: t('fields:planApprovedOn') },
          { name: 'planApprovedBy', label: t('fields:planApprovedBy') },
          { name: 'reason', label: t('cases:transition.why'), id: ids.reason },
        ]}
      />
      <GuardList title={t('cases:transition.missing')} rules={transition.missing} />
      <FieldRow>
        <DateField {...form.field('planApprovedOn', today)} label={t('fields:planApprovedOn')} max={today} />
        <TextField {...form.field('planApprovedBy')} label={t('fields:planApprovedBy')} required />
      </FieldRow>
      <WarningReason rules={transition.warnings} form={form} id={ids.reason} />
      <Button variant={transition.missing.length > 0 ? 'plain' : 'primary'}>
        {t('cases:transitions.approve_plan')}
      </Button>
    </CommandForm>
  )
}
