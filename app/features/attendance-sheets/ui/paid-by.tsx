import { useTranslation } from 'react-i18next'

/** Who pays for what is signed, by name; nothing where nobody is known to. */
export function PaidBy({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('sheets')
  return names.length > 0 ? <p className="text-ink-2">{t('paidBy', { names: names.join(', ') })}</p> : null
}
