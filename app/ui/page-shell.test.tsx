import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { BareShell } from '#app/ui/bare-shell.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { PageShell } from '#app/ui/page-shell.tsx'
import { Toast } from '#app/ui/toast.tsx'
import { renderRouted } from '#tests/harness/routed.tsx'

const shell = {
  brand: 'Sillage',
  homeTo: '/',
  operator: 'DLA du Loiret',
  role: 'Chargée de mission',
  labels: { skip: 'Aller au contenu', nav: 'Principale', menu: 'Menu', late: 'en retard' },
  nav: [
    { to: '/aujourdhui', label: 'Aujourd’hui', count: 4, late: true },
    { to: '/accompagnements', label: 'Accompagnements', count: 58 },
  ],
}

describe('the page', () => {
  it('begins with a link to its content, which can take the focus', () => {
    renderRouted(<PageShell {...shell}>Contenu</PageShell>, '/accompagnements/12')
    const skip = screen.getByRole('link', { name: 'Aller au contenu' })
    const main = screen.getByRole('main')
    expect(skip).toHaveAttribute('href', `#${main.id}`)
    expect(main).toHaveAttribute('tabindex', '-1')
    expect(document.querySelector('a, button, summary, input')).toBe(skip)
  })

  it('says where one is and what is late, in words', () => {
    renderRouted(<PageShell {...shell}>Contenu</PageShell>, '/accompagnements/12')
    const [nav] = screen.getAllByRole('navigation', { name: 'Principale' })
    if (!nav) throw new Error('no navigation')
    expect(within(nav).getByRole('link', { current: 'page' })).toHaveAccessibleName('Accompagnements 58')
    expect(within(nav).getByRole('link', { name: /Aujourd’hui/ })).toHaveAccessibleName('Aujourd’hui 4 en retard')
  })

  it('has its menu in a native disclosure, so that a phone opens it without JavaScript', () => {
    renderRouted(<PageShell {...shell}>Contenu</PageShell>, '/accompagnements/12')
    const summary = screen.getByText('Menu').closest('summary')
    expect(summary?.parentElement).toBeInstanceOf(HTMLDetailsElement)
    expect(summary?.parentElement?.querySelector('nav')).not.toBeNull()
  })

  it('holds its tools once, so that a field in them has one label and one id', () => {
    renderRouted(
      <PageShell {...shell} tools={<input aria-label="Chercher une structure" id="search" />}>
        Contenu
      </PageShell>,
    )
    expect(screen.getAllByLabelText('Chercher une structure')).toHaveLength(1)
  })

  it('closes the menu of the phone once it has led somewhere', async () => {
    const { container } = renderRouted(<PageShell {...shell}>Contenu</PageShell>, '/aujourdhui')
    container.querySelector('details')?.setAttribute('open', '')
    const link = container.querySelector<HTMLElement>('details a[href="/accompagnements"]')
    await act(async () => link?.click())
    expect(container.querySelector('details a[aria-current]')).toHaveTextContent('Accompagnements')
    expect(container.querySelector('details')).not.toHaveAttribute('open')
  })

  it('says the answer to the last action inside the content', () => {
    renderRouted(
      <PageShell
        {...shell}
        toast={
          <Toast dismissTo="." dismissLabel="Fermer">
            Enregistré.
          </Toast>
        }
      >
        Contenu
      </PageShell>,
    )
    const said = within(screen.getByRole('main')).getByRole('status')
    expect(said).toHaveTextContent('Enregistré.')
    expect(within(said).getByRole('link', { name: 'Fermer' })).toBeInTheDocument()
  })

  it('interrupts for a refusal only', () => {
    renderRouted(<Toast tone="stop">Refusé.</Toast>)
    expect(screen.getByRole('alert')).toHaveTextContent('Refusé.')
  })
})

describe('the header of a page', () => {
  it('holds the only h1, the way back and where one is', () => {
    renderRouted(
      <PageHeader
        title="La Ruche des Possibles"
        crumbs={[{ to: '/accompagnements', label: 'Accompagnements' }]}
        here="2026-45-0012"
        crumbsLabel="Fil d’Ariane"
        meta={['DLA individuel']}
      />,
    )
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('La Ruche des Possibles')
    const way = screen.getByRole('navigation', { name: 'Fil d’Ariane' })
    expect(within(way).getByRole('link')).toHaveAccessibleName('Accompagnements')
    expect(within(way).getByText('2026-45-0012')).toHaveAttribute('aria-current', 'page')
  })
})

describe('the bare page', () => {
  it('has no link home for someone who came by a personal link', () => {
    renderRouted(
      <BareShell brand="Sillage" skipLabel="Aller au contenu">
        Contenu
      </BareShell>,
    )
    expect(screen.getAllByRole('link').map(link => link.textContent)).toEqual(['Aller au contenu'])
    expect(screen.getByRole('main')).toHaveTextContent('Contenu')
  })
})
