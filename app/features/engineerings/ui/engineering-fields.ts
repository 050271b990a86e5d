import { useTranslation } from 'react-i18next'
import type { TroubleField } from '#app/http/form-troubles.tsx'
import type { ProviderChoice } from '../engineering.ts'
import { engineeringKinds } from '../engineering-rules.ts'

const dates = ['startsOn', 'endsOn', 'signedOn', 'deliveredOn', 'paidOn', 'lateReason', 'unconsultedReason'] as const

/** The fields of an engineering's form by their names, for what is refused and for what somebody else wrote first. */
export function useEngineeringFields(providers: readonly ProviderChoice[]): TroubleField[] {
  const { t } = useTranslation('engineerings')
  return [
    {
      name: 'kind',
      label: t('kind'),
      words: Object.fromEntries(engineeringKinds.map(kind => [kind, t(`kinds.${kind}`)])),
    },
    { name: 'title', label: t('form.title') },
    {
      name: 'providerId',
      label: t('form.provider'),
      words: Object.fromEntries(providers.map(({ id, name }) => [id, name])),
    },
    { name: 'newProvider', label: t('form.newProvider') },
    { name: 'daysOrdered', label: t('form.daysOrdered') },
    { name: 'amount', label: t('form.amount') },
    ...dates.map(name => ({ name, label: t(`form.${name}`) })),
  ]
}
