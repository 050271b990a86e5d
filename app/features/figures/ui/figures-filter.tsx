import { useTranslation } from 'react-i18next'
import { DateField, Select } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { dimensions, isDimension } from '../dimension.ts'
import { type ChoiceErrors, searchOf, type TypedChoice } from '../figures-choice.ts'

type FiguresFilterProps = {
  typed: TypedChoice
  errors: ChoiceErrors
  agreements: readonly { code: string; title: string | null }[]
}

/** The period, the breakdown and the agreement: all in the address, all shown while they are chosen. */
export function FiguresFilter({ typed, errors, agreements }: FiguresFilterProps) {
  const { t } = useTranslation(['figures', 'figuresPage'])
  const errorsOf = (name: keyof TypedChoice) => {
    const key = errors[name]
    return key ? [t(`figuresPage:filters.${key}`)] : []
  }
  const without = (name: keyof TypedChoice) => `?${searchOf({ ...typed, [name]: null })}`
  const active = [
    ...(isDimension(typed.par)
      ? [{ name: 'par' as const, label: `${t('figuresPage:filters.by')} ${t(`figures:dimensions.${typed.par}`)}` }]
      : []),
    ...(typed.convention ? [{ name: 'convention' as const, label: typed.convention }] : []),
    ...(typed.pour ? [{ name: 'pour' as const, label: t('figuresPage:filters.funder') }] : []),
  ]
  return (
    <FilterBar
      key={searchOf(typed).toString()}
      label={t('figuresPage:filters.label')}
      submitLabel={t('figuresPage:filters.submit')}
      active={active.map(({ name, label }) => ({
        label,
        removeTo: without(name),
        removeLabel: t('figuresPage:filters.remove', { filter: label }),
      }))}
      activeLabel={t('figuresPage:filters.active')}
      clear={{ to: '?', label: t('figuresPage:filters.clear') }}
    >
      <DateField
        name="du"
        label={t('figuresPage:filters.from')}
        defaultValue={typed.du ?? ''}
        errors={errorsOf('du')}
      />
      <DateField name="au" label={t('figuresPage:filters.to')} defaultValue={typed.au ?? ''} errors={errorsOf('au')} />
      <Select
        name="par"
        label={t('figuresPage:filters.by')}
        placeholder={t('figuresPage:filters.byNothing')}
        options={dimensions.map(value => ({ value, label: t(`figures:dimensions.${value}`) }))}
        defaultValue={typed.par ?? ''}
        errors={errorsOf('par')}
      />
      <Select
        name="convention"
        label={t('figuresPage:filters.agreement')}
        placeholder={t('figuresPage:filters.allAgreements')}
        options={agreements.map(({ code, title }) => ({ value: code, label: title ? `${code} – ${title}` : code }))}
        defaultValue={typed.convention ?? ''}
        errors={errorsOf('convention')}
      />
      <Select
        name="pour"
        label={t('figuresPage:filters.audience')}
        placeholder={t('figuresPage:filters.operator')}
        options={[{ value: 'financeur', label: t('figuresPage:filters.funder') }]}
        defaultValue={typed.pour ?? ''}
      />
    </FilterBar>
  )
}
