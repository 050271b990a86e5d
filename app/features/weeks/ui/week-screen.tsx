import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { UnsignedSheet } from '#app/features/attendance-sheets/sheet.ts'
import { UnsignedSheets } from '#app/features/attendance-sheets/ui/unsigned-sheets.tsx'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ChipsNav } from '#app/ui/chips-nav.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DateField, Hidden, Select } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { ListPages } from '#app/ui/list-pages.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Reminded, WeekSession } from '../week.ts'
import { MissingReports } from './missing-reports.tsx'
import { SessionTable } from './session-table.tsx'
import { WeekTable } from './week-table.tsx'

export type WeekScreenProps = {
  page: {
    operator: string
    today: Day
    me: string
    userId: string
    view: 'semaine' | 'liste'
    monday: Day
    days: Day[]
    previous: Day
    next: Day
    team: { id: string; name: string }[]
    page: number
    perPage: number
    total: number
    sessions: WeekSession[]
    missing: WeekSession[]
    unsigned: UnsignedSheet[]
    reminded: Reminded[]
  }
  formKey: string
  locale: Locale
  search: URLSearchParams
}

/** The sessions of her cases: a week at a time or one after the other; what nobody has reported comes first. */
export function WeekScreen({ page, formKey, locale, search }: WeekScreenProps) {
  const { t } = useTranslation('weeks')
  const { operator, view, userId, me, missing } = page
  const base = `/o/${operator}`
  const to = (set: Record<string, string>) => {
    const own = { vue: view, ...(userId === me ? {} : { charge: userId }), ...set }
    return `?${new URLSearchParams(own)}`
  }
  const views = [
    { to: to({ vue: 'semaine' }), label: t('views.week'), current: view === 'semaine' },
    { to: to({ vue: 'liste' }), label: t('views.list'), current: view === 'liste' },
  ]
  return (
    <>
      <ChipsNav label={t('views.label')} chips={views} />
      <FilterBar label={t('filter')} submitLabel={t('show')}>
        <Hidden name="vue" value={view} />
        {view === 'semaine' ? (
          <DateField name="semaine" label={t('weekOf')} defaultValue={page.monday} key={page.monday} />
        ) : null}
        <Select
          name="charge"
          label={t('casesOf')}
          defaultValue={userId}
          options={page.team.map(({ id, name }) => ({ value: id, label: id === me ? t('mine', { name }) : name }))}
        />
      </FilterBar>
      {missing.length > 0 ? (
        <MissingReports
          base={base}
          sessions={missing}
          reminded={page.reminded}
          today={page.today}
          formKey={formKey}
          locale={locale}
        />
      ) : null}
      {view === 'semaine' ? (
        <Section
          title={t('weekTitle', { from: formatDay(page.monday, locale) })}
          action={
            <nav aria-label={t('otherWeeks')} className="flex flex-wrap gap-2">
              <LinkButton to={to({ semaine: page.previous })} icon={ChevronLeft}>
                {t('previous')}
              </LinkButton>
              <LinkButton to={to({})}>{t('thisWeek')}</LinkButton>
              <LinkButton to={to({ semaine: page.next })} icon={ChevronRight}>
                {t('next')}
              </LinkButton>
            </nav>
          }
        >
          <WeekTable base={base} days={page.days} today={page.today} sessions={page.sessions} locale={locale} />
        </Section>
      ) : (
        <Section title={t('listTitle')} note={t('listNote')}>
          <SessionTable
            base={base}
            caption={t('listTitle')}
            sessions={page.sessions}
            locale={locale}
            empty={<EmptyState title={t('emptyTitle')}>{t('emptyHelp')}</EmptyState>}
          />
          <ListPages
            search={search}
            page={page.page}
            perPage={page.perPage}
            total={page.total}
            words={{
              label: t('pages'),
              previous: t('pagePrevious'),
              next: t('pageNext'),
              summary: range => t('range', range),
            }}
          />
        </Section>
      )}
      <UnsignedSheets
        sheets={page.unsigned.flatMap(sheet =>
          sheet.number
            ? [{ ...sheet, to: `${base}/accompagnements/${sheet.number}/seances/${sheet.id}/emargement` }]
            : [],
        )}
        locale={locale}
      />
    </>
  )
}
