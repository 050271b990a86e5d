import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, Select, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Seat } from '../territory.ts'

/** Who sits in the governance of a territory, and how somebody joins or leaves it. */
export function GovernanceSection({ seats, formKey }: { seats: readonly Seat[]; formKey: string }) {
  const { t } = useTranslation('territories')
  const form = useForm('add-seat')
  const colleges: Record<string, string> = t('colleges', { returnObjects: true })
  return (
    <Section title={t('governance')} id="gouvernance">
      {seats.length === 0 ? <p className="text-ink-2">{t('noSeat')}</p> : null}
      <ul className="divide-y divide-line">
        {seats.map(seat => (
          <li key={seat.id} className="flex flex-wrap items-center justify-between gap-x-5 py-2">
            <span>
              {seat.name}{' '}
              <span className="text-ink-2">{[seat.role, colleges[seat.college]].filter(Boolean).join(' · ')}</span>
            </span>
            <CommandForm name="remove-seat" formKey={`${formKey}.${seat.id}`}>
              <Hidden name="seatId" value={seat.id} />
              <Button variant="quiet">
                {t('removeSeat')}
                <span className="sr-only"> {seat.name}</span>
              </Button>
            </CommandForm>
          </li>
        ))}
      </ul>
      <CommandForm name="add-seat" formKey={formKey} key={form.generation} className="mt-4 max-w-3xl space-y-4">
        <FormTroubles
          form={form}
          fields={(['name', 'college', 'role'] as const).map(name => ({
            name,
            label: t(`seat.${name}`),
            id: `f-seat-${name}`,
          }))}
        />
        <FieldRow>
          <TextField {...form.field('name')} id="f-seat-name" label={t('seat.name')} autoComplete="off" required />
          <Select
            {...form.field('college')}
            id="f-seat-college"
            label={t('seat.college')}
            placeholder={t('seat.choose')}
            options={Object.entries(colleges).map(([value, label]) => ({ value, label }))}
            required
          />
          <TextField {...form.field('role')} id="f-seat-role" label={t('seat.role')} autoComplete="off" />
        </FieldRow>
        <Button>{t('addSeat')}</Button>
      </CommandForm>
    </Section>
  )
}
