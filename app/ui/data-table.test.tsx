import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import { renderRouted } from '#tests/harness/routed.tsx'

type Row = { name: string; fte: string }
const columns: Column<Row>[] = [
  {
    key: 'name',
    header: 'Structure',
    rowHeader: true,
    cell: row => row.name,
    sort: { to: '?tri=nom', direction: 'ascending' },
  },
  { key: 'fte', header: 'ETP', numeric: true, cell: row => row.fte, sort: { to: '?tri=etp' } },
  { key: 'go', header: 'Actions', hideHeader: true, cell: () => 'Ouvrir' },
]
const rows = [
  { name: 'La Ruche', fte: '6,5' },
  { name: 'Vélo pour tous', fte: '3,2' },
]

describe('a table', () => {
  it('is named by its caption, and names each row by its header cell', () => {
    renderRouted(
      <DataTable
        caption="Accompagnements en cours"
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={row => row.name}
      />,
    )
    const table = screen.getByRole('table', { name: 'Accompagnements en cours' })
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(cell => cell.textContent),
    ).toEqual(['La Ruche', 'Vélo pour tous'])
  })

  it('gives each cell the name of its column, for the card that it becomes on a phone', () => {
    renderRouted(<DataTable caption="x" columns={columns} rows={rows} rowKey={row => row.name} />)
    expect(screen.getByRole('cell', { name: '6,5' })).toHaveAttribute('data-label', 'ETP')
    expect(screen.getAllByRole('cell', { name: 'Ouvrir' })[0]).not.toHaveAttribute('data-label')
  })

  it('stays a table in words where the display of its parts changes', () => {
    const { container } = renderRouted(<DataTable caption="x" columns={columns} rows={rows} rowKey={row => row.name} />)
    for (const part of container.querySelectorAll('table, thead, tbody, tr, th, td'))
      expect(part).toHaveAttribute('role')
  })

  it('sorts by links, and says which column is sorted', () => {
    renderRouted(<DataTable caption="x" columns={columns} rows={rows} rowKey={row => row.name} />)
    expect(screen.getByRole('columnheader', { name: 'Structure' })).toHaveAttribute('aria-sort', 'ascending')
    expect(screen.getByRole('columnheader', { name: 'ETP' })).toHaveAttribute('aria-sort', 'none')
    expect(screen.getByRole('link', { name: 'ETP' })).toHaveAttribute('href', '/?tri=etp')
    expect(screen.getByRole('columnheader', { name: 'Actions' })).not.toHaveAttribute('aria-sort')
  })

  it('puts totals under their columns', () => {
    renderRouted(
      <DataTable
        caption="x"
        columns={columns}
        rows={rows}
        rowKey={row => row.name}
        totals={{ name: 'Total', fte: '9,7' }}
      />,
    )
    expect(screen.getByRole('rowheader', { name: 'Total' })).toBeInTheDocument()
    expect(screen.getByRole('cell', { name: '9,7' })).toHaveAttribute('data-label', 'ETP')
  })

  it('says what to do instead of showing an empty table', () => {
    renderRouted(
      <DataTable
        caption="x"
        columns={columns}
        rows={[]}
        rowKey={row => row.name}
        empty={<EmptyState title="Aucun accompagnement" action={<LinkButton to="/nouveau">Commencer</LinkButton>} />}
      />,
    )
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByRole('heading', { name: 'Aucun accompagnement' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Commencer' })).toHaveAttribute('href', '/nouveau')
  })
})

describe('a state', () => {
  it.each<Tone>(['now', 'late', 'done', 'stop', 'after', 'neutral'])(
    '%s has an icon of its own beside its word',
    tone => {
      const { container } = renderRouted(<StatusTag tone={tone}>état</StatusTag>)
      expect(container.querySelector('svg[aria-hidden=true]')).not.toBeNull()
      expect(container).toHaveTextContent('état')
    },
  )

  it('uses six different icons', () => {
    const tones: Tone[] = ['now', 'late', 'done', 'stop', 'after', 'neutral']
    const drawings = tones.map(
      tone => renderRouted(<StatusTag tone={tone}>x</StatusTag>).container.querySelector('svg')?.innerHTML,
    )
    expect(new Set(drawings).size).toBe(6)
  })
})

describe('buttons and boxes', () => {
  it('submits with its name and value unless told otherwise', () => {
    renderRouted(
      <>
        <Button name="intent" value="save">
          Enregistrer
        </Button>
        <Button type="button">Ajouter</Button>
      </>,
    )
    expect(screen.getByRole('button', { name: 'Enregistrer' })).toHaveAttribute('type', 'submit')
    expect(screen.getByRole('button', { name: 'Enregistrer' })).toHaveAttribute('value', 'save')
    expect(screen.getByRole('button', { name: 'Ajouter' })).toHaveAttribute('type', 'button')
  })

  it('makes a titled card a region that can be reached by its name', () => {
    renderRouted(<Card title="Prochaine étape">Préparer le dossier</Card>)
    expect(screen.getByRole('region', { name: 'Prochaine étape' })).toHaveTextContent('Préparer le dossier')
  })

  it('says a notice aloud only when asked', () => {
    renderRouted(<Notice title="À savoir">Rien de grave.</Notice>)
    expect(screen.queryByRole('status')).toBeNull()
    expect(screen.getByText('À savoir')).toBeInTheDocument()
  })
})
