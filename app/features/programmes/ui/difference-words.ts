import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import type { Asked, Difference } from '../shipped-update.ts'

export type Uses = Readonly<Record<string, number>>
const shares = ['snapshotCompleteness', 'sessionsShare']

/** A difference in words: what it is about, and what each side says. */
export function useDifferenceWords(uses: Uses) {
  const { t } = useTranslation('programmes')
  const locale = useLocale()
  const kinds: Record<string, string> = t('kinds', { returnObjects: true })
  const settings: Record<string, string> = t('settings', { returnObjects: true })
  const asked = ({ kind, label, hint, options = [], required, tracked, confidential, when }: Asked) =>
    [
      label[locale],
      kinds[kind],
      hint?.[locale],
      options.map(option => option.label[locale]).join(', '),
      required ? t('fields.required') : '',
      tracked ? t('fields.tracked') : '',
      confidential ? t('fields.confidential') : '',
      when ? t('update.conditional') : '',
    ]
      .filter(Boolean)
      .join(' · ')
  const title = (difference: Difference): string => {
    const { part, code } = difference
    if (part === 'name') return t('name')
    if (difference.part === 'step') return t('update.step', { name: (difference.own ?? difference.shipped)?.[locale] })
    if (part === 'wave') return t('wave', { wave: code })
    if (part === 'setting') return settings[code] ?? code
    if (part === 'reminder') {
      const [rule, at] = code.split('_')
      return t('occurrence', { rule, rank: Number(at) + 1 })
    }
    if (difference.part !== 'question') return code
    const words = t('update.question', { name: (difference.own ?? difference.shipped)?.label[locale] })
    return `${words} (${t('uses', { count: uses[code] ?? 0 })})`
  }
  const figure = (part: Difference['part'], code: string, value: number | boolean) => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (part === 'wave') return t('update.months', { count: value })
    if (part === 'reminder') return t('update.days', { count: value })
    return String(shares.includes(code) ? Math.round(value * 100) : value)
  }
  const side = (difference: Difference, of: 'own' | 'shipped'): string => {
    if (difference.part === 'question') return difference[of] ? asked(difference[of]) : t('update.absent')
    if (difference.part === 'name' || difference.part === 'step') return difference[of]?.[locale] ?? t('update.absent')
    const value = difference[of]
    return value === null ? t('update.absent') : figure(difference.part, difference.code, value)
  }
  return {
    title,
    own: (difference: Difference) => side(difference, 'own'),
    shipped: (difference: Difference) => side(difference, 'shipped'),
  }
}
