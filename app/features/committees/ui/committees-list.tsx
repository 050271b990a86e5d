import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { DateField, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

type Shown = { id: string; heldOn: string; place: string | null; items: number; sentAt: Date | string | null }
export type CommitteesProps = { base: string; today: string; committees: readonly Shown[]; formKey: string }

/** The meetings of the committee, the latest first. */
export function CommitteesList({ base, today, committees, formKey }: CommitteesProps) {
  const { t } = useTranslation('committees')
  const dayWords = useDayWords()
  return (
    <>
      {committees.length === 0 ? <p className="my-6 text-ink-2">{t('empty')}</p> : null}
      <ul className="divide-y divide-line">
        {committees.map(({ id, heldOn, place, items, sentAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <Link to={`${base}/${id}`} className="font-semibold">
              {t('on', { on: dayWords(heldOn) })}
            </Link>
            <span className="text-ink-2">{[place, t('cases', { count: items })].filter(Boolean).join(' · ')}</span>
            {heldOn < today ? null : (
              <StatusTag tone={sentAt ? 'done' : 'now'}>{t(sentAt ? 'sentTag' : 'toSend')}</StatusTag>
            )}
          </li>
        ))}
      </ul>
      <CreateForm formKey={formKey} today={today} />
    </>
  )
}

function CreateForm({ formKey, today }: { formKey: string; today: string }) {
  const { t } = useTranslation('committees')
  const form = useForm('create')
  return (
    <Section title={t('new')} id="nouveau">
      <CommandForm name="create" formKey={formKey} key={form.generation} className="max-w-2xl space-y-5">
        <FormTroubles
          form={form}
          fields={(['heldOn', 'place', 'opensOn', 'closesOn'] as const).map(name => ({ name, label: t(name) }))}
        />
        <FieldRow>
          <DateField {...form.field('heldOn')} label={t('heldOn')} required />
          <TextField {...form.field('place')} label={t('place')} autoComplete="off" />
        </FieldRow>
        <FieldRow>
          <DateField {...form.field('opensOn', today)} label={t('opensOn')} />
          <DateField {...form.field('closesOn')} label={t('closesOn')} hint={t('closesHint')} />
        </FieldRow>
        <Button variant="primary">{t('create')}</Button>
      </CommandForm>
    </Section>
  )
}
