import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { BarChart } from '#app/ui/bar-chart.tsx'
import { Definition } from '#app/ui/definition.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { KeyFigures } from '#app/ui/key-figures.tsx'
import { Meter } from '#app/ui/meter.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { renderRouted } from '#tests/harness/routed.tsx'

function chart() {
  return render(
    <BarChart
      title="L’emploi par secteur"
      summary="Culture : 120 au diagnostic, 131 au suivi. Sport : non publié, 12."
      series={[
        { key: 't0', label: 'Au diagnostic', tone: 'soft' },
        { key: 't3', label: 'Au suivi', tone: 'strong' },
      ]}
      rows={[
        { label: 'Culture', values: { t0: { value: 120, text: '120' }, t3: { value: 131, text: '131' } } },
        { label: 'Sport', values: { t0: { value: null, text: 'non publié' }, t3: { value: 12, text: '12' } } },
      ]}
      tableLabel="Voir le tableau"
      rowsLabel="Secteur"
    />,
  )
}

describe('a chart', () => {
  it('says in a sentence what it draws', () => {
    chart()
    const figure = screen.getByRole('figure', { name: 'L’emploi par secteur' })
    expect(within(figure).getByRole('img')).toHaveAccessibleName(/Culture : 120 au diagnostic/)
  })

  it('has the same numbers as a table, one press away without JavaScript', () => {
    const { container } = chart()
    expect(container.querySelector('details > summary')).toHaveTextContent('Voir le tableau')
    const cells = [...container.querySelectorAll('details tbody tr')].map(row =>
      [...row.children].map(cell => cell.textContent),
    )
    expect(cells).toEqual([
      ['Culture', '120', '131'],
      ['Sport', 'non publié', '12'],
    ])
  })

  it('draws lengths in proportion, and no bar for what is not known', () => {
    const { container } = chart()
    const widths = [...container.querySelectorAll('[role=img] .h-6\\.5 rect')].map(bar => bar.getAttribute('width'))
    expect(widths).toEqual([
      `${Math.round((120 / 131) * 860) / 10}%`,
      '86%',
      '0',
      `${Math.round((12 / 131) * 860) / 10}%`,
    ])
  })
})

describe('a meter', () => {
  it('is read as a sentence and drawn as a share of its target', () => {
    const { container } = render(<Meter label="57 diagnostics sur 60" value={57} max={60} />)
    expect(screen.getByRole('img')).toHaveAccessibleName('57 diagnostics sur 60')
    expect([...container.querySelectorAll('rect')].map(bar => bar.getAttribute('width'))).toEqual(['100%', '95%'])
  })

  it('shows where the target was once it is passed', () => {
    const { container } = render(<Meter label="28 sur 25" value={28} max={25} />)
    const [, bar, mark] = container.querySelectorAll('rect')
    expect(bar).toHaveAttribute('width', '100%')
    expect(mark).toHaveAttribute('x', '89.3%')
  })

  it('is empty, not broken, without target or value', () => {
    const { container } = render(<Meter label="rien" value={0} max={0} />)
    expect(container.querySelectorAll('rect')[1]).toHaveAttribute('width', '0%')
  })
})

describe('figures and facts', () => {
  it('ties each number to what it counts, and leads to the cases', () => {
    renderRouted(
      <KeyFigures
        figures={[{ label: 'structures accompagnées', value: '81', detail: 'dont 34 nouvelles', to: '/liste' }]}
      />,
    )
    expect(screen.getByRole('term')).toHaveTextContent('structures accompagnées')
    expect(screen.getAllByRole('definition').map(fact => fact.textContent)).toEqual(['81', 'dont 34 nouvelles'])
    expect(screen.getByRole('link', { name: '81' })).toHaveAttribute('href', '/liste')
  })

  it('names facts', () => {
    render(<DescriptionList items={[{ term: 'SIRET', detail: '123 456 789 00012' }]} />)
    expect(screen.getByRole('term')).toHaveTextContent('SIRET')
    expect(screen.getByRole('definition')).toHaveTextContent('123 456 789 00012')
  })

  it('defines a figure in a note of its own', () => {
    render(<Definition term="Emplois concernés">Total des salarié·es au diagnostic.</Definition>)
    expect(screen.getByRole('note', { name: 'Emplois concernés' })).toHaveTextContent(
      'Total des salarié·es au diagnostic.',
    )
  })

  it('quotes in a quotation, with its source outside of it', () => {
    render(<Quote source="Une association du Loiret, citée avec son accord.">« Nous savons lire nos comptes. »</Quote>)
    const figure = screen.getByRole('figure')
    expect(within(figure).getByRole('blockquote')).toHaveTextContent('« Nous savons lire nos comptes. »')
    expect(within(figure).getByRole('blockquote')).not.toHaveTextContent('Loiret')
    expect(figure).toHaveTextContent('Une association du Loiret, citée avec son accord.')
  })
})
