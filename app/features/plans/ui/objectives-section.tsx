import { Link } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { asText } from '#app/features/history/changes.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatNumber, formatShare } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField, Hidden, NumberField, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Objective, shareReached } from '../objective.ts'

type ObjectivesProps = { objectives: readonly Objective[]; editing: string | null; formKey: string }

/** What the plan is meant to change: from where, to where, by when. */
export function ObjectivesSection({ objectives, editing, formKey }: ObjectivesProps) {
  const { t } = useTranslation('objectives')
  const edited = objectives.find(({ id }) => id === editing)
  const isAdding = editing === 'nouveau'
  const add = (
    <LinkButton to="?objectif=nouveau#objectif" icon={Plus}>
      {t('add')}
    </LinkButton>
  )
  return (
    <Section title={t('title')} note={t('help')} id="objectifs" action={isAdding ? null : add}>
      {isAdding || edited ? (
        <ObjectiveForm objective={edited ?? null} formKey={formKey} key={edited?.id ?? 'nouveau'} />
      ) : null}
      {objectives.length === 0 ? <p className="text-ink-2">{t('empty')}</p> : null}
      <ul className="divide-y divide-line">
        {objectives.map(objective => (
          <ObjectiveLine key={objective.id} objective={objective} formKey={formKey} />
        ))}
      </ul>
    </Section>
  )
}

function ObjectiveLine({ objective, formKey }: { objective: Objective; formKey: string }) {
  const { t } = useTranslation('objectives')
  const locale = useLocale()
  const dayWords = useDayWords()
  const { id, title, unit, baseline, target, reached, dueOn } = objective
  const share = shareReached(objective)
  const written = (value: number | null) =>
    value === null ? t('unknown') : [formatNumber(value, locale), unit].filter(Boolean).join(' ')
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-5 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-64 space-y-1">
        <p className="font-semibold">{title}</p>
        <p className="text-ink-2">
          {t('fromTo', { from: written(baseline), to: written(target) })}
          {dueOn ? ` · ${t('dueOn', { on: dayWords(dueOn) })}` : null}
        </p>
        {reached === null ? null : (
          <p>
            {t('reachedLine', { reached: written(reached) })}
            {share === null ? null : ` · ${t('share', { share: formatShare(share, locale) })}`}
          </p>
        )}
      </div>
      <div className="flex items-center gap-1">
        <Link
          to={`?objectif=${id}#objectif`}
          aria-label={t('editLabel', { title })}
          className="inline-flex min-h-11 items-center px-2"
        >
          {t('edit')}
        </Link>
        <CommandForm name="remove-objective" formKey={`${formKey}.${id}`}>
          <Hidden name="objectiveId" value={id} />
          <Button variant="quiet">
            {t('remove')}
            <span className="sr-only"> {title}</span>
          </Button>
        </CommandForm>
      </div>
    </li>
  )
}

function ObjectiveForm({ objective, formKey }: { objective: Objective | null; formKey: string }) {
  const { t } = useTranslation(['objectives', 'common'])
  const name = objective ? 'update-objective' : 'add-objective'
  const form = useForm(name)
  const numbers = objective ? (['baseline', 'target', 'reached'] as const) : (['baseline', 'target'] as const)
  const ids = { title: 'f-objective-title', dueOn: 'f-objective-due' }
  return (
    <Card id="objectif" title={t(objective ? 'objectives:editTitle' : 'objectives:addTitle')} className="mb-6">
      <CommandForm name={name} formKey={formKey} key={form.generation} className="space-y-5">
        <FormTroubles
          form={form}
          fields={[
            { name: 'title', label: t('objectives:what'), id: ids.title },
            { name: 'unit', label: t('objectives:unit') },
            ...numbers.map(field => ({ name: field, label: t(`objectives:${field}`) })),
            { name: 'dueOn', label: t('objectives:by'), id: ids.dueOn },
          ]}
        />
        {objective ? (
          <>
            <Hidden name="objectiveId" value={objective.id} />
            <Hidden name="version" value={form.version(objective.version)} />
          </>
        ) : null}
        <TextField
          {...form.field('title', objective?.title)}
          id={ids.title}
          label={t('objectives:what')}
          required
          autoComplete="off"
        />
        <FieldRow>
          {numbers.map(field => (
            <NumberField
              key={field}
              {...form.field(field, asText(objective?.[field]))}
              label={t(`objectives:${field}`)}
            />
          ))}
          <TextField {...form.field('unit', objective?.unit)} label={t('objectives:unit')} autoComplete="off" />
        </FieldRow>
        <DateField {...form.field('dueOn', objective?.dueOn)} id={ids.dueOn} label={t('objectives:by')} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t(objective ? 'objectives:editSubmit' : 'objectives:addSubmit')}</Button>
          <LinkButton to="?" variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Card>
  )
}
