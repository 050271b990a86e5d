import { Link } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField, Hidden, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

type Label = {
  id: string
  version: number
  name: string
  source: string
  grantedOn: string
  endsOn: string | null
}
type Props = { labels: readonly Label[]; open: string | null; formKey: string; today: string }

/** Labels and approvals: who says so, since when, until when. */
export function OrganisationLabels({ labels, open, formKey, today }: Props) {
  const { t } = useTranslation('organisations')
  const dayWords = useDayWords()
  const edited = labels.find(({ id }) => id === open)
  return (
    <Section
      title={t('labels.title')}
      action={
        open === 'nouveau' ? null : (
          <LinkButton to="?label=nouveau#label" icon={Plus}>
            {t('labels.add')}
          </LinkButton>
        )
      }
    >
      {edited || open === 'nouveau' ? (
        <LabelForm formKey={formKey} label={edited ?? null} key={edited?.id ?? 'nouveau'} />
      ) : null}
      {labels.length === 0 && !open ? <p className="text-ink-2">{t('labels.none')}</p> : null}
      <ul className="divide-y divide-line">
        {labels.map(label => (
          <li key={label.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <div className="min-w-0">
              <p className="font-semibold">
                {label.name} {label.endsOn && label.endsOn < today ? <StatusTag>{t('labels.ended')}</StatusTag> : null}
              </p>
              <p className="text-ink-2">
                {t('labels.said', { source: label.source, on: dayWords(label.grantedOn) })}
                {label.endsOn ? ` · ${t('page.until', { on: dayWords(label.endsOn) })}` : ''}
              </p>
            </div>
            <Link
              to={`?label=${label.id}#label`}
              aria-label={t('labels.edit', { name: label.name })}
              className="inline-block py-1.5"
            >
              {t('page.edit')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function LabelForm({ formKey, label }: { formKey: string; label: Label | null }) {
  const { t } = useTranslation(['organisations', 'common'])
  const name = label ? 'update-label' : 'add-label'
  const form = useForm(name)
  return (
    <Card
      id="label"
      title={t(label ? 'organisations:labels.editTitle' : 'organisations:labels.newTitle')}
      className="mb-5"
    >
      <CommandForm name={name} formKey={formKey} key={form.generation} className="space-y-5">
        <FormTroubles
          form={form}
          fields={[
            { name: 'name', label: t('organisations:labels.name'), id: 'f-label-name' },
            { name: 'source', label: t('organisations:labels.source') },
            { name: 'grantedOn', label: t('organisations:labels.grantedOn') },
            { name: 'endsOn', label: t('organisations:labels.endsOn') },
          ]}
        />
        {label ? (
          <>
            <Hidden name="labelId" value={label.id} />
            <Hidden name="version" value={form.version(label.version)} />
          </>
        ) : null}
        <TextField
          {...form.field('name', label?.name)}
          id="f-label-name"
          label={t('organisations:labels.name')}
          hint={t('organisations:labels.nameHint')}
          required
          autoComplete="off"
        />
        <TextField
          {...form.field('source', label?.source)}
          label={t('organisations:labels.source')}
          hint={t('organisations:labels.sourceHint')}
          required
          autoComplete="off"
        />
        <FieldRow>
          <DateField
            {...form.field('grantedOn', label?.grantedOn)}
            label={t('organisations:labels.grantedOn')}
            required
          />
          <DateField {...form.field('endsOn', label?.endsOn)} label={t('organisations:labels.endsOn')} />
        </FieldRow>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t('organisations:labels.save')}</Button>
          <LinkButton to="?" variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Card>
  )
}
