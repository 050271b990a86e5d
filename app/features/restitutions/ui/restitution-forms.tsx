import { useTranslation } from 'react-i18next'
import type { OfferedTransition } from '#app/features/accompaniments/offered-transitions.ts'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { GuardList, WarningReason } from '#app/features/accompaniments/ui/transition-form.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, Select, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'

type StepProps = { formKey: string; today: string; transition: OfferedTransition }

/** The closing meeting: the day from which follow-up counts. */
export function HoldForm({ formKey, today, transition }: StepProps) {
  const { t } = useTranslation(['cases', 'fields'])
  const form = useForm('hold-restitution')
  const ids = { reason: 'f-hold-reason' }
  return (
    <CommandForm name="hold-restitution" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
      <FormTroubles
        form={form}
        fields={[
          { name: 'restitutionOn', label: t('fields:restitutionOn') },
          { name: 'reason', label: t('cases:transition.why'), id: ids.reason },
        ]}
      />
      <GuardList title={t('cases:transition.missing')} rules={transition.missing} />
      <DateField {...form.field('restitutionOn', today)} label={t('fields:restitutionOn')} max={today} />
      <WarningReason rules={transition.warnings} form={form} id={ids.reason} />
      <Button variant={transition.missing.length > 0 ? 'plain' : 'primary'}>
        {t('cases:transitions.hold_restitution')}
      </Button>
    </CommandForm>
  )
}

export type ReportFormProps = {
  formKey: string
  version: number
  values: { finalReport: string | null; outcome: string | null }
}

/** The final report, written as often as one likes before it is filed. */
export function ReportForm({ formKey, version, values }: ReportFormProps) {
  const { t } = useTranslation(['cases', 'fields', 'choices', 'common'])
  const form = useForm('save-report')
  const outcomes = t('choices:outcome', { returnObjects: true })
  return (
    <Section title={t('cases:restitution.report')} id="bilan">
      <CommandForm
        name="save-report"
        formKey={formKey}
        draft={form.draft}
        key={form.generation}
        className="max-w-3xl space-y-5"
      >
        <FormTroubles
          form={form}
          fields={[
            { name: 'finalReport', label: t('fields:finalReport') },
            { name: 'outcome', label: t('fields:outcome'), words: outcomes },
          ]}
        />
        <Hidden name="version" value={form.version(version)} />
        <TextArea
          {...form.field('finalReport', values.finalReport)}
          label={t('fields:finalReport')}
          hint={t('cases:restitution.reportHint')}
          rows={10}
        />
        <Select
          {...form.field('outcome', values.outcome)}
          label={t('fields:outcome')}
          placeholder={t('common:unknown')}
          options={Object.entries(outcomes).map(([value, label]) => ({ value, label }))}
        />
        <Button>{t('cases:restitution.save')}</Button>
      </CommandForm>
    </Section>
  )
}

export type FileFormProps = StepProps & { waves: readonly { wave: string; plannedOn: string }[] }

/** Filing the report plans the follow-ups: their days are shown before. */
export function FileForm({ formKey, transition, waves }: FileFormProps) {
  const { t } = useTranslation(['cases', 'fields'])
  const dayWords = useDayWords()
  const form = useForm('file-report')
  const ids = { reason: 'f-file-reason' }
  return (
    <Section title={t('cases:restitution.file')} id="depot">
      <CommandForm name="file-report" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
        <FormTroubles form={form} fields={[{ name: 'reason', label: t('cases:transition.why'), id: ids.reason }]} />
        <GuardList title={t('cases:transition.missing')} rules={transition.missing} />
        <p>{t('cases:restitution.fileHelp')}</p>
        <WaveList waves={waves.map(({ wave, plannedOn }) => ({ wave, words: dayWords(plannedOn) }))} />
        <WarningReason rules={transition.warnings} form={form} id={ids.reason} />
        <Button variant={transition.missing.length > 0 ? 'plain' : 'primary'}>
          {t('cases:transitions.enter_follow_up')}
        </Button>
      </CommandForm>
    </Section>
  )
}

export function WaveList({ waves }: { waves: readonly { wave: string; words: string }[] }) {
  return (
    <ul className="list-disc space-y-1 pl-6">
      {waves.map(({ wave, words }) => (
        <li key={wave}>
          <strong>{wave}</strong> : {words}
        </li>
      ))}
    </ul>
  )
}

export function CloseForm({ formKey, today, transition, outcome }: StepProps & { outcome: string | null }) {
  const { t } = useTranslation(['cases', 'fields', 'choices'])
  const form = useForm('close')
  const outcomes = t('choices:outcome', { returnObjects: true })
  const ids = { reason: 'f-close-reason', outcome: 'f-close-outcome' }
  return (
    <Section title={t('cases:restitution.close')} note={t('cases:restitution.closeHelp')} id="cloture">
      <CommandForm name="close" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
        <FormTroubles
          form={form}
          fields={[
            { name: 'closedOn', label: t('fields:closedOn') },
            { name: 'outcome', label: t('fields:outcome'), id: ids.outcome, words: outcomes },
            { name: 'reason', label: t('cases:transition.why'), id: ids.reason },
          ]}
        />
        <GuardList title={t('cases:transition.missing')} rules={transition.missing} />
        <DateField {...form.field('closedOn', today)} label={t('fields:closedOn')} max={today} />
        <ChoiceGroup
          {...form.field('outcome', outcome)}
          id={ids.outcome}
          label={t('fields:outcome')}
          options={Object.entries(outcomes).map(([value, label]) => ({ value, label }))}
        />
        <WarningReason rules={transition.warnings} form={form} id={ids.reason} />
        <Button variant={transition.missing.length > 0 ? 'plain' : 'primary'}>{t('cases:transitions.close')}</Button>
      </CommandForm>
    </Section>
  )
}
