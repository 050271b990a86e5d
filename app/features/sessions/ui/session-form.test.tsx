import { parseSubmission } from '@conform-to/dom/future'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { hour } from '#app/kernel/hour.ts'
import { on } from '#tests/harness/days.ts'
import { renderWorded } from '#tests/harness/worded.tsx'
import type { Elsewhere } from '../elsewhere.ts'
import { sessionValues } from '../session.ts'
import { emptySession, type SessionFormPage } from '../session-form.ts'
import { CorrectSessionInput, RecordSessionInput } from '../session-input.ts'
import { noLines } from '../session-lines.ts'
import { SessionForm } from './session-form.tsx'

const engineeringId = '01a2021e-5153-71fa-a330-73e8cc870e9e'
const ruche = '01a2021e-528e-7060-8e7e-2cf29fd178f0'
const velo = '01a2021e-529e-7722-8793-0ea4c6d656d4'
const today = on('2026-03-12')

const last = {
  heldOn: on('2026-03-01'),
  beginsAt: null,
  endsAt: null,
  quarters: 4,
  kind: 'collective' as const,
  mode: 'on_site' as const,
  place: null,
  lines: { blockers: ['Le local'] },
}

const page: SessionFormPage = {
  operator: { slug: 'dla', name: 'DLA du Loiret' },
  today,
  engineering: {
    id: engineeringId,
    kind: 'collective',
    title: 'Modèle socio-économique',
    startsOn: on('2026-01-15'),
    endsOn: on('2026-06-30'),
    orderedQuarters: 40,
  },
  members: 2,
  heldQuarters: 10,
  attendance: [
    {
      accompanimentId: ruche,
      name: 'La Ruche',
      noted: [{ personName: 'Anne Petit', role: 'leader', status: 'present' }],
      people: ['Anne Petit'],
    },
    {
      accompanimentId: velo,
      name: 'Vélo pour tous',
      noted: [{ personName: 'Karim Benali', role: null, status: 'present' }],
      people: [],
    },
  ],
  stored: sessionValues(emptySession({ kind: 'collective', held: [last], today }, 'held')),
  missed: [],
  others: 0,
  lines: { ...noLines, blockers: ['Le local'] },
  session: null,
  expects: null,
}
const known: SessionFormPage = { ...page, session: { id: ruche, version: 3, heldOn: today } }

const shown = (of: SessionFormPage = page) => (
  <SessionForm page={of} formKey="key-00000001" locale="fr" cancelTo="/consultant" />
)
const withElsewhere = (elsewhere: readonly Elsewhere[]) => (
  <SessionForm page={page} formKey="key-00000001" locale="fr" cancelTo="/consultant" elsewhere={elsewhere} />
)
const statusOf = (name: string) => within(screen.getByRole('group', { name: new RegExp(`^${name}\\s: présence$`) }))
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

describe('the form of a session', () => {
  it('warns of what she has elsewhere at that hour, as she types it', () => {
    const other = { heldOn: today, beginsAt: hour('09:00'), endsAt: hour('11:00'), operator: 'Incubateur du Loiret' }
    renderWorded(withElsewhere([other]))
    const told = () => screen.getByText(/Incubateur du Loiret/).textContent
    expect(told()).toMatch(/^Ce jour-là, vous avez aussi une séance/)
    fireEvent.input(screen.getByLabelText(/^Début/), { target: { value: '10:00' } })
    expect(told()).toMatch(/^Vous avez une autre séance à cette heure-là.*Personne d’autre ne le voit/)
    fireEvent.input(screen.getByLabelText(/^Début/), { target: { value: '11:00' } })
    expect(screen.queryByText(/Incubateur du Loiret/)).toBeNull()
  })

  it('warns where no server can refuse it of what she already has for this operator, unless it is called off', () => {
    const other = { heldOn: today, beginsAt: hour('09:00'), endsAt: hour('11:00'), operator: 'DLA du Loiret' }
    renderWorded(<SessionForm page={page} formKey="key-00000001" locale="fr" cancelTo="/consultant" own={[other]} />)
    const told = () => screen.queryByText(/DLA du Loiret/)?.textContent
    expect(told()).toBeUndefined()
    fireEvent.input(screen.getByLabelText(/^Début/), { target: { value: '10:00' } })
    expect(told()).toMatch(
      /^Vous avez une autre séance à cette heure-là\s: DLA du Loiret, de 9\sh à 11\sh.*une seule des deux/,
    )
    fireEvent.click(screen.getByRole('radio', { name: 'Annulée' }))
    fireEvent.input(screen.getByRole('radio', { name: 'Annulée' }))
    expect(told()).toBeUndefined()
    fireEvent.click(screen.getByRole('radio', { name: 'Prévue' }))
    fireEvent.input(screen.getByLabelText(/^Début/), { target: { value: '11:00' } })
    expect(told()).toBeUndefined()
  })

  it('looks at each day of a series, here and elsewhere, and names those that meet another session', () => {
    const later = { beginsAt: hour('09:00'), endsAt: hour('11:00') }
    const elsewhere = [{ ...later, heldOn: on('2026-03-26'), operator: 'Incubateur du Loiret' }]
    const own = [{ ...later, heldOn: on('2026-03-19'), operator: 'DLA du Loiret' }]
    renderWorded(
      <SessionForm
        {...{ page, elsewhere, own }}
        {...{ formKey: 'key-00000001', locale: 'fr', cancelTo: '/consultant' }}
      />,
    )
    const input = (label: RegExp | string, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } })
    const told = (operator: RegExp) => screen.queryByText(operator)?.textContent
    input(/^Début/, '10:00')
    input('Toutes les … semaines', '1')
    input('Nombre de séances', '3')
    expect([told(/DLA du Loiret/), told(/Incubateur/)]).toEqual([undefined, undefined])
    fireEvent.click(screen.getByRole('radio', { name: 'Prévue' }))
    input('Nombre de séances', '3')
    expect(told(/DLA du Loiret/)).toMatch(/19 mars 2026, DLA du Loiret, de 9\sh à 11\sh\. .*la série entière/)
    expect(told(/Incubateur/)).toMatch(
      /^Vous avez une autre séance à cette heure-là\s: 26 mars 2026, Incubateur.*Personne d’autre ne le voit/,
    )
    input(/^Début/, '')
    expect(told(/Incubateur/)).toMatch(/^Ces jours-là, vous avez aussi une séance\s: 26 mars 2026/)
    input('Nombre de séances', '2')
    expect(told(/Incubateur/)).toBeUndefined()
  })

  it('looks, where she works for another operator, at the days to which a change moves the others of a series', () => {
    const elsewhere = [{ heldOn: on('2026-03-20'), beginsAt: null, endsAt: null, operator: 'Incubateur du Loiret' }]
    const stored = { ...page.stored, status: 'planned' }
    const series = { ...known, stored, others: 1, othersOn: [on('2026-03-19')] }
    renderWorded(
      <SessionForm
        {...{ page: series, elsewhere }}
        {...{ formKey: 'key-00000001', locale: 'fr', cancelTo: '/consultant' }}
      />,
    )
    const told = () => screen.queryByText(/Incubateur/)?.textContent
    const date = screen.getByLabelText(/^Date/)
    fireEvent.input(date, { target: { value: '2026-03-13' } })
    expect(told()).toBeUndefined()
    fireEvent.click(screen.getByRole('radio', { name: 'Celle-ci et les suivantes' }))
    fireEvent.input(date, { target: { value: '2026-03-13' } })
    expect(told()).toMatch(/^Ces jours-là, vous avez aussi une séance\s: 20 mars 2026, Incubateur/)
    fireEvent.click(screen.getByRole('radio', { name: 'Tenue' }))
    fireEvent.input(date, { target: { value: '2026-03-13' } })
    expect(told()).toBeUndefined()
  })

  it('offers the operator’s own themes, and those that the session has under words that are no longer offered', () => {
    const stored = { ...page.stored, themes: 'strategic\nMédiation numérique' }
    renderWorded(shown({ ...known, stored, ownThemes: ['Inclusion numérique'] }))
    const themes = within(screen.getByRole('group', { name: 'Thèmes', hidden: true }))
    const ticked = themes.getAllByRole('checkbox', { hidden: true, checked: true })
    expect(ticked.map(box => box.getAttribute('value'))).toEqual(['strategic', 'Médiation numérique'])
    expect(themes.getByRole('checkbox', { name: 'Inclusion numérique', hidden: true })).not.toBeChecked()
    expect(themes.getAllByRole('checkbox', { hidden: true })).toHaveLength(10)
  })

  it('begins with today, the length of last time, and everybody present', () => {
    renderWorded(shown())
    expect(screen.getByLabelText(/^Date/)).toHaveValue('2026-03-12')
    expect(screen.getByLabelText('Durée')).toHaveDisplayValue(/^1\sjour$/)
    for (const name of ['La Ruche', 'Vélo pour tous']) {
      expect(statusOf(name).getByRole('radio', { name: 'Présent' })).toBeChecked()
      expect(statusOf(name).getAllByRole('radio')).toHaveLength(4)
    }
    expect(screen.getByLabelText('Qui, pour La Ruche')).toHaveValue('Anne Petit')
  })

  it('sends what the command reads, and nothing else', async () => {
    const { sent } = renderWorded(shown())
    fireEvent.click(statusOf('Vélo pour tous').getByRole('radio', { name: 'Excusé' }))
    type(screen.getByLabelText('Ce qui a été décidé 1'), 'Deux pistes')
    type(screen.getByLabelText('Prochaines étapes 1'), 'Envoyer la trame')
    type(screen.getByLabelText('Par qui 1'), 'Anne Petit')
    type(screen.getByLabelText('Pour le 1'), '2026-04-02')
    const form = await press('Enregistrer', sent)
    const read = RecordSessionInput.parse({ ...fieldsOf(form), engineeringId })
    expect(read).toMatchObject({
      status: 'held',
      heldOn: '2026-03-12',
      days: 4,
      kind: 'collective',
      decisions: ['Deux pistes'],
      nextSteps: [{ text: 'Envoyer la trame', owner: 'Anne Petit', dueOn: '2026-04-02' }],
      blockers: ['Le local', null],
      attendance: [
        { accompanimentId: ruche, status: 'present', personName: 'Anne Petit', role: 'leader' },
        { accompanimentId: velo, status: 'excused', personName: 'Karim Benali', role: null },
      ],
    })
    expect(form?.get('_key')).toBe('key-00000001.session')
  })

  it('gets another line by a press, without being sent', () => {
    const { sent } = renderWorded(shown())
    expect(screen.queryByLabelText('Ce qui a été décidé 2')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: /^Ajouter une ligne.*Ce qui a été décidé$/ }))
    expect(screen.getByLabelText('Ce qui a été décidé 2')).toBeVisible()
    expect(sent).toEqual([])
  })

  it('shows the lines that were typed and three more, once asked for by posting', async () => {
    renderWorded(shown(), { reply: { form: 'session', status: 'longer', fields: {}, more: 'decisions' } })
    type(screen.getByLabelText('Ce qui a été décidé 1'), 'Deux pistes')
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(screen.getByLabelText('Ce qui a été décidé 4')).toBeVisible())
    expect(screen.getByLabelText('Ce qui a été décidé 1')).toHaveValue('Deux pistes')
    expect(screen.queryByLabelText('Ce qui a été décidé 5')).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('notes several people of one organisation, each with her role', async () => {
    const { sent } = renderWorded(shown())
    fireEvent.click(screen.getByRole('button', { name: 'Ajouter une personne pour La Ruche' }))
    const second = statusOf('La Ruche \\(2\\)')
    expect(second.getByRole('radio', { name: 'Présent' })).not.toBeChecked()
    type(second.getByLabelText('Qui, pour La Ruche (2)'), 'Léa Morel')
    type(second.getByLabelText('Rôle de la personne, pour La Ruche (2)'), 'governance')
    const read = RecordSessionInput.parse({ ...fieldsOf(await press('Enregistrer', sent)), engineeringId })
    expect(read.attendance).toEqual([
      { accompanimentId: ruche, status: 'present', personName: 'Anne Petit', role: 'leader' },
      { accompanimentId: velo, status: 'present', personName: 'Karim Benali', role: null },
      { accompanimentId: ruche, status: null, personName: 'Léa Morel', role: 'governance' },
    ])
  })

  it('asks which is right, the names or the number', async () => {
    const sentence = 'Présences notées : 2. Nombre donné : 5. Dites lequel est juste.'
    renderWorded(shown(), { reply: { form: 'session', status: 'failed', fields: { headCountIs: [sentence] } } })
    expect(screen.queryByRole('group', { name: /^Lequel est juste/ })).toBeNull()
    type(screen.getByLabelText('Personnes présentes en tout'), '5')
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const which = await screen.findByRole('group', { name: /^Lequel est juste/ })
    expect(which).toHaveAccessibleDescription(expect.stringContaining(sentence))
    expect(screen.getByLabelText('Personnes présentes en tout')).toHaveValue('5')
  })

  it('sends the version that was read, when it corrects one', async () => {
    const { sent } = renderWorded(shown(known))
    const fields = fieldsOf(await press('Enregistrer', sent))
    const read = CorrectSessionInput.parse({ ...fields, sessionId: ruche, engineeringId })
    expect(read.version).toBe(3)
  })

  it('asks why beside the field, and keeps what was typed', async () => {
    const sentence = 'Tous les jours commandés sont tenus. Dites pourquoi.'
    renderWorded(shown(), { reply: { form: 'session', status: 'failed', fields: { overrunReason: [sentence] } } })
    expect(screen.queryByLabelText('Pourquoi ?')).toBeNull()
    fireEvent.click(statusOf('La Ruche').getByRole('radio', { name: 'Absent' }))
    type(screen.getByLabelText('Ce qui a été décidé 1'), 'Deux pistes')
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const why = await screen.findByLabelText('Pourquoi ?')
    expect(why).toBeInvalid()
    expect(why).toHaveAccessibleDescription(expect.stringContaining(sentence))
    expect(screen.getByLabelText('Ce qui a été décidé 1')).toHaveValue('Deux pistes')
    expect(statusOf('La Ruche').getByRole('radio', { name: 'Absent' })).toBeChecked()
    expect(screen.getByRole('alert')).toHaveTextContent(sentence)
  })

  it('shows both texts when somebody saved first, and sends the version that was then read', async () => {
    const conflict = { version: 4, values: { decisions: 'Une piste', days: '2' }, changedBy: 'Camille Rousseau' }
    const { sent } = renderWorded(shown(known), {
      reply: { form: 'session', status: 'conflict', fields: {}, conflict },
    })
    type(screen.getByLabelText('Ce qui a été décidé 1'), 'Deux pistes')
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText('Une piste')).toBeVisible()
    // Beside the other text, and still in its field.
    expect(screen.getAllByText('Deux pistes')).toHaveLength(2)
    await press('Enregistrer', sent)
    expect(sent.map(one => one.get('version'))).toEqual(['3', '4'])
  })

  it('ties a refused hour to its field, and keeps both', async () => {
    const sentence = 'La fin vient après le début. Vérifiez les deux heures.'
    renderWorded(shown(), { reply: { form: 'session', status: 'failed', fields: { endsAt: [sentence] } } })
    type(screen.getByLabelText(/^Début/), '14:00')
    type(screen.getByLabelText(/^Fin/), '13:00')
    fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(screen.getByLabelText(/^Fin/)).toBeInvalid())
    expect(screen.getByLabelText(/^Fin/)).toHaveAccessibleDescription(expect.stringContaining(sentence))
    expect(screen.getByLabelText(/^Début/)).toHaveValue('14:00')
    expect(screen.getByLabelText(/^Fin/)).toHaveValue('13:00')
  })

  it('says beforehand that a reason will be asked', () => {
    renderWorded(shown({ ...page, expects: 'signature' }))
    expect(screen.getByLabelText('Pourquoi ?')).toBeVisible()
    expect(screen.getByText(/Le contrat n’est pas encore signé/)).toBeVisible()
  })

  it('is written in English too', () => {
    renderWorded(shown(), { locale: 'en' })
    expect(screen.getByRole('group', { name: 'La Ruche: attendance' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Save' })).toBeVisible()
  })
})
