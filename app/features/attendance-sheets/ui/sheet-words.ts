import { useTranslation } from 'react-i18next'
import { formatDay, formatHour, formatInstant, type Locale } from '#app/i18n/formats.ts'
import type { SheetFacts, Signature } from '../sheet.ts'

/** When and where a session was, and what its signatures say, in words. */
export function useSheetWords(locale: Locale) {
  const { t } = useTranslation('sheets')
  const factsOf = ({ heldOn, beginsAt, endsAt, place }: SheetFacts) =>
    [
      heldOn ? formatDay(heldOn, locale) : null,
      [beginsAt, endsAt].flatMap(at => (at ? [formatHour(at, locale)] : [])).join(' – '),
      place,
    ]
      .filter(Boolean)
      .join(' · ')
  const signedWords = ({ means, signedAt, takenBy, signedName }: Signature) =>
    t(`signed.${means}`, { name: signedName, at: formatInstant(new Date(signedAt), locale), by: takenBy ?? '' })
  return { factsOf, signedWords }
}
