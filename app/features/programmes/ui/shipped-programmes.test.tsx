import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderWorded } from '#tests/harness/worded.tsx'
import { ShippedProgrammes } from './shipped-programmes.tsx'

const shipped = [
  { code: 'coaching', name: { fr: 'Coaching', en: 'Coaching' }, steps: [{ fr: 'Cadrage', en: 'Framing' }] },
  {
    code: 'formation',
    name: { fr: 'Formation', en: 'Training' },
    steps: [
      { fr: 'Inscription', en: 'Enrolment' },
      { fr: 'Séances', en: 'Sessions' },
    ],
  },
]

it('shows the steps of each programme and sends the one that is chosen', async () => {
  const { sent } = renderWorded(<ShippedProgrammes shipped={shipped} formKey="formkey-0001" />)
  fireEvent.click(screen.getByRole('radio', { name: /Formation/, description: 'Inscription → Séances' }))
  fireEvent.click(screen.getByRole('button', { name: 'Ajouter ce dispositif' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(Object.fromEntries(sent[0] ?? [])).toMatchObject({ _form: 'take', code: 'formation' })
})
