import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Wake, type WakeState, type WakeStep } from '#app/ui/wake.tsx'
import { renderRouted } from '#tests/harness/routed.tsx'

const stateLabels = { done: 'fait', current: 'en cours', todo: 'à venir', after: 'suivi à venir' }

function path(...states: WakeState[]): WakeStep[] {
  return states.map((state, index) => ({
    label: `Étape ${index + 1}`,
    detail: `${index + 10} janv.`,
    state,
    to: `/etape-${index + 1}`,
  }))
}

/** How far along the line the wake reaches, in steps. */
function reach(container: HTMLElement): number {
  const drawn = container.querySelector('svg svg path[fill]')?.getAttribute('d') ?? ''
  return Number(/L(\d+)/.exec(drawn)?.[1] ?? 0) / 100
}

describe('the line of the path', () => {
  it('is an ordered list, in the order of the path, each step with its state in words and its detail', () => {
    renderRouted(<Wake label="Parcours" steps={path('done', 'current', 'todo', 'after')} stateLabels={stateLabels} />)
    const steps = within(screen.getByRole('list', { name: 'Parcours' })).getAllByRole('listitem')
    expect(steps.map(item => item.textContent)).toEqual([
      'Étape 1 (fait)10 janv.',
      'Étape 2 (en cours)11 janv.',
      'Étape 3 (à venir)12 janv.',
      'Étape 4 (suivi à venir)13 janv.',
    ])
  })

  it('says which step is current, and leads to each', () => {
    renderRouted(<Wake label="Parcours" steps={path('done', 'current', 'todo')} stateLabels={stateLabels} />)
    expect(screen.getAllByRole('listitem').map(item => item.getAttribute('aria-current'))).toEqual([null, 'step', null])
    expect(screen.getByRole('link', { name: 'Étape 2' })).toHaveAttribute('href', '/etape-2')
  })

  it.each<[string, WakeState[], number]>([
    ['reaches the current step', ['done', 'done', 'current', 'todo', 'after'], 2],
    ['has left nothing behind at the first step', ['current', 'todo', 'after'], 0],
    ['reaches the last step done when none is current', ['done', 'done', 'done'], 2],
    ['is not there before anything happened', ['todo', 'todo'], 0],
  ])('%s', (_, states, expected) => {
    const { container } = renderRouted(<Wake label="Parcours" steps={path(...states)} stateLabels={stateLabels} />)
    expect(reach(container)).toBe(expected)
  })

  it('draws nothing that a screen reader would read twice', () => {
    const { container } = renderRouted(
      <Wake label="Parcours" steps={path('done', 'current', 'after')} stateLabels={stateLabels} />,
    )
    for (const svg of container.querySelectorAll('svg')) expect(svg.closest('[aria-hidden=true]')).not.toBeNull()
  })
})
