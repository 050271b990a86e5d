import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderWorded } from '#tests/harness/worded.tsx'
import { type ComparedRow, compared } from '../comparison.ts'
import { waveView } from '../wave-view.ts'
import { Comparison } from './comparison.tsx'

const stored = (wave: 'T2' | 'T3', state: 'answered' | 'unreachable', headcount: number | null) =>
  waveView(
    {
      operatorId: 'operator',
      id: wave,
      accompanimentId: 'case',
      wave,
      state,
      plannedOn: '2026-01-10',
      answeredOn: null,
      pausedDays: 0,
      cancelledFrom: null,
      channel: null,
      headcount,
      jobLink: null,
      jobsKept: null,
      economicSituation: null,
      objectivesReached: null,
      appropriation: null,
      satisfaction: null,
      strategy: null,
      funderCount: null,
      permanent: null,
      verbatim: null,
      quoteConsent: null,
      answers: {},
      version: 1,
      createdAt: new Date(0),
      updatedAt: new Date(0),
    },
    '2026-03-12',
  )

it('says how many waves were answered, which were not, and draws the gap', async () => {
  const waves = [stored('T2', 'unreachable', null), stored('T3', 'answered', 11)]
  const unknown = { fte: null, fixedTerm: null, women: null, partTime: null, subsidised: null }
  const t0 = { ...unknown, headcount: 8, permanent: null, funderCount: null, strategy: null, governance: null }
  const comparison: ComparedRow[] = compared(
    t0,
    waves.map(({ wave, state, answers }) => ({ wave, isAnswered: state === 'answered', measured: answers })),
  )
  renderWorded(<Comparison page={{ t0, comparison, waves }} locale="fr" />)
  expect(await screen.findByText(/^Vagues répondues\s: 1 sur 2\. Sans réponse\s: T2 \(injoignable\)\.$/)).toBeVisible()
  expect(screen.getByRole('img', { name: /^Effectif\s: T0 8, T2 sans réponse, T3 11$/ })).toBeVisible()
  // One value is no comparison.
  expect(screen.getAllByRole('img')).toHaveLength(1)
})
