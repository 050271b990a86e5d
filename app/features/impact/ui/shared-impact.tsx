import { useTranslation } from 'react-i18next'
import { asText } from '#app/features/history/changes.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Hidden, NumberField, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Indicator, type MeasureMoment, openMoment, type SharedImpact } from '../impact.ts'
import { IndicatorSheet } from './indicators-section.tsx'

type SharedProps = { impact: SharedImpact; formKey: string }

/** What a party reads behind her link: the frame, then each indicator with her own measure of it. */
export function SharedImpactScreen({ impact, formKey }: SharedProps) {
  const { t } = useTranslation('impact')
  const { study, operator, effects, indicators } = impact
  const moment = openMoment(study.stage)
  return (
    <>
      <h1>{t('shared.title')}</h1>
      <p className="my-4 font-serif text-xl leading-relaxed">
        {moment ? t(`shared.lede.${moment}`, { operator }) : t('shared.closed')}
      </p>
      <p className="max-w-prose whitespace-pre-line">{study.stakes}</p>
      <Section title={t('effects.title')}>
        <ol className="divide-y divide-line">
          {effects.map(effect => (
            <li key={effect.id} className="py-3">
              <p>{[effect.stake, effect.activity, effect.output, effect.effect].filter(Boolean).join(' → ')}</p>
              <p className="text-ink-2">
                {[t('effects.on', { whom: effect.onWhom }), t(`kinds.${effect.kind}`)].join(' · ')}
              </p>
            </li>
          ))}
        </ol>
      </Section>
      {indicators.map(indicator => (
        <Section key={indicator.id} title={indicator.name}>
          <IndicatorSheet indicator={indicator} effect={effects.find(({ id }) => id === indicator.effectId)} />
          <Given impact={impact} indicator={indicator} open={moment} />
          {moment ? <MeasureForm impact={impact} indicator={indicator} moment={moment} formKey={formKey} /> : null}
        </Section>
      ))}
      <p className="my-6 text-[0.9375rem] text-ink-2">{t('shared.who', { operator })}</p>
    </>
  )
}

/** What she said at the moment that is no longer open. */
function Given({
  impact,
  indicator,
  open,
}: {
  impact: SharedImpact
  indicator: Indicator
  open: MeasureMoment | null
}) {
  const { t } = useTranslation('impact')
  const locale = useLocale()
  const past = impact.measures.filter(({ indicatorId, moment }) => indicatorId === indicator.id && moment !== open)
  return past.map(({ moment, value, view }) => (
    <p key={moment} className="mt-3 whitespace-pre-line">
      <strong>{t(`shared.said.${moment}`)}</strong>{' '}
      {[value === null ? null : formatNumber(value, locale, 4), view].filter(Boolean).join(' · ')}
    </p>
  ))
}

type FormProps = SharedProps & { indicator: Indicator; moment: MeasureMoment }
function MeasureForm({ impact, indicator, moment, formKey }: FormProps) {
  const { t } = useTranslation('impact')
  const all = useForm('measure')
  const isMine = all.reply?.values.indicatorId === indicator.id
  const form = isMine ? all : { ...all, reply: null, summary: [], formErrors: [] }
  const given = impact.measures.find(known => known.indicatorId === indicator.id && known.moment === moment)
  const [value, view] = [all.field('value'), all.field('view')]
  const ids = { value: `f-value-${indicator.id}`, view: `f-view-${indicator.id}` }
  return (
    <CommandForm
      name="measure"
      formKey={`${formKey}.${indicator.id}`}
      key={all.generation}
      aria-label={t('shared.formOf', { indicator: indicator.name })}
      className="mt-4 grid gap-4"
    >
      <FormTroubles
        form={form}
        fields={[
          { name: 'value', label: t(`shared.value.${moment}`), id: ids.value },
          { name: 'view', label: t('shared.view'), id: ids.view },
        ]}
      />
      <Hidden name="indicatorId" value={indicator.id} />
      <NumberField
        name="value"
        id={ids.value}
        label={t(`shared.value.${moment}`)}
        hint={t('shared.valueHint')}
        unit={indicator.unit ?? undefined}
        defaultValue={isMine ? value.defaultValue : asText(given?.value)}
        {...(isMine && value.errors && { errors: value.errors })}
      />
      <TextArea
        name="view"
        id={ids.view}
        label={t('shared.view')}
        hint={t('shared.viewHint')}
        rows={3}
        defaultValue={isMine ? view.defaultValue : (given?.view ?? '')}
        {...(isMine && view.errors && { errors: view.errors })}
      />
      <div>
        <Button className="w-full sm:w-auto">{t(given ? 'shared.again' : 'shared.give')}</Button>
      </div>
    </CommandForm>
  )
}
