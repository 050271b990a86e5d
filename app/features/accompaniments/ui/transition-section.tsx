import { useTranslation } from 'react-i18next'
import { Card } from '#app/ui/card.tsx'
import type { OfferedTransition } from '../offered-transitions.ts'
import { TransitionForm } from './transition-form.tsx'

export type TransitionSectionProps = {
  transitions: readonly OfferedTransition[]
  formKey: string
  today: string
  /** Those that ask for the day on which they happened, each with the day that is known. */
  dated?: Readonly<Record<string, string>>
}

/** The ways on from here; nothing when there is none. */
export function TransitionSection({ transitions, formKey, today, dated = {} }: TransitionSectionProps) {
  const { t } = useTranslation('cases')
  if (transitions.length === 0) return null
  return (
    <Card title={t('transition.title')} tone="next" className="mb-8">
      <div className="space-y-6 divide-y divide-line *:not-first:pt-6">
        {transitions.map(transition => (
          <TransitionForm
            key={transition.code}
            transition={transition}
            formKey={formKey}
            {...((transition.isDated || transition.code in dated) && {
              on: { known: dated[transition.code] || today, today },
            })}
          />
        ))}
      </div>
    </Card>
  )
}
