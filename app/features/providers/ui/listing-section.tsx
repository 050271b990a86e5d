import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ListingState } from '../listing.ts'
import { ListingTag } from './listing-tag.tsx'

type Props = { formKey: string; state: ListingState; confirmedOn: string | null }

/** When the sheet was last confirmed, and the button that begins its year again. */
export function ListingSection({ formKey, state, confirmedOn }: Props) {
  const { t } = useTranslation('providers')
  const locale = useLocale()
  const form = useForm('confirm-listing')
  const since = day(confirmedOn)
  return (
    <Section title={t('listing.title')}>
      <p className="mb-2 flex flex-wrap items-center gap-3">
        <ListingTag state={state} />
        {since ? t('listing.confirmedOn', { on: formatDay(since, locale) }) : null}
      </p>
      <p className="mb-3 max-w-2xl text-ink-2">{t('listing.help')}</p>
      <CommandForm name="confirm-listing" formKey={formKey} key={form.generation}>
        <FormTroubles form={form} fields={[]} />
        <Button>{t('listing.confirm')}</Button>
      </CommandForm>
    </Section>
  )
}
