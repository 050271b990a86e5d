import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Difference } from '../shipped-update.ts'
import { type Uses, useDifferenceWords } from './difference-words.ts'

export type ProgrammeUpdateProps = {
  formKey: string
  /** The version that is written when the update is taken. */
  version: number
  offered: {
    mark: number
    taken: readonly Difference[]
    kept: readonly Difference[]
    conflicts: readonly Difference[]
    held: readonly Difference[]
    path: boolean
  }
  /** How many cases have an answer, by question. */
  uses: Uses
}

/** What is shipped since, what stays as the operator adapted it, and what she chooses where both changed. */
export function ProgrammeUpdate({ formKey, version, offered, uses }: ProgrammeUpdateProps) {
  const { t } = useTranslation('programmes')
  const form = useForm('take-update')
  const words = useDifferenceWords(uses)
  const { taken, kept, conflicts, held, path } = offered
  return (
    <CommandForm name="take-update" formKey={formKey} key={form.generation}>
      <FormTroubles
        form={form}
        fields={conflicts.map(conflict => ({ name: `choices.${conflict.key}`, label: words.title(conflict) }))}
      />
      <Hidden name="mark" value={form.version(offered.mark)} />
      {path ? <Notice>{t('update.path')}</Notice> : null}
      {conflicts.length > 0 ? (
        <Section title={t('update.conflicts')} note={t('update.conflictsHelp')}>
          <div className="max-w-3xl space-y-6">
            {conflicts.map(conflict => (
              <ChoiceGroup
                key={conflict.key}
                {...form.field(`choices.${conflict.key}`)}
                label={words.title(conflict)}
                options={[
                  { value: 'own', label: t('update.keepOwn'), hint: words.own(conflict) },
                  { value: 'shipped', label: t('update.takeShipped'), hint: words.shipped(conflict) },
                ]}
              />
            ))}
          </div>
        </Section>
      ) : null}
      <Differences of={taken} title={t('update.taken')} note={t('update.takenHelp')} uses={uses} />
      <Differences of={held} title={t('update.held')} note={t('update.heldHelp')} uses={uses} />
      <Differences of={kept} title={t('update.kept')} note={t('update.keptHelp')} uses={uses} />
      <p className="mb-4 max-w-prose">{t('update.after')}</p>
      <Button variant="primary">{t('update.take', { version })}</Button>
    </CommandForm>
  )
}

type DifferencesProps = { of: readonly Difference[]; title: string; note: string; uses: Uses }

function Differences({ of, title, note, uses }: DifferencesProps) {
  const { t } = useTranslation('programmes')
  const words = useDifferenceWords(uses)
  if (of.length === 0) return null
  return (
    <Section title={title} note={note}>
      <DataTable
        caption={title}
        hideCaption
        rows={of}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', header: t('update.what'), rowHeader: true, cell: words.title },
          { key: 'own', header: t('update.own'), cell: words.own },
          { key: 'shipped', header: t('update.shipped'), cell: words.shipped },
        ]}
      />
    </Section>
  )
}
