import { useTranslation } from 'react-i18next'
import type { GuardRule } from '#app/features/programmes/programme-definition.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField, Hidden, TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { OfferedTransition } from '../offered-transitions.ts'

export type TransitionFormProps = {
  transition: OfferedTransition
  formKey: string
  /** What the page is for; the others are drawn less. */
  isMain?: boolean
  /** Asks for the day on which it happened. */
  on?: { known: string; today: string }
}

export const transitionFormName = ({ code, label }: OfferedTransition) => (label ? `take.${code}` : `advance.${code}`)

/** One way on: what is missing first, what asks for a reason, and the button. The form is named `advance.<transition>`. */
export function TransitionForm({ transition, formKey, isMain = true, on }: TransitionFormProps) {
  const { t } = useTranslation(['cases', 'fields'])
  const locale = useLocale()
  const { code, missing, warnings, asksReason } = transition
  const formName = transitionFormName(transition)
  const form = useForm(formName)
  const ids = { on: `f-${code}-on`, reason: `f-${code}-reason` }
  const labels: Record<string, string> = t('cases:transitions', { returnObjects: true })
  const name = transition.label?.[locale] ?? labels[code]
  return (
    <CommandForm name={formName} formKey={formKey} key={form.generation} aria-label={name} className="space-y-4">
      <FormTroubles
        form={form}
        fields={[
          { name: 'on', label: t('fields:on'), id: ids.on },
          { name: 'reason', label: t('cases:transition.why'), id: ids.reason },
        ]}
      />
      <Hidden name="transition" value={code} />
      <GuardList title={t('cases:transition.missing')} rules={missing} />
      {on ? <DateField {...form.field('on', on.known)} id={ids.on} label={t('fields:on')} max={on.today} /> : null}
      {asksReason ? (
        <TextArea {...form.field('reason')} id={ids.reason} label={t('cases:transition.reason')} rows={2} />
      ) : null}
      <WarningReason rules={asksReason ? [] : warnings} form={form} id={ids.reason} />
      <Button variant={missing.length > 0 || !isMain ? 'plain' : 'primary'}>{name}</Button>
    </CommandForm>
  )
}

/** What to do before the step, one line each. */
export function GuardList({ title, rules }: { title: string; rules: readonly GuardRule[] }) {
  const { t } = useTranslation('guards')
  if (rules.length === 0) return null
  const todo: Record<string, string> = t('todo', { returnObjects: true })
  return (
    <Notice tone="late" title={title}>
      <ul className="list-disc space-y-1 pl-5">
        {rules.map(rule => (
          <li key={rule}>{todo[rule]}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** Warnings that may be passed with a reason, which history keeps. */
export function WarningReason({
  rules,
  form,
  id,
}: {
  rules: readonly GuardRule[]
  form: ReturnType<typeof useForm>
  id: string
}) {
  const { t } = useTranslation('cases')
  if (rules.length === 0) return null
  return (
    <>
      <GuardList title={t('transition.warnings')} rules={rules} />
      <TextArea {...form.field('reason')} id={id} label={t('transition.why')} hint={t('transition.whyHint')} rows={2} />
    </>
  )
}
