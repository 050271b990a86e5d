import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { useSentence } from '#app/i18n/use-sentence.ts'
import { day } from '#app/kernel/day.ts'

/** The states of the case's programme, by their codes. */
export type StateWords = Readonly<Record<string, Readonly<Record<Locale, string>>>>

/** Lists that two nouns write otherwise under one name. */
const listOf: Readonly<Record<string, string>> = {
  'territory.kind': 'territories:kinds',
  'challenge.nature': 'territories:natures',
}

/** Fields whose name is that of a group of others: the list of a mission's criteria, beside those of eligibility. */
const wholeOf: Readonly<Record<string, string>> = { criteria: 'criteriaList' }

/** Fields and values by their words, where they have some; as they are stored otherwise. `names`: of values that are ids. */
export function useFieldWords(states: StateWords, names: Readonly<Record<string, string>> = {}) {
  const { t, i18n } = useTranslation(['fields', 'choices', 'cases', 'typology', 'volunteering', 'territories'])
  const locale = useLocale()
  const sentence = useSentence('fields')
  return {
    field: (field: string): string => {
      const figure = /^origins\.(\w+)\.(on|origin|certainty)$/.exec(field)
      if (figure) {
        const [of, part] = [sentence(`fields:${figure[1]}`), sentence(`fields:originOf.${figure[2]}`)]
        return t('fields:originOf.line', { figure: of, part })
      }
      const ranked = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(field)
      const key = ranked ? `fields:${ranked[1]}.${ranked[3]}` : `fields:${wholeOf[field] ?? field}`
      const known = [key, `typology:fields.${field}`, `volunteering:fields.${field}`].find(candidate =>
        i18n.exists(candidate),
      )
      const name = known ? sentence(known) : field
      return ranked ? t('cases:history.need', { field: name, rank: Number(ranked[2]) + 1 }) : name
    },
    value: (field: string, value: string): string => {
      const named = names[value]
      if (named !== undefined) return named
      const asDay = day(value)
      if (asDay) return formatDay(asDay, locale)
      if (field === 'state') return states[value]?.[locale] ?? value
      const list = field.split('.').at(-1) ?? field
      const word = (code: string) => {
        const own = listOf[field]
        const keys = own
          ? [`${own}.${code}`]
          : [`choices:${list}.${code}`, `typology:values.${list}.${code}`, `choices:yesNo.${code}`]
        const known = code ? keys.find(key => i18n.exists(key)) : undefined
        return known && sentence(known)
      }
      // Several values, one per line, when each of them is one.
      const words = value.split('\n').map(word)
      return words.every(known => known !== undefined) ? words.join('\n') : value
    },
  }
}
