import { useTranslation } from 'react-i18next'
import { acceptedEndings } from '#app/features/files/file-kinds.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { FileField, NumberField, TextArea } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import type { Bid } from '../consultation.ts'

type BidFormProps = { bid: Bid; formKey: string }

/** Will an offer come? Said early, it saves everybody's time. */
export function IntentionForm({ bid, formKey }: BidFormProps) {
  const { t } = useTranslation('bidding')
  const form = useForm('intention')
  return (
    <CommandForm name="intention" formKey={formKey} key={form.generation} className="space-y-4">
      <FormTroubles form={form} fields={[{ name: 'intention', label: t('intention') }]} />
      <ChoiceGroup
        {...form.field('intention', bid.intention)}
        label={t('intention')}
        required
        options={(['yes', 'no'] as const).map(value => ({ value, label: t(`intentions.${value}`) }))}
      />
      <Button>{t(bid.intention ? 'changeIntention' : 'sayIntention')}</Button>
    </CommandForm>
  )
}

const comma = (value: number) => String(value).replace('.', ',')

/** The offer itself; sent again before the deadline, it replaces the one before. */
export function BidForm({ bid: { offer, file }, formKey }: BidFormProps) {
  const { t } = useTranslation('bidding')
  const form = useForm('bid')
  const document = form.field('file')
  const labels = { days: t('offeredDays'), amount: t('amount'), note: t('note'), file: t('file') }
  return (
    <CommandForm name="bid" formKey={formKey} key={form.generation} encType="multipart/form-data" className="space-y-6">
      <FormTroubles form={form} fields={Object.entries(labels).map(([name, label]) => ({ name, label }))} />
      <FieldRow>
        <NumberField
          {...form.field('days', offer && comma(offer.quarters / 4))}
          label={labels.days}
          hint={t('daysHint')}
          unit={t('daysUnit')}
          required
        />
        <NumberField
          {...form.field('amount', offer && comma(offer.amountCents / 100))}
          label={labels.amount}
          unit="€"
          required
        />
      </FieldRow>
      <TextArea {...form.field('note', offer?.note)} label={labels.note} hint={t('noteHint')} rows={4} />
      <FileField
        name={document.name}
        {...(document.errors && { errors: document.errors })}
        label={labels.file}
        mark={t('optional')}
        hint={t(file ? 'fileKept' : 'fileHint', { name: file?.name ?? '' })}
        accept={acceptedEndings}
      />
      <Button variant="primary" className="w-full sm:w-auto">
        {t(offer ? 'replace' : 'deposit')}
      </Button>
    </CommandForm>
  )
}
