import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Button } from '#app/ui/button.tsx'
import { ConflictPanel } from '#app/ui/conflict-panel.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { NextStep } from '#app/ui/next-step.tsx'
import { Columns, Section } from '#app/ui/section.tsx'

describe('a dialog', () => {
  it('is opened by a link to it and closed by a link back, so that it needs no JavaScript', () => {
    const { container } = render(
      <Dialog id="abandon" title="Abandonner ?" trigger="Abandonner…" closeLabel="Ne rien changer">
        <Button>Abandonner</Button>
      </Dialog>,
    )
    const trigger = screen.getByRole('link', { name: 'Abandonner…' })
    const dialog = container.querySelector('dialog')
    expect(trigger).toHaveAttribute('href', `#${dialog?.id}`)
    expect(dialog).not.toHaveAttribute('open')
    // Hidden, it has no name yet: what it will be named by is looked at instead.
    expect(document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')).toHaveTextContent('Abandonner ?')
    const close = within(dialog ?? document.body).getByText('Ne rien changer')
    expect(document.querySelector(close.getAttribute('href') ?? '')).toBe(trigger)
  })
})

describe('a conflict', () => {
  const rows = [
    { label: 'Conclusions', choice: 'c', mine: 'Mon texte', theirs: 'Son texte' },
    { label: 'Réserves', choice: 'r', mine: '', theirs: 'Trésorerie' },
  ]

  function panel() {
    return render(
      <form>
        <ConflictPanel
          title="Quelqu’un a enregistré avant vous"
          mineLabel="Votre texte"
          theirsLabel="Texte de Nadia"
          emptyLabel="(vide)"
          rows={rows}
          version={{ name: 'version', value: 4 }}
        >
          Rien n’est perdu.
        </ConflictPanel>
      </form>,
    )
  }

  it('is said at once, and shows both texts of every field', () => {
    panel()
    expect(screen.getByRole('alert')).toHaveTextContent('Rien n’est perdu.')
    const group = screen.getByRole('group', { name: 'Conclusions' })
    expect(within(group).getByRole('radio', { name: 'Votre texte' })).toHaveAccessibleDescription('Mon texte')
    expect(within(group).getByRole('radio', { name: 'Texte de Nadia' })).toHaveAccessibleDescription('Son texte')
    expect(within(screen.getByRole('group', { name: 'Réserves' })).getByText('(vide)')).toBeInTheDocument()
  })

  it('keeps mine unless told otherwise, and sends the version that was shown', () => {
    const { container } = panel()
    const sent = new FormData(container.querySelector('form') ?? undefined)
    expect([sent.get('c'), sent.get('r'), sent.get('version')]).toEqual(['mine', 'mine', '4'])
  })

  it('only shows when there is nothing to choose', () => {
    render(
      <ConflictPanel
        title="x"
        mineLabel="Votre texte"
        theirsLabel="Texte de Nadia"
        emptyLabel="(vide)"
        rows={[{ label: 'Note', mine: 'a', theirs: 'b' }]}
      >
        y
      </ConflictPanel>,
    )
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.getByRole('group', { name: 'Note' })).toHaveTextContent('Votre texteaTexte de Nadiab')
  })
})

describe('parts of a page', () => {
  it('are named regions', () => {
    render(
      <Columns side={<Section title="Qui finance">Région</Section>}>
        <NextStep label="Prochaine étape" title="Préparer le comité">
          Il manque le budget.
        </NextStep>
      </Columns>,
    )
    expect(screen.getByRole('region', { name: 'Qui finance' })).toHaveTextContent('Région')
    expect(within(screen.getByRole('region', { name: 'Prochaine étape' })).getByRole('heading')).toHaveTextContent(
      'Préparer le comité',
    )
  })

  it('an error has the h1 of its page and something to do', () => {
    render(
      <ErrorPage title="Cette page n’existe pas" actions={<a href="/">Accueil</a>} reference={404}>
        Rien n’est perdu.
      </ErrorPage>,
    )
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Cette page n’existe pas')
    expect(screen.getByRole('link', { name: 'Accueil' })).toBeInTheDocument()
  })
})
