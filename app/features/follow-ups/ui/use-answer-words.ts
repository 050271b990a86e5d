import type { Question } from '#app/features/programmes/questions.ts'
import { answerWords } from '#app/features/steps/answers.ts'
import { formatDay, formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import type { AnswerValue } from '#db/schema/accompaniments.ts'

/** Questions and answers as they are read: words of a choice, numbers with their unit, days. */
export function useAnswerWords() {
  const locale = useLocale()
  return {
    label: ({ label }: Question) => label[locale],
    answer: (asked: Question, value: AnswerValue | undefined): string => {
      if (value === undefined) return ''
      if (typeof value === 'number') {
        if (asked.kind === 'euros') return formatEuros(value, locale)
        const unit = asked.kind === 'scale' ? `/${asked.scale?.max ?? 4}` : asked.unit ? ` ${asked.unit[locale]}` : ''
        return `${formatNumber(value, locale)}${unit}`
      }
      const asDay = asked.kind === 'date' && typeof value === 'string' ? day(value) : null
      return asDay ? formatDay(asDay, locale) : answerWords(asked, value, locale)
    },
  }
}
