import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Question } from '#app/features/programmes/questions.ts'
import { renderWorded } from '#tests/harness/worded.tsx'
import type { QuestionCode } from '../questionnaire.ts'
import { responsePages } from '../response-pages.ts'
import { FollowUpAnswer, type FollowUpAnswerProps } from './follow-up-answer.tsx'

const same = (words: string) => ({ fr: words, en: words })
const questions: Question[] = [
  { code: 'jobs', label: same('Emplois'), kind: 'number', unit: same('ETP'), tracked: true },
  { code: 'opened', label: same('Ouverte le'), kind: 'date', tracked: true },
  {
    code: 'legal',
    label: same('Statut'),
    kind: 'choice',
    options: [
      { code: 'none', label: same('Aucun') },
      { code: 'coop', label: same('Coopérative') },
    ],
    tracked: true,
  },
  { code: 'kind', label: same('Forme'), kind: 'line', tracked: true, when: { question: 'legal', is: ['coop'] } },
]
const page: FollowUpAnswerProps['page'] = {
  operator: 'DLA du Loiret',
  organisation: 'La Ruche',
  wave: 'T2',
  isOpen: true,
  answeredOn: null,
  t0: null,
  kept: { answers: { jobs: '3' } },
  saved: 0,
  quote: null,
  actions: [],
  tracked: { questions, values: {}, before: { jobs: '2,5', opened: '2026-01-15', legal: 'none' } },
}

describe('the page of a wave', () => {
  it('asks the tracked questions, each with what was answered at the start', async () => {
    renderWorded(<FollowUpAnswer page={{ ...page, saved: 2 }} at={3} formKey="key" locale="fr" />)
    const jobs = await screen.findByRole('textbox', { name: 'Emplois' })
    expect(jobs).toHaveValue('3')
    expect(jobs).toHaveAccessibleDescription(/Au départ\s: 2,5/)
    expect(screen.getByLabelText('Ouverte le')).toHaveAccessibleDescription(/Au départ\s: 15 janvier 2026/)
    expect(screen.getByRole('group', { name: 'Statut' })).toHaveAccessibleDescription(/Au départ\s: Aucun/)
  })

  const t0 = {
    ...{ headcount: 8, permanent: 6, fte: null, fixedTerm: null, women: null, partTime: null, subsidised: null },
    ...{ funderCount: 0, strategy: null, governance: 1 },
    ...{ funderKinds: ['state', 'town'], alliances: 'Un groupement d’achat.' },
  }
  const recalled: [QuestionCode, 'group' | 'textbox', RegExp, string][] = [
    ['governance', 'group', /gouvernance/, '1'],
    ['funderKinds', 'group', /finance/, 'L’État, La commune ou l’intercommunalité'],
    ['alliances', 'textbox', /alliances/, 'Un groupement d’achat'],
    ['funderCount', 'textbox', /financeurs/, '0'],
  ]
  const pages = responsePages('T3', { hasTracked: true, hasPlan: false, standing: null })
  const at = (code: QuestionCode) =>
    1 + pages.findIndex(one => 'questions' in one && one.questions.some(question => question.code === code))
  const asked = { ...page, wave: 'T3' as const, t0, saved: pages.length }
  for (const [code, role, name, words] of recalled)
    it(`recalls under ${code} what the diagnostic said`, async () => {
      renderWorded(<FollowUpAnswer page={asked} at={at(code)} formKey="key" locale="fr" />)
      expect(await screen.findByRole(role, { name })).toHaveAccessibleDescription(
        expect.stringMatching(new RegExp(`Au diagnostic\\s: ${words}\\.(?!\\.)`)),
      )
    })

  it('recalls nothing where the diagnostic said nothing', async () => {
    renderWorded(<FollowUpAnswer page={asked} at={at('strategy')} formKey="key" locale="fr" />)
    expect(await screen.findByRole('group', { name: /stratégique/ })).not.toHaveAccessibleDescription(
      expect.stringContaining('diagnostic'),
    )
  })

  it('puts away a question whose condition is not met, once something is answered', async () => {
    renderWorded(<FollowUpAnswer page={{ ...page, saved: 2 }} at={3} formKey="key" locale="fr" />)
    // Without JavaScript it stays, under its condition.
    expect(await screen.findByRole('textbox', { name: 'Forme' })).toHaveAccessibleDescription(/Coopérative/)
    fireEvent.click(screen.getByRole('radio', { name: 'Aucun' }))
    expect(screen.queryByRole('textbox', { name: 'Forme' })).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: 'Coopérative' }))
    expect(screen.getByRole('textbox', { name: 'Forme' })).toBeVisible()
  })
})
