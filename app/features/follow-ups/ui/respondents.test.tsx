import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderWorded } from '#tests/harness/worded.tsx'
import type { RespondentView, WaveRespondents } from '../respondent-view.ts'
import { Respondents } from './respondents.tsx'

const person = (of: Partial<RespondentView>): RespondentView => ({
  id: 'aicha',
  personId: 'p1',
  name: 'Aïcha',
  state: 'sent',
  channel: 'link',
  askedOn: null,
  sentOn: '2026-03-10',
  isReference: true,
  ...of,
})
const respondents: WaveRespondents = {
  people: [
    person({}),
    person({ id: 'bruno', personId: 'p2', name: 'Bruno', isReference: false }),
    person({
      id: 'ines',
      personId: 'p3',
      name: 'Inès',
      state: 'asked',
      askedOn: '2026-03-11',
      sentOn: null,
      isReference: false,
    }),
  ],
  sideBySide: {
    of: ['aicha', 'bruno'],
    questions: [
      { code: 'headcount', said: [9, 12].map(value => ({ value, isDeclined: false })), isSame: false },
      {
        code: 'economicSituation',
        said: ['improved', 'improved'].map(value => ({ value, isDeclined: false })),
        isSame: true,
      },
      {
        code: 'strategy',
        said: [
          { value: 3, isDeclined: false },
          { value: null, isDeclined: true },
        ],
        isSame: false,
      },
    ],
    tracked: [],
    actions: [
      { id: 'a1', title: 'Chercher un local', said: [{ status: 'done', word: 'Trouvé.' }, null], isSame: false },
    ],
  },
}
const shown = (
  <Respondents
    wave={{ id: 'w3', wave: 'T3', state: 'answered', isOpen: false }}
    respondents={respondents}
    callable={[{ id: 'p3' }]}
    people={[
      { id: 'p1', name: 'Aïcha', hasEmail: true },
      { id: 'p4', name: 'Omar', hasEmail: false },
    ]}
    number="2026-0001"
    formKey="key"
  />
)

describe('the people who are asked of a wave', () => {
  it('are shown side by side, question by question, and what sets them apart is marked in words', async () => {
    renderWorded(shown)
    const table = await screen.findByRole('table', { name: 'Leurs réponses, côte à côte' })
    const read = (name: RegExp) =>
      within(within(table).getByRole('rowheader', { name }).closest('tr') ?? table)
        .getAllByRole('cell')
        .map(cell => cell.textContent)
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Question', 'Aïcha', 'Bruno'])
    expect(read(/Effectif.*réponses différentes/)).toEqual(['9', '12'])
    expect(read(/^Situation économique$/)).toEqual(['améliorée', 'améliorée'])
    expect(read(/Vision stratégique/)).toEqual(['3', 'préfère ne pas répondre'])
    expect(read(/Chercher un local/)[0]).toMatch(/Réalisée.*Trouvé/)
    expect(screen.getByText('Elles se distinguent sur 3 questions, marquées d’un point.')).toBeVisible()
  })

  it('are each reminded, called or chosen by a form of their own, the one that figures read by none', async () => {
    const { sent } = renderWorded(shown)
    const [aicha, bruno, ines] = await screen.findAllByRole('listitem')
    expect(aicha).toHaveTextContent('lue par les chiffres')
    expect(within(aicha ?? document.body).queryByRole('button')).toBeNull()
    expect(ines).toHaveTextContent('interrogée le 11 mars 2026, pas encore de réponse')
    const call = screen.getByRole('link', { name: 'Noter la réponse de Inès par téléphone' })
    expect(call).toHaveAttribute('href', '/?appel=w3&personne=p3#appel')
    expect(screen.getAllByRole('link')).toEqual([call])
    fireEvent.click(screen.getByRole('button', { name: 'Relancer Inès' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(Object.fromEntries(sent[0] ?? [])).toMatchObject({
      _form: 'remind-respondent',
      followUpId: 'w3',
      number: '2026-0001',
      personId: 'p3',
    })
    fireEvent.click(within(bruno ?? document.body).getByRole('button', { name: /réponse de Bruno/ }))
    await waitFor(() => expect(sent).toHaveLength(2))
    expect(Object.fromEntries(sent[1] ?? [])).toMatchObject({
      _form: 'choose-reference',
      followUpId: 'w3',
      number: '2026-0001',
      responseId: 'bruno',
    })
  })

  it('are chosen among those of the organisation who were not asked, or named, in English too', async () => {
    renderWorded(shown, { locale: 'en' })
    const choose = await screen.findByRole('combobox', { name: 'Person of the organisation' })
    expect(
      within(choose)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Somebody else', 'Omar (no address)'])
    expect(screen.getByRole('textbox', { name: 'Her e-mail address' })).toHaveAttribute('type', 'email')
  })
})
