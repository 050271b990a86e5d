import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { CohortPage } from '../cohort.ts'

type Limit = CohortPage['limits'][number]

/** What the method advises and this group does otherwise: each asks for a reason, and forbids nothing. */
export function LimitsSection({ limits, formKey }: { limits: readonly Limit[]; formKey: string }) {
  const { t } = useTranslation('cohorts')
  return (
    <Section title={t('limits')} note={t('limitsHelp')} id="reperes">
      {limits.length === 0 ? <p>{t('noLimit')}</p> : null}
      <ul className="space-y-3">
        {limits.map(limit => (
          <li key={limit.code}>
            <Notice tone={limit.reason ? 'neutral' : 'late'}>
              <p>{t(`advice.${limit.code}`, limit.params)}</p>
              {limit.reason ? (
                <p className="whitespace-pre-line">
                  {t('reasonSaid')} {limit.reason}
                </p>
              ) : null}
              <ReasonForm limit={limit} formKey={formKey} />
            </Notice>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ReasonForm({ limit, formKey }: { limit: Limit; formKey: string }) {
  const { t } = useTranslation('cohorts')
  const name = `explain.${limit.code}`
  const form = useForm(name)
  const id = `reason-${limit.code}`
  return (
    <Disclosure label={t(limit.reason ? 'changeReason' : 'giveReason')} open={form.reply !== null}>
      <CommandForm key={form.generation} name={name} formKey={`${formKey}.${limit.code}`} className="space-y-3 pt-1">
        <FormTroubles form={form} fields={[{ name: 'reason', label: t('reason'), id }]} />
        <Hidden name="limit" value={limit.code} />
        <TextArea {...form.field('reason', limit.reason)} id={id} label={t('reason')} rows={2} required />
        <Button>{t('saveReason')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
