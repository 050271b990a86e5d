import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Effect, Stage } from '../impact.ts'
import { RowActs } from './row-acts.tsx'

type Props = { effects: readonly Effect[]; stage: Stage; open: string | null; formKey: string }

/** The theory of change: from what is at stake to what changes, and on whom. */
export function EffectsSection({ effects, stage, open, formKey }: Props) {
  const { t } = useTranslation('impact')
  const isOpen = stage !== 'concluded'
  const edited = effects.find(({ id }) => id === open)
  const isAdding = open === 'nouveau' && isOpen
  const add = (
    <LinkButton to="?effet=nouveau#effet" icon={Plus}>
      {t('effects.add')}
    </LinkButton>
  )
  return (
    <Section title={t('effects.title')} note={t('effects.help')} id="effets" action={isAdding || !isOpen ? null : add}>
      {isOpen && (isAdding || edited) ? (
        <EffectForm effect={edited ?? null} stage={stage} formKey={formKey} key={edited?.id ?? 'nouveau'} />
      ) : null}
      {effects.length === 0 ? <p className="text-ink-2">{t('effects.none')}</p> : null}
      <ol className="divide-y divide-line">
        {effects.map(effect => (
          <li key={effect.id} className="py-4">
            <p className="font-semibold">
              {effect.effect} <StatusTag>{t(`kinds.${effect.kind}`)}</StatusTag>
            </p>
            <p>{[effect.stake, effect.activity, effect.output, effect.effect].filter(Boolean).join(' → ')}</p>
            <p className="text-ink-2">{t('effects.on', { whom: effect.onWhom })}</p>
            {stage === 'framing' || (isOpen && effect.kind === 'unexpected') ? (
              <RowActs
                formKey={formKey}
                remove="remove-effect"
                field="effectId"
                id={effect.id}
                to={`?effet=${effect.id}#effet`}
                about={effect.effect}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function EffectForm({ effect, stage, formKey }: { effect: Effect | null; stage: Stage; formKey: string }) {
  const { t } = useTranslation(['impact', 'common'])
  const form = useForm('save-effect')
  const labels: Record<string, string> = t('impact:effects.fields', { returnObjects: true })
  const kinds: Record<string, string> = t('impact:kinds', { returnObjects: true })
  const field = (name: 'stake' | 'activity' | 'output' | 'effect' | 'onWhom') => (
    <TextField
      {...form.field(name, effect?.[name])}
      label={labels[name] ?? name}
      required={name !== 'output'}
      autoComplete="off"
    />
  )
  return (
    <Card id="effet" title={t(effect ? 'impact:effects.editTitle' : 'impact:effects.newTitle')} className="mb-5">
      <CommandForm name="save-effect" formKey={formKey} key={form.generation} className="space-y-5">
        <FormTroubles
          form={form}
          fields={Object.entries(labels).map(([name, label]) => ({
            name,
            label,
            ...(name === 'kind' && { words: kinds }),
          }))}
        />
        {effect ? (
          <>
            <Hidden name="effectId" value={effect.id} />
            <Hidden name="version" value={form.version(effect.version)} />
          </>
        ) : null}
        {field('stake')}
        <FieldRow>
          {field('activity')}
          {field('output')}
        </FieldRow>
        <FieldRow>
          {field('effect')}
          {field('onWhom')}
        </FieldRow>
        <ChoiceGroup
          {...form.field('kind', effect?.kind ?? (stage === 'framing' ? 'expected' : 'unexpected'))}
          label={labels.kind ?? ''}
          layout="row"
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t('impact:effects.save')}</Button>
          <LinkButton to="?" variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Card>
  )
}
