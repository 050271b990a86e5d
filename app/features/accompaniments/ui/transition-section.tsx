import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isFormReply } from '#app/http/form-reply.ts'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import type { OfferedTransition } from '../offered-transitions.ts'
import { TransitionForm, transitionFormName } from './transition-form.tsx'

export type TransitionSectionProps = {
  transitions: readonly OfferedTransition[]
  formKey: string
  today: string
  /** Those that ask for the day on which they happened, each with the day that is known. */
  dated?: Readonly<Record<string, string>>
}

/**
 * The ways on from here; nothing when there is none. Those that ask for a reason leave the path (put aside, refer, stop):
 * they are folded away beside one that does not, so that the page has one thing to do.
 */
export function TransitionSection({ transitions, formKey, today, dated = {} }: TransitionSectionProps) {
  const { t } = useTranslation('cases')
  const answered: unknown = useActionData()
  const refused = isFormReply(answered) ? answered.form : null
  if (transitions.length === 0) return null
  const hasPath = transitions.some(({ asksReason }) => !asksReason)
  const main = transitions.filter(({ asksReason }) => !hasPath || !asksReason)
  const aside = transitions.filter(transition => !main.includes(transition))
  const formOf = (transition: OfferedTransition) => (
    <TransitionForm
      key={transition.code}
      transition={transition}
      formKey={formKey}
      isMain={main.includes(transition)}
      {...((transition.isDated || transition.code in dated) && {
        on: { known: dated[transition.code] || today, today },
      })}
    />
  )
  return (
    <Card title={t('transition.title')} tone="next" className="mb-8">
      <div className="space-y-6 divide-y divide-line *:not-first:pt-6">
        {main.map(formOf)}
        {aside.length > 0 ? (
          <Disclosure
            label={t('transition.aside')}
            open={aside.some(transition => transitionFormName(transition) === refused)}
          >
            <div className="mt-4 space-y-6 divide-y divide-line *:not-first:pt-6">{aside.map(formOf)}</div>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  )
}
