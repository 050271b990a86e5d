import { parseSubmission } from '@conform-to/dom/future'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderWorded } from '#tests/harness/worded.tsx'
import { emptyEngineering } from '../engineering.ts'
import { CreateEngineeringInput, EditEngineeringInput } from '../engineering-input.ts'
import { EngineeringForm } from './engineering-form.tsx'

const provider = { id: '01a2021e-5153-71fa-a330-73e8cc870e9e', name: 'Cabinet Un', listing: 'active' as const }
const engineeringId = '01a2021e-529e-7722-8793-0ea4c6d656d4'
const actions = [
  { id: '01a2021e-528e-7060-8e7e-2cf29fd178f0', label: 'Revoir le modèle', chosen: true },
  { id: '01a2021e-528e-7060-8e7e-2cf29fd178f1', label: 'Former le bureau', chosen: false },
]
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
/** What the form's press sent, once the router has carried it. */
async function press(name: string, sent: FormData[]): Promise<FormData | undefined> {
  const before = sent.length
  fireEvent.click(screen.getByRole('button', { name }))
  await waitFor(() => expect(sent.length).toBe(before + 1))
  return sent.at(-1)
}
const fieldsOf = (sent: FormData | undefined) => {
  const own = new FormData()
  for (const [name, value] of sent ?? []) if (!name.startsWith('_')) own.append(name, value)
  return parseSubmission(own).payload
}
const shared = { formKey: 'key-00000001', providers: [provider], actions: { individual: actions }, cancelTo: '/' }
const stored = {
  ...emptyEngineering('Plan de trésorerie'),
  daysOrdered: 4.5,
  amount: 3900.5,
  signedOn: '2026-01-10',
}

describe('the form of an engineering', () => {
  it('sends what buying one reads, and nothing else', async () => {
    const { sent } = renderWorded(
      <EngineeringForm
        name="new-engineering"
        kind="individual"
        values={emptyEngineering('Revoir le modèle')}
        {...shared}
      />,
    )
    type(screen.getByLabelText('Prestataire'), provider.id)
    type(screen.getByLabelText('Jours commandés'), '4,5')
    type(screen.getByLabelText('Montant HT'), '3 900,50')
    const fields = fieldsOf(await press('Créer l’ingénierie', sent))
    expect(CreateEngineeringInput.parse({ ...fields, number: '2026-0001' })).toMatchObject({
      kind: 'individual',
      title: 'Revoir le modèle',
      providerId: provider.id,
      daysOrdered: 18,
      amount: 390_050,
      actionIds: [actions[0]?.id],
    })
  })

  it('gives back what is stored as it is written, and its version', async () => {
    const { sent } = renderWorded(<EngineeringForm name="engineering" values={stored} version={7} {...shared} />)
    expect(screen.getByLabelText('Montant HT')).toHaveValue('3900,5')
    expect(screen.queryByRole('radio', { name: 'Collective' })).toBeNull()
    const fields = fieldsOf(await press('Enregistrer l’ingénierie', sent))
    expect(EditEngineeringInput.parse({ ...fields, engineeringId })).toMatchObject({
      version: 7,
      daysOrdered: 18,
      amount: 390_050,
      signedOn: '2026-01-10',
    })
  })

  it('does not offer a provider whose sheet was not confirmed for a year, and says which', () => {
    const inactive = {
      ...provider,
      id: '01a2021e-5153-71fa-a330-73e8cc870e9f',
      name: 'Cabinet Douze',
      listing: 'inactive' as const,
    }
    renderWorded(
      <EngineeringForm name="engineering" values={stored} version={7} {...shared} providers={[provider, inactive]} />,
    )
    const field = screen.getByLabelText('Prestataire')
    expect(field).not.toHaveTextContent('Cabinet Douze')
    expect(field).toHaveAccessibleDescription(/Cabinet Douze\. Confirmez-la/)
  })

  it('asks why a contract was signed late, and keeps the boxes that were ticked', async () => {
    const reply = { form: 'engineering', status: 'failed' as const, fields: { lateReason: ['Dites pourquoi.'] } }
    renderWorded(<EngineeringForm name="engineering" values={stored} version={7} {...shared} />, { reply })
    fireEvent.click(screen.getByRole('checkbox', { name: 'Revoir le modèle' }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'Former le bureau' }))
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer l’ingénierie' }))
    const why = await screen.findByLabelText(/^Pourquoi le contrat/)
    expect(why).toHaveAccessibleDescription('Dites pourquoi.')
    expect(screen.getByRole('checkbox', { name: 'Former le bureau' })).toBeChecked()
    expect(screen.getByRole('checkbox', { name: 'Revoir le modèle' })).not.toBeChecked()
  })
})
