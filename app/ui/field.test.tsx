import { render, screen, within } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CheckboxField, ChoiceGroup } from '#app/ui/choice-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { DateField, FileField, Hidden, NumberField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldGroup, fieldId } from '#app/ui/field-frame.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'

const formats = [
  { value: 'a', label: 'Association' },
  { label: 'Coopératives', options: [{ value: 's', label: 'Scop' }] },
]
const presence = [
  { value: 'p', label: 'Présent' },
  { value: 'e', label: 'Excusé', hint: 'Prévenu avant la séance' },
]

describe('a field', () => {
  it.each([
    ['TextField', <TextField key="t" name="x" label="Le champ" hint="Une aide" errors={['Une faute']} />],
    ['TextArea', <TextArea key="a" name="x" label="Le champ" hint="Une aide" errors={['Une faute']} />],
    ['DateField', <DateField key="d" name="x" label="Le champ" hint="Une aide" errors={['Une faute']} />],
    ['NumberField', <NumberField key="n" name="x" label="Le champ" hint="Une aide" errors={['Une faute']} />],
    ['Select', <Select key="s" name="x" label="Le champ" hint="Une aide" errors={['Une faute']} options={formats} />],
    ['FileField', <FileField key="f" name="x" label="Le champ" hint="Une aide" errors={['Une faute']} />],
    ['CheckboxField', <CheckboxField key="c" name="x" label="Le champ" hint="Une aide" errors={['Une faute']} />],
  ])('%s is named by its label, described by its error then its hint, and said invalid', (_, field) => {
    render(field)
    const control = screen.getByLabelText('Le champ')
    expect(control).toHaveAttribute('name', 'x')
    expect(control).toHaveAccessibleDescription('Une faute Une aide')
    expect(control).toBeInvalid()
    expect(control).toHaveAttribute('aria-invalid', 'true')
  })

  it('is neither described nor invalid when there is nothing to say', () => {
    render(<TextField name="x" label="Le champ" />)
    const control = screen.getByLabelText('Le champ')
    expect(control).not.toHaveAttribute('aria-describedby')
    expect(control).not.toHaveAttribute('aria-invalid')
  })

  it('keeps what was typed', () => {
    render(<TextField name="x" label="Le champ" defaultValue="1 234" />)
    expect(screen.getByLabelText('Le champ')).toHaveValue('1 234')
  })

  it('marks a required field with the word given, or a star that is not read', () => {
    render(
      <>
        <TextField name="a" label="Nom" required mark="obligatoire" />
        <TextField name="b" label="Ville" required />
      </>,
    )
    expect(screen.getByLabelText('Nom (obligatoire)')).toBeRequired()
    expect(screen.getByRole('textbox', { name: 'Ville' })).toBeRequired()
  })

  it('asks for a quantity as text, so that a French comma is accepted, and reads its unit', () => {
    render(<NumberField name="x" label="Durée" unit="jours" />)
    const control = screen.getByLabelText('Durée')
    expect(control).toHaveAttribute('type', 'text')
    expect(control).toHaveAttribute('inputmode', 'decimal')
    expect(control).toHaveAccessibleDescription('jours')
  })

  it('offers an empty choice only when its words are given', () => {
    const { rerender } = render(<Select name="x" label="Forme" options={formats} />)
    expect(screen.getAllByRole('option').map(option => option.textContent)).toEqual(['Association', 'Scop'])
    rerender(<Select name="x" label="Forme" options={formats} placeholder="Choisir…" />)
    expect(screen.getByRole('option', { name: 'Choisir…' })).toHaveValue('')
  })

  it('makes an id that can be linked to from any name', () => {
    expect(fieldId('needs[0].label')).toBe('f-needs-0-label')
    expect(fieldId('needs[0]')).toBe('f-needs-0')
  })
})

describe('a choice', () => {
  it('is a group named by its question and described by its error', () => {
    render(<ChoiceGroup name="p" label="Présence" hint="Chacun" errors={['Répondez']} options={presence} />)
    const group = screen.getByRole('group', { name: 'Présence' })
    expect(group).toHaveAccessibleDescription('Répondez Chacun')
    expect(within(group).getByRole('radio', { name: /Excusé/ })).toHaveAccessibleDescription('Prévenu avant la séance')
  })

  it('sends one value as radios, several as checkboxes', () => {
    const { container } = render(
      <form>
        <ChoiceGroup name="one" label="Un" options={presence} defaultValue="e" layout="segments" />
        <ChoiceGroup name="many" label="Plusieurs" options={presence} defaultValue={['p', 'e']} multiple />
      </form>,
    )
    const form = container.querySelector('form')
    const sent = new FormData(form ?? undefined)
    expect(sent.getAll('one')).toEqual(['e'])
    expect(sent.getAll('many')).toEqual(['p', 'e'])
  })

  it('rates from 0 to the end of the scale, with a way out', () => {
    render(
      <ScaleField
        name="s"
        label="Objectifs"
        max={4}
        lowLabel="Pas du tout"
        highLabel="Tout à fait"
        unknownLabel="Je ne sais pas"
        defaultValue={0}
      />,
    )
    expect(screen.getAllByRole('radio').map(radio => radio.getAttribute('value'))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '',
    ])
    expect(screen.getByRole('radio', { name: '0' })).toBeChecked()
    expect(screen.getByRole('group')).toHaveAccessibleDescription('0 = Pas du tout, 4 = Tout à fait')
  })
})

describe('the summary of errors', () => {
  const errors = [
    { name: 'siret', message: 'Le SIRET compte 14 chiffres.' },
    { name: 'p', message: 'Répondez.' },
    { message: 'La page a expiré.' },
  ]

  it('leads each error to a control that exists, and takes the focus', () => {
    render(
      <>
        <ErrorSummary title="Trois points à revoir" errors={errors} />
        <TextField name="siret" label="SIRET" />
        <ChoiceGroup name="p" label="Présence" options={presence} />
      </>,
    )
    for (const [message, control] of [
      ['Le SIRET compte 14 chiffres.', screen.getByLabelText('SIRET')],
      ['Répondez.', screen.getByRole('radio', { name: 'Présent' })],
    ] as const) {
      const href = screen.getByRole('link', { name: message }).getAttribute('href') ?? ''
      expect(document.querySelector(href)).toBe(control)
    }
    expect(screen.queryByRole('link', { name: 'La page a expiré.' })).toBeNull()
    expect(screen.getByRole('alert')).toHaveFocus()
  })

  it('takes the focus without JavaScript too', () => {
    expect(renderToStaticMarkup(<ErrorSummary title="À revoir" errors={errors} />)).toMatch(
      /<div[^>]*tabindex="-1"[^>]*autofocus/,
    )
  })

  it('says of which field, when two are refused in the same words', () => {
    const missing = 'Remplissez ce champ.'
    render(
      <ErrorSummary
        title="À revoir"
        errors={[
          { name: 'email', label: 'Adresse', message: missing },
          { name: 'password', label: 'Mot de passe', message: missing },
        ]}
      />,
    )
    expect(screen.getByRole('link', { name: 'Adresse Remplissez ce champ.' })).toHaveAttribute('href', '#f-email')
    expect(screen.getByRole('link', { name: 'Mot de passe Remplissez ce champ.' })).toHaveAttribute(
      'href',
      '#f-password',
    )
  })

  it('is not there when nothing is wrong', () => {
    const { container } = render(<ErrorSummary title="À revoir" errors={[]} />)
    expect(container).toBeEmptyDOMElement()
  })
})

describe('fields together', () => {
  it('are named by what they answer, and carry what is hidden', () => {
    const { container } = render(
      <form>
        <FieldGroup id="photo" legend="Photo du jour" hint="À la date du diagnostic">
          <Hidden name="version" value={3} />
          <NumberField name="jobs" label="Effectif" />
        </FieldGroup>
      </form>,
    )
    expect(screen.getByRole('group', { name: 'Photo du jour' })).toHaveAccessibleDescription('À la date du diagnostic')
    expect(new FormData(container.querySelector('form') ?? undefined).get('version')).toBe('3')
  })
})
