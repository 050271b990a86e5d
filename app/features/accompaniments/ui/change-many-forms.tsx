import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, Select, TextArea } from '#app/ui/field.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { type Gesture, gestures, waysToChoose } from '../many-cases.ts'

export type AskedShown = {
  gesture: Gesture | null
  asked: { charge: string | null; convention: readonly string[]; comment: (typeof waysToChoose)[number]; au: string }
  today: string
  cases: readonly { number: string }[]
  practitioners: readonly { id: string; name: string }[]
  agreements: readonly { id: string; code: string; funder: string }[]
}

const withCases = (cases: AskedShown['cases'], more: Record<string, string>) =>
  `?${new URLSearchParams([...cases.map(({ number }) => ['dossier', number]), ...Object.entries(more)])}`

/** What to do: one tab each, so that every choice has its address. */
export function GestureTabs({ gesture, cases }: Pick<AskedShown, 'gesture' | 'cases'>) {
  const { t } = useTranslation('caseload')
  return (
    <TabsNav
      label={t('many.what')}
      tabs={gestures.map(name => ({
        to: withCases(cases, { geste: name }),
        label: t(`many.gestures.${name}`),
        current: gesture === name,
      }))}
    />
  )
}

/** What the change needs to know; its answer is a preview, and nothing is written. */
export function AskForm({ gesture, asked, today, cases, practitioners, agreements }: AskedShown) {
  const { t } = useTranslation(['caseload', 'fields'])
  if (!gesture) return null
  return (
    <Form
      method="get"
      aria-label={t(`caseload:many.gestures.${gesture}`)}
      className="mb-8 max-w-2xl space-y-4"
      preventScrollReset
    >
      {cases.map(({ number }) => (
        <Hidden key={number} name="dossier" value={number} />
      ))}
      <Hidden name="geste" value={gesture} />
      {gesture === 'confier' ? (
        <Select
          name="charge"
          label={t('fields:practitionerId')}
          defaultValue={asked.charge ?? ''}
          options={practitioners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {gesture === 'conventions' ? (
        <>
          <ChoiceGroup
            name="convention"
            multiple
            label={t('fields:agreements')}
            defaultValue={asked.convention}
            options={agreements.map(({ id, code, funder }) => ({ value: id, label: `${funder} (${code})` }))}
          />
          <ChoiceGroup
            name="comment"
            layout="row"
            label={t('caseload:many.how')}
            defaultValue={asked.comment}
            options={waysToChoose.map(value => ({ value, label: t(`caseload:many.ways.${value}`) }))}
          />
        </>
      ) : null}
      {gesture === 'reporter' ? (
        <DateField name="au" label={t('caseload:many.to')} defaultValue={asked.au} min={today} required />
      ) : null}
      <Button>{t('caseload:many.look')}</Button>
    </Form>
  )
}

/** Says yes to the preview: all of it in one sending, under one key. */
export function ConfirmForm({
  formKey,
  shown: { gesture, asked, cases },
  preview: { changed, seen },
}: {
  formKey: string
  shown: AskedShown
  preview: { changed: number; seen: string }
}) {
  const { t } = useTranslation('caseload')
  const form = useForm('change-many')
  if (!gesture) return null
  return (
    <CommandForm name="change-many" formKey={formKey} className="mt-6 max-w-2xl space-y-4">
      <FormTroubles form={form} fields={[{ name: 'reason', label: t('many.reason') }]} />
      {cases.map(({ number }) => (
        <Hidden key={number} name="numbers" value={number} />
      ))}
      <Hidden name="gesture" value={gesture} />
      <Hidden name="seen" value={seen} />
      {gesture === 'confier' ? <Hidden name="practitionerId" value={asked.charge ?? ''} /> : null}
      {gesture === 'conventions' ? (
        <>
          {asked.convention.map(id => (
            <Hidden key={id} name="agreements" value={id} />
          ))}
          <Hidden name="how" value={asked.comment} />
        </>
      ) : null}
      {gesture === 'reporter' ? <Hidden name="to" value={asked.au} /> : null}
      <TextArea {...form.field('reason')} label={t('many.reason')} rows={2} />
      <Button variant="primary">{t('many.confirm', { count: changed })}</Button>
    </CommandForm>
  )
}
