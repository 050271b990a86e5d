import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderWorded } from '#tests/harness/worded.tsx'
import { ByPhone, type ByPhoneProps } from './by-phone.tsx'

const aicha = { id: 'p1', name: 'Aïcha' }
const bruno = { id: 'p2', name: 'Bruno' }
const shown = ({ isOpen = true, personId = 'p1', isAskedFor = true, callable = [aicha, bruno] }: Shown = {}) => (
  <ByPhone
    wave={{ id: 'w3', wave: 'T3', isOpen }}
    t0={null}
    callable={callable}
    call={{ personId, isAskedFor, tracked: { questions: [], values: {}, before: {} }, actions: [] }}
    number="2026-0001"
    today="2026-03-12"
    formKey="key"
    locale="fr"
  />
)
type Shown = Partial<{
  isOpen: boolean
  personId: string | null
  isAskedFor: boolean
  callable: ByPhoneProps['callable']
}>
const options = (choose: HTMLElement) =>
  within(choose)
    .getAllByRole('option')
    .map(({ textContent }) => textContent)

describe('what is answered by telephone', () => {
  it('is that of the first respondent, unless another is chosen or nobody is named', async () => {
    const { sent } = renderWorded(shown())
    const choose = await screen.findByRole('combobox', { name: 'Qui est au téléphone' })
    expect(choose).toHaveValue('p1')
    expect(options(choose)).toEqual(['Une autre personne, sans la nommer', 'Aïcha', 'Bruno'])
    fireEvent.change(choose, { target: { value: 'p2' } })
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer les réponses' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(Object.fromEntries(sent[0] ?? [])).toMatchObject({ _form: 'by-phone', followUpId: 'w3', personId: 'p2' })
  })

  it('once the wave was answered, is that of somebody who was asked, in English too', async () => {
    renderWorded(shown({ isOpen: false, personId: 'p2', callable: [bruno] }), { locale: 'en' })
    const choose = await screen.findByRole('combobox', { name: 'Who is on the telephone' })
    expect(options(choose)).toEqual(['Bruno'])
  })

  it('keeps what was typed when she has answered meanwhile, and says why at her name', async () => {
    renderWorded(shown({ isOpen: false, callable: [] }), {
      reply: { fields: { personId: ['Bruno a déjà répondu à cette vague.'] } },
    })
    const headcount = () => screen.findByRole('textbox', { name: /personnes salariées/ })
    fireEvent.change(await headcount(), { target: { value: '12' } })
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer les réponses' }))
    const choose = await screen.findByRole('combobox', { name: 'Qui est au téléphone' })
    expect(choose).toBeInvalid()
    expect(choose).toHaveAccessibleDescription(/^Bruno a déjà répondu/)
    expect(await headcount()).toHaveValue('12')
  })

  it('waits to be opened, and asks for no name where nobody is known', async () => {
    renderWorded(shown({ isAskedFor: false, personId: null, callable: [] }))
    expect((await screen.findByText('Noter une réponse donnée par téléphone')).closest('details')).not.toHaveAttribute(
      'open',
    )
    expect(screen.queryByRole('combobox', { name: 'Qui est au téléphone', hidden: true })).toBeNull()
  })
})
