import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { TrendChart } from './trend-chart.tsx'

describe('a quantity from moment to moment', () => {
  const draw = (values: (number | null)[]) =>
    render(
      <TrendChart
        title="Effectif"
        summary="Effectif : T0 8, T1 sans réponse, T2 10"
        points={values.map((value, index) => ({ label: `T${index}`, value, text: value === null ? '' : `${value}` }))}
      />,
    ).container

  it('is read in a sentence, and drawn from zero', () => {
    const drawing = draw([5, null, 10])
    expect(screen.getByRole('img', { name: 'Effectif : T0 8, T1 sans réponse, T2 10' })).toBeVisible()
    const [half, full] = [...drawing.querySelectorAll('circle')].map(dot => 104 - Number(dot.getAttribute('cy')))
    expect(full).toBe(2 * (half ?? 0))
  })

  it('breaks its line over a moment that nobody answered, and never draws a zero there', () => {
    const drawing = draw([8, null, 10])
    expect(drawing.querySelectorAll('circle')).toHaveLength(2)
    expect(drawing.querySelectorAll('[stroke-dasharray]')).toHaveLength(1)
    expect(draw([8, 0, 10]).querySelectorAll('circle')).toHaveLength(3)
  })
})
