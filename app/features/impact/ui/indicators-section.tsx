import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asText } from '#app/features/history/changes.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Hidden, NumberField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Effect, Indicator, Stage } from '../impact.ts'
import { RowActs } from './row-acts.tsx'

type Props = {
  indicators: readonly Indicator[]
  effects: readonly Effect[]
  stage: Stage
  open: string | null
  formKey: string
}

/** By what each effect is seen: chosen before anything is measured. */
export function IndicatorsSection({ indicators, effects, stage, open, formKey }: Props) {
  const { t } = useTranslation('impact')
  const mayChoose = stage === 'framing' && effects.length > 0
  const edited = indicators.find(({ id }) => id === open)
  const isAdding = open === 'nouveau'
  const add = (
    <LinkButton to="?indicateur=nouveau#indicateur" icon={Plus}>
      {t('indicators.add')}
    </LinkButton>
  )
  return (
    <Section
      title={t('indicators.title')}
      note={t(stage === 'framing' ? 'indicators.help' : 'indicators.fixed')}
      id="indicateurs"
      action={mayChoose && !isAdding ? add : null}
    >
      {mayChoose && (isAdding || edited) ? (
        <IndicatorForm indicator={edited ?? null} effects={effects} formKey={formKey} key={edited?.id ?? 'nouveau'} />
      ) : null}
      {indicators.length === 0 ? <p className="text-ink-2">{t('indicators.none')}</p> : null}
      <ul className="divide-y divide-line">
        {indicators.map(indicator => (
          <li key={indicator.id} className="py-4">
            <IndicatorSheet indicator={indicator} effect={effects.find(({ id }) => id === indicator.effectId)} />
            {stage === 'framing' ? (
              <RowActs
                formKey={formKey}
                remove="remove-indicator"
                field="indicatorId"
                id={indicator.id}
                to={`?indicateur=${indicator.id}#indicateur`}
                about={indicator.name}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What an indicator is, as everybody reads it. */
export function IndicatorSheet({ indicator, effect }: { indicator: Indicator; effect: Effect | undefined }) {
  const { t } = useTranslation('impact')
  const locale = useLocale()
  const { name, definition, source, unit, measuredBy, baseline } = indicator
  const known = baseline === null ? null : [formatNumber(baseline, locale, 4), unit].filter(Boolean).join(' ')
  return (
    <>
      <p className="font-semibold">{unit ? t('indicators.named', { name, unit }) : name}</p>
      {effect ? <p>{t('indicators.of', { effect: effect.effect })}</p> : null}
      <p className="whitespace-pre-line">{definition}</p>
      <p className="text-ink-2">
        {[
          t('indicators.from', { source }),
          t('indicators.by', { who: measuredBy }),
          known && t('indicators.start', { value: known }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

/** The form of the parties asks for a name too. */
const nameId = 'f-indicator-name'

type FormProps = { indicator: Indicator | null; effects: readonly Effect[]; formKey: string }
function IndicatorForm({ indicator, effects, formKey }: FormProps) {
  const { t } = useTranslation(['impact', 'common'])
  const form = useForm('save-indicator')
  const labels = t('impact:indicators.fields', { returnObjects: true })
  return (
    <Card
      id="indicateur"
      title={t(indicator ? 'impact:indicators.editTitle' : 'impact:indicators.newTitle')}
      className="mb-5"
    >
      <CommandForm name="save-indicator" formKey={formKey} key={form.generation} className="space-y-5">
        <FormTroubles
          form={form}
          fields={Object.entries(labels).map(([name, label]) => ({
            name,
            label,
            ...(name === 'name' && { id: nameId }),
            ...(name === 'effectId' && { words: Object.fromEntries(effects.map(({ id, effect }) => [id, effect])) }),
          }))}
        />
        {indicator ? (
          <>
            <Hidden name="indicatorId" value={indicator.id} />
            <Hidden name="version" value={form.version(indicator.version)} />
          </>
        ) : null}
        <Select
          {...form.field('effectId', indicator?.effectId ?? effects[0]?.id)}
          label={labels.effectId}
          options={effects.map(({ id, effect }) => ({ value: id, label: effect }))}
        />
        <TextField
          {...form.field('name', indicator?.name)}
          id={nameId}
          label={labels.name}
          required
          autoComplete="off"
        />
        <TextArea {...form.field('definition', indicator?.definition)} label={labels.definition} rows={3} required />
        <FieldRow>
          <TextField {...form.field('source', indicator?.source)} label={labels.source} required autoComplete="off" />
          <TextField
            {...form.field('measuredBy', indicator?.measuredBy)}
            label={labels.measuredBy}
            required
            autoComplete="off"
          />
        </FieldRow>
        <FieldRow>
          <TextField {...form.field('unit', indicator?.unit)} label={labels.unit} autoComplete="off" />
          <NumberField {...form.field('baseline', asText(indicator?.baseline))} label={labels.baseline} />
        </FieldRow>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t('impact:indicators.save')}</Button>
          <LinkButton to="?" variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Card>
  )
}
