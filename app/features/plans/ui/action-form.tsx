import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import type { ActionShown } from './action-list.tsx'

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** One action of the plan: a new one, or one that is brought up to date. */
export function ActionForm({
  formKey,
  action,
  objectives,
}: {
  formKey: string
  action: ActionShown | null
  objectives: readonly { id: string; title: string }[]
}) {
  const { t } = useTranslation(['plans', 'fields', 'choices', 'common'])
  const name = action ? 'update-action' : 'add-action'
  const form = useForm(name)
  const natures = t('choices:nature', { returnObjects: true })
  const statuses = t('choices:status', { returnObjects: true })
  return (
    <Card id="action" title={t(action ? 'plans:editTitle' : 'plans:addTitle')} className="mb-6">
      <CommandForm name={name} formKey={formKey} key={form.generation} className="space-y-5">
        <FormTroubles
          form={form}
          fields={[
            { name: 'title', label: t('fields:title') },
            { name: 'nature', label: t('fields:nature'), words: natures },
            { name: 'status', label: t('fields:status'), words: statuses },
            { name: 'objectiveId', label: t('fields:objectiveId') },
            { name: 'owner', label: t('fields:owner') },
            { name: 'startsOn', label: t('fields:startsOn') },
            { name: 'dueOn', label: t('fields:dueOn') },
            { name: 'expected', label: t('fields:expected') },
            { name: 'evidence', label: t('fields:evidence') },
            { name: 'result', label: t('fields:result') },
          ]}
        />
        {action ? (
          <>
            <Hidden name="actionId" value={action.id} />
            <Hidden name="version" value={form.version(action.version)} />
          </>
        ) : null}
        <TextField {...form.field('title', action?.title)} label={t('fields:title')} required autoComplete="off" />
        <ChoiceGroup
          {...form.field('nature', action?.nature ?? 'self_action')}
          label={t('fields:nature')}
          options={options(natures)}
        />
        {objectives.length > 0 ? (
          <Select
            {...form.field('objectiveId', action?.objectiveId)}
            label={t('fields:objectiveId')}
            placeholder={t('plans:noObjective')}
            options={objectives.map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null}
        <TextField
          {...form.field('owner', action?.owner)}
          label={t('fields:owner')}
          hint={t('plans:ownerHint')}
          autoComplete="off"
        />
        <FieldRow>
          <DateField {...form.field('startsOn', action?.startsOn)} label={t('fields:startsOn')} />
          <DateField {...form.field('dueOn', action?.dueOn)} label={t('fields:dueOn')} />
        </FieldRow>
        {action ? (
          <ChoiceGroup
            {...form.field('status', action.status)}
            label={t('fields:status')}
            layout="row"
            options={options(statuses)}
          />
        ) : null}
        <TextArea {...form.field('expected', action?.expected)} label={t('fields:expected')} rows={2} />
        <TextArea
          {...form.field('evidence', action?.evidence)}
          label={t('fields:evidence')}
          hint={t('plans:evidenceHint')}
          rows={2}
        />
        <TextArea {...form.field('result', action?.result)} label={t('fields:result')} rows={2} />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t(action ? 'plans:editSubmit' : 'plans:addSubmit')}</Button>
          <LinkButton to="?" variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Card>
  )
}
