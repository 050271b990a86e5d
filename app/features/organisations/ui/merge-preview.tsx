import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Hidden } from '#app/ui/field.tsx'
import type { MergeLine } from '../merge.ts'

export type MergePreviewProps = {
  formKey: string
  base: string
  kept: { id: string; name: string; version: number }
  other: {
    id: string
    name: string
    version: number
    lines: readonly MergeLine[]
    follows: { cases: number; people: number; snapshots: number }
  }
}

/** Field by field, what the kept sheet says and what it may take from the other; then what follows. */
export function MergePreview({ formKey, base, kept, other }: MergePreviewProps) {
  const { t } = useTranslation(['organisations', 'fields', 'choices', 'common'])
  const form = useForm('merge')
  const words = useSheetWords()
  const chosen = form.reply?.values.fromOther?.split('\n')
  const isTaken = ({ field, kept: own }: MergeLine) => (form.reply ? chosen?.includes(field) : own === null)
  return (
    <CommandForm name="merge" formKey={formKey} key={form.generation} className="space-y-6">
      <FormTroubles form={form} fields={[]} />
      <Hidden name="version" value={kept.version} />
      <Hidden name="otherId" value={other.id} />
      <Hidden name="otherVersion" value={other.version} />
      <p>
        {other.lines.length === 0 ? t('organisations:merge.same') : t('organisations:merge.caption')}{' '}
        <Link to={`${base}/${other.id}/fusion?autre=${kept.id}`}>
          {t('organisations:merge.swap', { name: other.name })}
        </Link>
      </p>
      {other.lines.length === 0 ? null : (
        <DataTable
          caption={t('organisations:merge.caption')}
          hideCaption
          rows={other.lines}
          rowKey={({ field }) => field}
          columns={[
            {
              key: 'field',
              header: t('organisations:merge.field'),
              rowHeader: true,
              cell: ({ field }) => t(`fields:${field}`),
            },
            { key: 'kept', header: kept.name, cell: line => words(line.field, line.kept) },
            {
              key: 'other',
              header: other.name,
              cell: line => (
                <label className="flex min-h-11 cursor-pointer items-center gap-3">
                  <input
                    type="checkbox"
                    name="fromOther"
                    value={line.field}
                    defaultChecked={isTaken(line)}
                    disabled={line.other === null}
                    className="size-5.5 shrink-0"
                  />
                  <span>
                    {words(line.field, line.other)}
                    <span className="sr-only">
                      {t('organisations:merge.take', { field: t(`fields:${line.field}`) })}
                    </span>
                  </span>
                </label>
              ),
            },
          ]}
        />
      )}
      <p>{t('organisations:merge.follows', other.follows)}</p>
      <ActionBar>
        <Button variant="primary">{t('organisations:merge.do')}</Button>
        <LinkButton to={`${base}/${kept.id}`} variant="quiet">
          {t('common:cancel')}
        </LinkButton>
      </ActionBar>
    </CommandForm>
  )
}

function useSheetWords() {
  const { t } = useTranslation(['choices', 'common'])
  const dayWords = useDayWords()
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  return (field: MergeLine['field'], value: string | boolean | null): string => {
    if (value === null) return t('common:unknown')
    if (typeof value === 'boolean') return t(value ? 'choices:yesNo.oui' : 'choices:yesNo.non')
    if (field === 'foundedOn') return dayWords(value)
    return field === 'legalForm' ? (legalForms[value] ?? value) : value
  }
}
