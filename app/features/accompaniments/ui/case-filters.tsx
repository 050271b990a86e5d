import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, Select, type SelectOption, TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { type FilterName, filterNames, none, searchWith, sortings } from '../caseload-filter.ts'
import type { Label, StateChoice } from '../state-labels.ts'

export type CaseFiltersProps = {
  page: {
    total: number
    me: string | null
    states: StateChoice[]
    programmes: { code: string; label: Label }[]
    practitioners: { id: string; name: string }[]
    agreements: { id: string; code: string; funder: string }[]
    departments: { code: string; name: string }[]
    territories: { id: string; name: string }[]
  }
}

/** The filters of the list: all in its address, all shown and counted while they are active. */
export function CaseFilters({ page }: CaseFiltersProps) {
  const { t } = useTranslation(['cases', 'caseload'])
  const [search] = useSearchParams()
  const value = (name: string) => search.get(name) ?? ''
  const options = useFilterOptions(page)
  const words = useFilterWords(options)
  const active = filterNames.flatMap(name => (value(name) ? [{ name, label: words(name, value(name)) }] : []))
  const without = Object.fromEntries(filterNames.map(name => [name, null]))
  const select = (name: ChosenFilter) => (
    <Select
      name={name}
      label={t(`caseload:filters.${name}`)}
      placeholder={t('cases:list.any')}
      options={options[name]}
      defaultValue={value(name)}
    />
  )
  return (
    <FilterBar
      key={search.toString()}
      label={t('cases:list.filters')}
      submitLabel={t('cases:list.submit')}
      result={t('cases:list.result', { count: page.total })}
      active={active.map(({ name, label }) => ({
        label,
        removeTo: searchWith(search, { [name]: null }),
        removeLabel: t('cases:list.remove', { filter: label }),
      }))}
      activeLabel={t('cases:list.active', { count: active.length })}
      clear={{ to: searchWith(search, without), label: t('cases:list.clear') }}
      more={{
        label: t('caseload:moreFilters'),
        open: ['convention', 'departement', 'territoire', 'metier', 'public', 'moment', 'reseau', 'du', 'au'].some(
          name => value(name),
        ),
        children: (
          <>
            {select('convention')}
            {select('departement')}
            {page.territories.length > 0 ? select('territoire') : null}
            {select('metier')}
            {select('public')}
            {select('moment')}
            {select('reseau')}
            <DateField name="du" label={t('caseload:filters.du')} defaultValue={value('du')} />
            <DateField name="au" label={t('caseload:filters.au')} defaultValue={value('au')} />
          </>
        ),
      }}
    >
      <TextField name="texte" type="search" label={t('cases:list.text')} defaultValue={value('texte')} />
      {select('etat')}
      {select('dispositif')}
      {select('charge')}
      {value('vue') === 'colonnes' ? null : (
        <Select
          name="tri"
          label={t('caseload:sort')}
          placeholder={t('caseload:sorts.echeance')}
          options={sortings.slice(1).flatMap(name => [
            { value: name, label: t(`caseload:sorts.${name}`) },
            { value: `-${name}`, label: t('caseload:sortedDown', { by: t(`caseload:sorts.${name}`) }) },
          ])}
          defaultValue={value('tri')}
        />
      )}
      <CheckboxField name="retard" value="1" label={t('cases:list.late')} defaultChecked={value('retard') === '1'} />
      {value('vue') ? <Hidden name="vue" value={value('vue')} /> : null}
    </FilterBar>
  )
}

type ChosenFilter = Exclude<FilterName, 'texte' | 'retard' | 'du' | 'au'>
type Options = Record<ChosenFilter, SelectOption[]>

function useFilterOptions(page: CaseFiltersProps['page']): Options {
  const { t } = useTranslation(['caseload', 'typology'])
  const locale = useLocale()
  const typed = (field: 'trade' | 'publics' | 'phase') =>
    Object.entries(t(`typology:values.${field}`, { returnObjects: true })).map(([value, label]) => ({ value, label }))
  const mine = page.practitioners
    .filter(({ id }) => id === page.me)
    .map(({ id }) => ({ value: id, label: t('caseload:me') }))
  return {
    etat: page.states.map(({ code, label }) => ({ value: code, label: label[locale] })),
    dispositif: page.programmes.map(({ code, label }) => ({ value: code, label: label[locale] })),
    charge: [
      ...mine,
      { value: none, label: t('caseload:nobody') },
      ...page.practitioners.filter(({ id }) => id !== page.me).map(({ id, name }) => ({ value: id, label: name })),
    ],
    convention: [
      { value: none, label: t('caseload:noAgreement') },
      ...page.agreements.map(({ id, code, funder }) => ({ value: id, label: `${code} · ${funder}` })),
    ],
    metier: typed('trade'),
    public: typed('publics'),
    moment: typed('phase'),
    reseau: Object.entries(t('caseload:places', { returnObjects: true })).map(([value, label]) => ({ value, label })),
    departement: page.departments.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
    territoire: page.territories.map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** « Département : Loiret (45) » */
function useFilterWords(options: Options) {
  const { t } = useTranslation(['cases', 'caseload'])
  const locale = useLocale()
  const known = (list: readonly SelectOption[], value: string) =>
    list.find(option => option.value === value)?.label ?? value
  return (name: FilterName, value: string): string => {
    if (name === 'retard') return t('cases:list.late')
    if (name === 'texte') return t('cases:list.filter', { name: t('cases:list.text'), value })
    const shown = name === 'du' || name === 'au' ? shownDay(value, locale) : known(options[name], value)
    return t('cases:list.filter', { name: t(`caseload:filters.${name}`), value: shown })
  }
}

function shownDay(value: string, locale: 'fr' | 'en') {
  const known = day(value)
  return known ? formatDay(known, locale) : value
}
