import { useTranslation } from 'react-i18next'
import { audiences } from '#app/features/testimonies/piece-kinds.ts'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Quote as QuoteShown } from '../quote.ts'

/** Who may read the sentence that is written above; nobody is chosen beforehand. */
export function QuoteAudience({ form }: { form: Pick<FormState, 'field'> }) {
  const { t } = useTranslation('followUps')
  const words = t('quote.audiences', { returnObjects: true })
  return (
    <ChoiceGroup
      {...form.field('quoteAudience')}
      label={t('quote.who')}
      hint={t('quote.whoHint')}
      options={audiences.map(value => ({ value, label: words[value] }))}
    />
  )
}

/** After she has answered: her sentence, who may read it, and how to change that. */
export function YourQuote({ quote, formKey }: { quote: QuoteShown; formKey: string }) {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  const form = useForm('decide-quote')
  const words = t('quote.audiences', { returnObjects: true })
  const withdrawnOn = day(quote.withdrawnOn)
  return (
    <Section title={t('quote.title')}>
      {form.formErrors.map(message => (
        <Notice key={message} tone="stop" role="alert">
          {message}
        </Notice>
      ))}
      <Quote source={t('quote.unsigned')}>
        <span className="whitespace-pre-wrap">«&nbsp;{quote.body}&nbsp;»</span>
      </Quote>
      <p className="my-4" role="status">
        {quote.audience
          ? t('quote.readBy', { audience: words[quote.audience] })
          : withdrawnOn
            ? t('quote.withdrawn', { day: formatDay(withdrawnOn, locale, 'long') })
            : t('quote.nobody')}
      </p>
      <CommandForm name="decide-quote" formKey={`${formKey}.quote`} key={form.generation} className="space-y-4">
        <ChoiceGroup
          name="audience"
          label={t('quote.change')}
          hint={t('quote.changeHint')}
          defaultValue={quote.audience ?? 'nobody'}
          options={[
            ...audiences.map(value => ({ value, label: words[value] })),
            { value: 'nobody', label: t('quote.withdraw'), hint: t('quote.withdrawHelp') },
          ]}
        />
        <Button>{t('quote.save')}</Button>
      </CommandForm>
    </Section>
  )
}
