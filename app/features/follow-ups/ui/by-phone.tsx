import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import type { Locale } from '#app/i18n/formats.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateField, Hidden, Select } from '#app/ui/field.tsx'
import type { Recalled } from '../questionnaire.ts'
import { responsePages } from '../response-pages.ts'
import type { WaveView } from '../wave-view.ts'
import { FollowUpFields, type FollowUpFieldsProps } from './follow-up-fields.tsx'

export type ByPhoneProps = {
  wave: Pick<WaveView, 'id' | 'wave' | 'isOpen'>
  t0: Recalled | null
  /** Those who were asked and may still answer. */
  callable: readonly { id: string; name: string }[]
  call: {
    /** Who is on the telephone, unless another is chosen; null for somebody without a name. */
    personId: string | null
    /** Somebody followed a link to this very form. */
    isAskedFor: boolean
    tracked: FollowUpFieldsProps['tracked']
    /** The actions of the plan that the wave asks about. */
    actions: FollowUpFieldsProps['actions']
  }
  number: string
  today: string
  formKey: string
  locale: Locale
}

/** What somebody answers of a wave by telephone, written down by the practitioner. */
export function ByPhone({ wave, t0, callable, call, number, today, formKey, locale }: ByPhoneProps) {
  const { t } = useTranslation(['followUps', 'common'])
  const form = useForm('by-phone')
  const { personId, isAskedFor, tracked, actions } = call
  const who = form.field('personId', personId)
  const isThisOne = form.reply?.values.followUpId === wave.id
  return (
    <div id="appel" className="mt-2 scroll-mt-24">
      <Disclosure label={t('followUps:recordByPhone')} open={isThisOne || isAskedFor}>
        {isThisOne ? (
          <ErrorSummary
            title={t('common:errorSummary')}
            errors={[...form.formErrors.map(message => ({ message })), ...form.summary]}
          />
        ) : null}
        <CommandForm
          key={`${wave.id} ${personId}`}
          name="by-phone"
          formKey={`${formKey}.${wave.id}`}
          action={`?appel=${wave.id}`}
          className="mt-4 grid grid-cols-1 gap-7"
        >
          <Hidden name="followUpId" value={wave.id} />
          <Hidden name="number" value={number} />
          {callable.length > 0 || who.errors ? (
            <Select
              {...who}
              label={t('followUps:respondents.onThePhone')}
              hint={t('followUps:respondents.onThePhoneHint')}
              {...(wave.isOpen && { placeholder: t('followUps:respondents.somebodyElse') })}
              options={callable.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <DateField {...form.field('answeredOn', today)} label={t('followUps:answeredOnField')} max={today} />
          <FollowUpFields
            pages={responsePages(wave.wave, {
              hasTracked: tracked.questions.length > 0,
              hasPlan: actions.length > 0,
              standing: null,
            })}
            form={form}
            t0={t0}
            tracked={tracked}
            actions={actions}
            locale={locale}
          />
          <div>
            <Button variant="primary">{t('followUps:saveAnswers')}</Button>
          </div>
        </CommandForm>
      </Disclosure>
    </div>
  )
}
