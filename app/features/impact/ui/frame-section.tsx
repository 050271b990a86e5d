import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { nextStage, type Study } from '../impact.ts'

/** What is at stake and for whom; and the way to the next measure. */
export function FrameSection({ study, formKey }: { study: Study | null; formKey: string }) {
  const { t } = useTranslation('impact')
  if (!study)
    return (
      <Section title={t('frame.title')} note={t('frame.help')}>
        <FrameForm study={null} formKey={formKey} />
      </Section>
    )
  return (
    <Section title={t('frame.title')} note={t(`stageNotes.${study.stage}`)}>
      <p className="max-w-prose whitespace-pre-line">{study.stakes}</p>
      {study.stage === 'concluded' ? null : (
        <Disclosure label={t('frame.rewrite')}>
          <FrameForm study={study} formKey={formKey} />
        </Disclosure>
      )}
      <AdvanceForm study={study} formKey={formKey} />
    </Section>
  )
}

function FrameForm({ study, formKey }: { study: Study | null; formKey: string }) {
  const { t } = useTranslation('impact')
  const form = useForm('save-frame')
  return (
    <CommandForm
      name="save-frame"
      formKey={formKey}
      draft={form.draft}
      key={form.generation}
      className="mt-3 max-w-3xl space-y-5"
    >
      <FormTroubles form={form} fields={[{ name: 'stakes', label: t('frame.stakes') }]} />
      <Hidden name="version" value={form.version(study?.version ?? 0)} />
      <TextArea
        {...form.field('stakes', study?.stakes)}
        label={t('frame.stakes')}
        hint={t('frame.stakesHint')}
        rows={6}
        required
      />
      <Button variant={study ? 'plain' : 'primary'}>{t('frame.save')}</Button>
    </CommandForm>
  )
}

function AdvanceForm({ study, formKey }: { study: Study; formKey: string }) {
  const { t } = useTranslation('impact')
  const form = useForm('advance-study')
  const to = nextStage[study.stage]
  if (!to || to === 'framing') return null
  return (
    <CommandForm name="advance-study" formKey={formKey} key={form.generation} className="mt-5 space-y-3">
      <FormTroubles form={form} fields={[]} />
      <Hidden name="to" value={to} />
      <p className="text-ink-2">{t(`advanceNotes.${to}`)}</p>
      <Button>{t(`advance.${to}`)}</Button>
    </CommandForm>
  )
}
