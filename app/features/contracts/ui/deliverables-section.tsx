import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { type ContractPage, type Deliverable, sharings } from '../contract.ts'
import { DeliverableFacts } from './deliverable-card.tsx'
import { SubmitForm } from './submit-form.tsx'

type PartProps = { page: ContractPage; formKey: string }

/** What the contract promises, from the moment it is expected to the one it is accepted. */
export function DeliverablesSection({ page, formKey, base }: PartProps & { base: string }) {
  const { t } = useTranslation('contracts')
  const form = useForm('deliverable')
  const { deliverables, engineering, today } = page
  const isOpen = engineering.state !== 'cancelled' && engineering.state !== 'paid'
  return (
    <Section title={t('deliverables')} id="livrables" note={t('deliverablesHelp')}>
      {deliverables.length === 0 ? <p>{t('noDeliverable')}</p> : null}
      <ul className="divide-y divide-line">
        {deliverables.map(deliverable => (
          <li key={deliverable.id} className="py-3">
            <DeliverableFacts deliverable={deliverable} fileAt={`${base}/livrables/${deliverable.id}`} />
            {deliverable.state === 'accepted' ? null : (
              <SubmitForm deliverable={deliverable} today={today} formKey={`${formKey}.${deliverable.id}`} />
            )}
            {deliverable.state === 'submitted' ? (
              <ReviewForm deliverable={deliverable} page={page} formKey={`${formKey}.${deliverable.id}`} />
            ) : null}
            {deliverable.state === 'expected' ? <Drop deliverable={deliverable} formKey={formKey} /> : null}
          </li>
        ))}
      </ul>
      {isOpen ? (
        <Disclosure label={t('addDeliverable')} open={form.reply !== null}>
          <CommandForm key={form.generation} name="deliverable" formKey={formKey} className="max-w-2xl space-y-5 pt-2">
            <FormTroubles
              form={form}
              fields={[
                { name: 'title', label: t('deliverableTitle') },
                { name: 'dueOn', label: t('dueOn') },
              ]}
            />
            <TextField {...form.field('title')} label={t('deliverableTitle')} autoComplete="off" required />
            <DateField {...form.field('dueOn')} label={t('dueOn')} />
            <Button>{t('saveDeliverable')}</Button>
          </CommandForm>
        </Disclosure>
      ) : null}
    </Section>
  )
}

function Drop({ deliverable, formKey }: { deliverable: Deliverable; formKey: string }) {
  const { t } = useTranslation('contracts')
  return (
    <CommandForm name={`drop.${deliverable.id}`} formKey={`${formKey}.${deliverable.id}`}>
      <Hidden name="deliverableId" value={deliverable.id} />
      <Hidden name="version" value={deliverable.version} />
      <Button variant="quiet" aria-label={t('dropNamed', { title: deliverable.title })}>
        {t('drop')}
      </Button>
    </CommandForm>
  )
}

function ReviewForm({ deliverable, page, formKey }: PartProps & { deliverable: Deliverable }) {
  const { t } = useTranslation('contracts')
  const name = `review.${deliverable.id}`
  const form = useForm(name)
  const idOf = (key: string) => `${deliverable.id}-${key}`
  const field = (key: string, stored?: string | null) => ({ ...form.field(key, stored), id: idOf(key) })
  const labels = {
    verdict: t('verdict'),
    remark: t('remark'),
    acceptedOn: t('acceptedOn'),
    acceptedBy: t('acceptedName'),
    sharing: t('sharing'),
  }
  return (
    <Disclosure label={t('review')} open={form.reply !== null}>
      <CommandForm key={form.generation} name={name} formKey={formKey} className="max-w-2xl space-y-5 pt-2">
        <FormTroubles
          form={form}
          fields={Object.entries(labels).map(([key, label]) => ({ name: key, label, id: idOf(key) }))}
        />
        <Hidden name="deliverableId" value={deliverable.id} />
        <Hidden name="version" value={form.version(deliverable.version)} />
        <ChoiceGroup
          {...field('verdict')}
          label={labels.verdict}
          options={(['accepted', 'to_revise'] as const).map(value => ({ value, label: t(`verdicts.${value}`) }))}
          required
        />
        <TextArea {...field('remark', deliverable.remark)} label={labels.remark} hint={t('remarkHint')} rows={2} />
        <FieldRow>
          <DateField {...field('acceptedOn', page.today)} label={labels.acceptedOn} />
          <TextField {...field('acceptedBy')} label={labels.acceptedBy} hint={t('acceptedHint')} autoComplete="off" />
        </FieldRow>
        <Select
          {...field('sharing')}
          label={labels.sharing}
          hint={t('sharingHint')}
          placeholder={t('choose')}
          options={sharings.map(value => ({ value, label: t(`sharings.${value}`) }))}
        />
        <Button>{t('saveReview')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
