import { useTranslation } from 'react-i18next'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, NumberField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'
import type { engineeringValues, ProviderChoice } from '../engineering.ts'
import { engineeringKinds } from '../engineering-rules.ts'
import { useEngineeringFields } from './engineering-fields.ts'

type Values = ReturnType<typeof engineeringValues>
export type ActionChoice = { id: string; label: string; chosen: boolean }

type EngineeringFormProps = {
  /** `engineering` edits, `new-engineering` buys. */
  name: string
  formKey: string
  values: Values
  version?: number
  /** Asked of a new one; a known one keeps its kind. */
  kind?: 'individual' | 'collective'
  providers: readonly ProviderChoice[]
  /** By kind of engineering, since each carries out actions of its own kind. */
  actions: Partial<Record<'individual' | 'collective', readonly ActionChoice[]>>
  cancelTo: string
}

/** What is bought, from whom, and the dates of its contract. Nothing but a title is needed to begin. */
export function EngineeringForm(props: EngineeringFormProps) {
  const { name, formKey, values, version, kind, cancelTo } = props
  const { t } = useTranslation(['engineerings', 'common'])
  const form = useForm(name)
  const isNew = version === undefined
  return (
    <CommandForm name={name} formKey={formKey} className="group/engineering max-w-2xl space-y-8">
      <FormTroubles form={form} fields={useEngineeringFields(props.providers)} />
      {isNew ? null : <Hidden name="version" value={form.version(version)} />}
      <FieldGroup legend={t('engineerings:form.what')} id="what">
        {kind ? (
          <ChoiceGroup
            {...form.field('kind', kind)}
            label={t('engineerings:kind')}
            hint={t('engineerings:kindHint')}
            layout="segments"
            options={engineeringKinds.map(value => ({ value, label: t(`engineerings:kinds.${value}`) }))}
          />
        ) : null}
        <TextField
          {...form.field('title', values.title)}
          label={t('engineerings:form.title')}
          hint={t('engineerings:form.titleHint')}
          required
        />
        <ProviderFields form={form} values={values} providers={props.providers} />
        <FieldRow>
          <NumberField
            {...form.field('daysOrdered', comma(values.daysOrdered))}
            label={t('engineerings:form.daysOrdered')}
            unit={t('engineerings:form.days')}
          />
          <NumberField {...form.field('amount', comma(values.amount))} label={t('engineerings:form.amount')} unit="€" />
        </FieldRow>
      </FieldGroup>
      <ContractFields form={form} values={values} isNew={isNew} />
      <ActionFields form={form} actions={props.actions} isNew={kind !== undefined} />
      <ActionBar>
        <LinkButton to={cancelTo}>{t('common:cancel')}</LinkButton>
        <Button variant="primary">{t(isNew ? 'engineerings:create' : 'engineerings:save')}</Button>
      </ActionBar>
    </CommandForm>
  )
}

type PartProps = { form: FormState; values: Values }

function ProviderFields({ form, values, providers }: PartProps & Pick<EngineeringFormProps, 'providers'>) {
  const { t } = useTranslation('engineerings')
  const offered = providers.filter(({ id, listing }) => listing !== 'inactive' || id === values.providerId)
  const names = providers.flatMap(one => (offered.includes(one) ? [] : [one.name])).join(', ')
  return (
    <>
      {providers.length > 0 ? (
        <Select
          {...form.field('providerId', values.providerId)}
          label={t('form.provider')}
          hint={names ? t('form.inactiveProviders', { names }) : undefined}
          placeholder={t('form.chooseProvider')}
          options={offered.map(({ id, name, listing }) => ({
            value: id,
            label: listing === 'stale' ? t('form.staleProvider', { name }) : name,
          }))}
        />
      ) : null}
      <TextField
        {...form.field('newProvider')}
        label={t(providers.length > 0 ? 'form.newProvider' : 'form.provider')}
        hint={t('form.newProviderHint')}
        autoComplete="off"
      />
    </>
  )
}

function ContractFields({ form, values, isNew }: PartProps & { isNew: boolean }) {
  const { t } = useTranslation('engineerings')
  const reason = form.field('lateReason', values.lateReason)
  const unconsulted = form.field('unconsultedReason', values.unconsultedReason)
  return (
    <FieldGroup legend={t('form.contract')} hint={t('form.contractHint')} id="contract">
      <FieldRow>
        <DateField {...form.field('startsOn', values.startsOn)} label={t('form.startsOn')} />
        <DateField {...form.field('endsOn', values.endsOn)} label={t('form.endsOn')} />
      </FieldRow>
      <DateField {...form.field('signedOn', values.signedOn)} label={t('form.signedOn')} hint={t('form.signedHint')} />
      {reason.errors || reason.defaultValue ? <TextArea {...reason} label={t('form.lateReason')} rows={2} /> : null}
      {unconsulted.errors || unconsulted.defaultValue ? (
        <TextArea {...unconsulted} label={t('form.unconsultedReason')} hint={t('form.unconsultedHint')} rows={2} />
      ) : null}
      {isNew ? null : (
        <FieldRow>
          <DateField
            {...form.field('deliveredOn', values.deliveredOn)}
            label={t('form.deliveredOn')}
            hint={t('form.deliveredHint')}
          />
          <DateField {...form.field('paidOn', values.paidOn)} label={t('form.paidOn')} />
        </FieldRow>
      )}
    </FieldGroup>
  )
}

/** Only those of the kind that is chosen are shown: by CSS alone, so that it also works without JavaScript. */
const shownWith = {
  individual: 'group-has-[input[name=kind][value=collective]:checked]/engineering:hidden',
  collective: 'group-has-[input[name=kind][value=individual]:checked]/engineering:hidden',
} as const

type ActionFieldsProps = { form: FormState; actions: EngineeringFormProps['actions']; isNew: boolean }

function ActionFields({ form, actions, isNew }: ActionFieldsProps) {
  const { t } = useTranslation('engineerings')
  const typed = form.reply?.values.actionIds?.split('\n')
  return (
    <>
      {engineeringKinds.map(kind => {
        const choices = actions[kind] ?? []
        if (choices.length === 0) return null
        const chosen = choices.filter(({ id, chosen: tied }) => (form.reply ? typed?.includes(id) : tied))
        return (
          <div key={kind} className={isNew ? shownWith[kind] : undefined}>
            <ChoiceGroup
              name="actionIds"
              id={`actions-${kind}`}
              multiple
              label={t('form.actions')}
              hint={t('form.actionsHint')}
              defaultValue={chosen.map(({ id }) => id)}
              options={choices.map(({ id, label }) => ({ value: id, label }))}
            />
          </div>
        )
      })}
    </>
  )
}

const comma = (value: string | number | null | undefined) =>
  value === null || value === undefined ? null : String(value).replace('.', ',')
