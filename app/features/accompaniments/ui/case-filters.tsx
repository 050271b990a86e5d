import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import type { Label } from '../state-labels.ts'

export type CaseFiltersProps = {
  page: {
    total: number
    states: { code: string; label: Label }[]
    programmes: { code: string; name: string }[]
    practitioners: { id: string; name: string }[]
  }
}

/** The filters of the list: all in its address, all shown and counted while they are active. */
export function CaseFilters({ page: { total, states, programmes, practitioners } }: CaseFiltersProps) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  const [search] = useSearchParams()
  const value = (name: string) => search.get(name) ?? ''
  const stateOptions = states.map(({ code, label }) => ({ value: code, label: label[locale] }))
  const programmeOptions = programmes.map(({ code, name }) => ({ value: code, label: name }))
  const practitionerOptions = practitioners.map(({ id, name }) => ({ value: id, label: name }))
  const chosen = (options: { value: string; label: string }[], name: string) =>
    options.find(option => option.value === value(name))?.label ?? value(name)
  const named = (name: string, label: string, shown: string) =>
    value(name) ? [{ name, label: t('list.filter', { name: label, value: shown }) }] : []
  const active = [
    ...named('texte', t('list.text'), value('texte')),
    ...named('etat', t('list.state'), chosen(stateOptions, 'etat')),
    ...named('dispositif', t('list.programme'), chosen(programmeOptions, 'dispositif')),
    ...named('charge', t('list.practitioner'), chosen(practitionerOptions, 'charge')),
    ...(value('retard') ? [{ name: 'retard', label: t('list.late') }] : []),
  ]
  const without = (name: string) => {
    const next = new URLSearchParams(search)
    next.delete(name)
    next.delete('page')
    return `?${next}`
  }
  return (
    <FilterBar
      key={search.toString()}
      label={t('list.filters')}
      submitLabel={t('list.submit')}
      result={t('list.result', { count: total })}
      active={active.map(({ name, label }) => ({
        label,
        removeTo: without(name),
        removeLabel: t('list.remove', { filter: label }),
      }))}
      activeLabel={t('list.active', { count: active.length })}
      clear={{ to: '?', label: t('list.clear') }}
    >
      <TextField name="texte" type="search" label={t('list.text')} defaultValue={value('texte')} />
      <Select
        name="etat"
        label={t('list.state')}
        placeholder={t('list.any')}
        options={stateOptions}
        defaultValue={value('etat')}
      />
      <Select
        name="dispositif"
        label={t('list.programme')}
        placeholder={t('list.any')}
        options={programmeOptions}
        defaultValue={value('dispositif')}
      />
      <Select
        name="charge"
        label={t('list.practitioner')}
        placeholder={t('list.any')}
        options={practitionerOptions}
        defaultValue={value('charge')}
      />
      <CheckboxField name="retard" value="1" label={t('list.late')} defaultChecked={value('retard') === '1'} />
    </FilterBar>
  )
}
