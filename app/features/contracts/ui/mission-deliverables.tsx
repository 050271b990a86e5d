import { useTranslation } from 'react-i18next'
import { acceptedEndings } from '#app/features/files/file-kinds.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import type { Day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { FileField, Hidden, TextArea, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Deliverable } from '../contract.ts'
import { DeliverableFacts } from './deliverable-card.tsx'

type MissionDeliverablesProps = { deliverables: readonly Deliverable[]; today: Day; mayWrite: boolean; formKey: string }

/** What the contract promises, as its consultant hands it over and reads what became of it. */
export function MissionDeliverables({ deliverables, today, mayWrite, formKey }: MissionDeliverablesProps) {
  const { t } = useTranslation('contracts')
  if (deliverables.length === 0 && !mayWrite) return null
  return (
    <Section title={t('deliverables')} id="livrables">
      {deliverables.length === 0 ? <p className="text-ink-2">{t('mission.none')}</p> : null}
      <ul className="divide-y divide-line">
        {deliverables.map(deliverable => (
          <li key={deliverable.id} className="py-3">
            <DeliverableFacts deliverable={deliverable} />
            {mayWrite && deliverable.state !== 'accepted' ? (
              <HandForm
                name={`submit.${deliverable.id}`}
                label={t(deliverable.state === 'expected' ? 'mission.hand' : 'mission.handAgain')}
                deliverable={deliverable}
                today={today}
                formKey={formKey}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <HandForm name="deposit" label={t('mission.other')} deliverable={null} today={today} formKey={formKey} />
      ) : null}
    </Section>
  )
}

type HandFormProps = { name: string; label: string; deliverable: Deliverable | null; today: Day; formKey: string }

function HandForm({ name, label, deliverable, today, formKey }: HandFormProps) {
  const { t } = useTranslation('contracts')
  const form = useForm(name)
  const own = deliverable?.id ?? 'nouveau'
  const field = (key: string, stored?: string | null) => ({ ...form.field(key, stored), id: `${own}-${key}` })
  const document = field('file')
  const labels = {
    ...(deliverable ? {} : { title: t('deliverableTitle') }),
    file: t('mission.file'),
    address: t('address'),
    note: t('note'),
  }
  return (
    <Disclosure label={label} open={form.reply !== null}>
      <CommandForm
        name={name}
        formKey={`${formKey}.${own}`}
        key={form.generation}
        encType="multipart/form-data"
        aria-label={deliverable ? `${label} : ${deliverable.title}` : label}
        className="max-w-2xl space-y-5 pt-2"
      >
        <FormTroubles
          form={form}
          fields={Object.entries(labels).map(([key, words]) => ({ name: key, label: words, id: `${own}-${key}` }))}
        />
        {deliverable ? (
          <>
            <Hidden name="deliverableId" value={deliverable.id} />
            <Hidden name="version" value={form.version(deliverable.version)} />
            <Hidden name="submittedOn" value={today} />
          </>
        ) : (
          <TextField {...field('title')} label={t('deliverableTitle')} autoComplete="off" required />
        )}
        <FileField
          name={document.name}
          id={document.id}
          {...(document.errors && { errors: document.errors })}
          label={t('mission.file')}
          hint={deliverable?.file ? t('mission.fileKept', { name: deliverable.file.name }) : t('mission.fileHint')}
          accept={acceptedEndings}
        />
        <TextField
          {...field('address', deliverable?.address)}
          label={t('address')}
          hint={t('addressHint')}
          autoComplete="off"
        />
        <TextArea {...field('note', deliverable?.note)} label={t('note')} rows={2} />
        <Button>{t('mission.send')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
