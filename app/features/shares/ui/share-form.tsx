import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Hidden, NumberField, Select, TextField } from '#app/ui/field.tsx'
import { FieldGroup } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { SharePage, Whole } from '../share.ts'
import { shareTones } from './share-tones.ts'

type PartProps = { page: SharePage; formKey: string }

/** Who carries and who pays which part: the parts always sum to the whole. */
export function ShareView({ page, formKey }: PartProps) {
  const { t } = useTranslation('shares')
  const locale = useLocale()
  const { engineering, operators, funders } = page
  const days = (value: number | null) => (value === null ? '–' : formatNumber(value / 4, locale))
  const euros = (value: number | null) => (value === null ? '–' : formatEuros(value, locale))
  const sums = <T extends Whole>(rows: readonly T[]) => ({
    days: days(engineering.orderedQuarters === null ? null : rows.reduce((sum, row) => sum + (row.quarters ?? 0), 0)),
    amount: euros(engineering.amountCents === null ? null : rows.reduce((sum, row) => sum + (row.cents ?? 0), 0)),
  })
  const columns = [
    { key: 'weight', header: t('weight'), numeric: true, cell: (row: { weight: number }) => row.weight },
    { key: 'days', header: t('days'), numeric: true, cell: (row: Whole) => days(row.quarters) },
    { key: 'amount', header: t('amount'), numeric: true, cell: (row: Whole) => euros(row.cents) },
  ]
  return (
    <Section title={t('title')} note={t('help')} id="partage">
      {operators.length > 0 ? (
        <DataTable
          caption={t('operators')}
          rows={operators}
          rowKey={({ partnerId }) => partnerId}
          totals={{ name: t('total'), ...sums(operators) }}
          columns={[
            { key: 'name', header: t('operator'), rowHeader: true, cell: ({ name }) => name },
            ...columns,
            {
              key: 'state',
              header: t('answer'),
              cell: part => {
                const state = part.isDiscussed ? 'discussed' : part.state
                return part.isLead ? t('lead') : <StatusTag tone={shareTones[state]}>{t(`states.${state}`)}</StatusTag>
              },
            },
          ]}
        />
      ) : (
        <p>{t('alone')}</p>
      )}
      {operators.some(({ isLead, state, weight }) => !isLead && weight > 0 && state !== 'accepted') ? (
        <p className="mt-2 text-ink-2">{t('waiting')}</p>
      ) : null}
      {operators.map(({ partnerId, name, isDiscussed, accepted }) =>
        isDiscussed ? (
          <p key={partnerId} className="mt-2 text-ink-2">
            {t('discussed', { name, days: days(accepted.quarters), amount: euros(accepted.cents) })}
          </p>
        ) : null,
      )}
      {funders.length > 0 ? (
        <div className="mt-5">
          <DataTable
            caption={t('funders')}
            rows={funders}
            rowKey={({ agreementId }) => agreementId}
            totals={{ name: t('total'), ...sums(funders) }}
            columns={[
              { key: 'name', header: t('agreement'), rowHeader: true, cell: row => `${row.code} · ${row.funder}` },
              ...columns,
            ]}
          />
        </div>
      ) : null}
      <ShareForm page={page} formKey={formKey} />
    </Section>
  )
}

/** Lines offered below those that are filled, without JavaScript too. */
const spare = 2

function ShareForm({ page, formKey }: PartProps) {
  const { t } = useTranslation('shares')
  const form = useForm('share')
  const partners = page.operators.filter(({ isLead, weight }) => !isLead && weight > 0)
  const own = page.operators.find(({ isLead }) => isLead)?.weight ?? 1
  const rows = (count: number) => Array.from({ length: count + spare }, (_, index) => index)
  const lines = {
    partners: rows(partners.length),
    funders: rows(page.funders.length),
  }
  const labels = [
    { name: 'own', label: t('own') },
    ...lines.partners.flatMap(index => [
      { name: `partners[${index}].slug`, label: t('partnerOf', { rank: index + 1 }) },
      { name: `partners[${index}].weight`, label: t('weightOf', { rank: index + 1 }) },
    ]),
    ...lines.funders.flatMap(index => [
      { name: `funders[${index}].agreementId`, label: t('agreementOf', { rank: index + 1 }) },
      { name: `funders[${index}].weight`, label: t('agreementWeightOf', { rank: index + 1 }) },
    ]),
  ]
  return (
    <CommandForm key={form.generation} name="share" formKey={formKey} className="mt-6 max-w-2xl space-y-8">
      <FormTroubles form={form} fields={labels} />
      <Hidden name="version" value={form.version(page.engineering.version)} />
      <FieldGroup id="operateurs" legend={t('operators')} hint={t('operatorsHint')}>
        <NumberField {...form.field('own', own)} label={t('own')} integer required />
        {lines.partners.map(index => (
          <Line key={index}>
            <TextField
              {...form.field(`partners[${index}].slug`, partners[index]?.slug)}
              label={t('partnerOf', { rank: index + 1 })}
              autoComplete="off"
            />
            <Weight
              form={form}
              name={`partners[${index}].weight`}
              stored={partners[index]?.weight}
              label={t('weightOf', { rank: index + 1 })}
            />
          </Line>
        ))}
      </FieldGroup>
      <FieldGroup id="financeurs" legend={t('funders')} hint={t('fundersHint')}>
        {lines.funders.map(index => (
          <Line key={index}>
            <Select
              {...form.field(`funders[${index}].agreementId`, page.funders[index]?.agreementId)}
              label={t('agreementOf', { rank: index + 1 })}
              placeholder={t('none')}
              options={page.agreements.map(({ id, label }) => ({ value: id, label }))}
            />
            <Weight
              form={form}
              name={`funders[${index}].weight`}
              stored={page.funders[index]?.weight}
              label={t('agreementWeightOf', { rank: index + 1 })}
            />
          </Line>
        ))}
      </FieldGroup>
      <Button>{t('save')}</Button>
    </CommandForm>
  )
}

type WeightProps = { form: FormState; name: string; stored: number | undefined; label: string }

const Weight = ({ form, name, stored, label }: WeightProps) => (
  <NumberField {...form.field(name, stored)} label={label} integer />
)

const Line = ({ children }: { children: ReactNode }) => (
  <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_8rem]">{children}</div>
)
