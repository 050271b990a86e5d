import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { FilterBar, type FilterBarProps } from '#app/ui/filter-bar.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { renderRouted } from '#tests/harness/routed.tsx'

function bar(props: Partial<FilterBarProps> = {}) {
  return renderRouted(
    <FilterBar label="Filtrer les accompagnements" submitLabel="Filtrer" {...props}>
      <TextField type="search" name="q" label="Nom" defaultValue="ruche" />
    </FilterBar>,
    '/accompagnements?q=ruche',
  )
}

describe('filters', () => {
  it('are a GET form, so that a filtered list has an address and needs no JavaScript', () => {
    bar()
    const form = screen.getByRole('search', { name: 'Filtrer les accompagnements' })
    expect(form).toHaveAttribute('method', 'get')
    expect(within(form).getByRole('button', { name: 'Filtrer' })).toHaveAttribute('type', 'submit')
    expect(within(form).getByLabelText('Nom')).toHaveValue('ruche')
  })

  it('that are active are counted and each can be taken off', () => {
    bar({
      active: [{ label: 'En retard', removeTo: '?q=ruche', removeLabel: 'Retirer le filtre En retard' }],
      activeLabel: '1 filtre actif',
      clear: { to: '?', label: 'Tout retirer' },
      result: '5 accompagnements sur 58',
    })
    expect(within(screen.getByRole('list', { name: '1 filtre actif' })).getByRole('link')).toHaveAccessibleName(
      'Retirer le filtre En retard',
    )
    expect(screen.getByRole('link', { name: 'Retirer le filtre En retard' })).toHaveAttribute(
      'href',
      '/accompagnements?q=ruche',
    )
    expect(screen.getByRole('link', { name: 'Tout retirer' })).toBeInTheDocument()
    expect(screen.getByText('5 accompagnements sur 58')).toBeInTheDocument()
  })

  it('that are seldom used are sent even from behind their disclosure', () => {
    const { container } = bar({
      more: {
        label: 'Plus de filtres',
        children: <Select name="step" label="Étape" options={[{ value: 'plan', label: 'Parcours' }]} />,
      },
    })
    expect(container.querySelector('details')).not.toHaveAttribute('open')
    expect(new FormData(container.querySelector('form') ?? undefined).get('step')).toBe('plan')
  })
})

describe('the way through a list', () => {
  it('leads to what is before and after', () => {
    renderRouted(
      <Pagination
        label="Pages"
        previous={{ to: '?p=1', label: 'Précédents' }}
        next={{ to: '?p=3', label: 'Suivants' }}
        summary="21 à 40 sur 58"
      />,
    )
    const nav = screen.getByRole('navigation', { name: 'Pages' })
    expect(within(nav).getByRole('link', { name: 'Précédents' })).toHaveAttribute('rel', 'prev')
    expect(within(nav).getByRole('link', { name: 'Suivants' })).toHaveAttribute('href', '/?p=3')
  })

  it('is not there when everything is on one page', () => {
    const { container } = renderRouted(<Pagination label="Pages" />)
    expect(container).toBeEmptyDOMElement()
  })
})

describe('tabs', () => {
  it('are links, the current one said from the address', () => {
    renderRouted(
      <TabsNav
        label="Pages du dossier"
        tabs={[
          { to: '/a/12', label: 'Fil', end: true },
          { to: '/a/12/suivi', label: 'Suivi', count: 2 },
        ]}
      />,
      '/a/12/suivi',
    )
    const nav = screen.getByRole('navigation', { name: 'Pages du dossier' })
    expect(within(nav).getByRole('link', { current: 'page' })).toHaveAccessibleName('Suivi 2')
    expect(within(nav).getAllByRole('link', { current: false })).toHaveLength(1)
  })

  it('that differ by a filter are said current by the page', () => {
    renderRouted(
      <TabsNav
        label="Vues"
        tabs={[
          { to: '?v=a', label: 'Les miens', current: false },
          { to: '?v=b', label: 'Tous', current: true },
        ]}
      />,
    )
    expect(screen.getByRole('link', { current: 'page' })).toHaveAccessibleName('Tous')
  })
})

describe('the timeline', () => {
  it('is a named list whose dates machines read too', () => {
    renderRouted(
      <Timeline
        label="Fil"
        items={[{ key: '1', when: '4 mars', dateTime: '2026-03-04', children: 'Diagnostic validé', who: 'Vous' }]}
      />,
    )
    const item = within(screen.getByRole('list', { name: 'Fil' })).getByRole('listitem')
    expect(item).toHaveTextContent('Diagnostic validé')
    expect(item.querySelector('time')).toHaveAttribute('datetime', '2026-03-04')
  })

  it('says what to do while nothing has happened', () => {
    renderRouted(<Timeline label="Fil" items={[]} empty={<EmptyState title="Rien encore" />} />)
    expect(screen.queryByRole('list')).toBeNull()
    expect(screen.getByRole('heading', { name: 'Rien encore' })).toBeInTheDocument()
  })
})
