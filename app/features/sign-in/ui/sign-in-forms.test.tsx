import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderWorded } from '#tests/harness/worded.tsx'
import { CodeForm, CodeRequestForm, SecondFactorForm } from './code-forms.tsx'
import { NewPasswordForm } from './password-forms.tsx'
import { SignInForm } from './sign-in-form.tsx'

const key = 'formkey-0001'

describe('the sign-in form', () => {
  it('lets a password manager fill it, and sends what was typed', async () => {
    const { sent } = renderWorded(<SignInForm formKey={key} email="" />)
    const [email, password] = [screen.getByLabelText('Adresse électronique'), screen.getByLabelText('Mot de passe')]
    expect(email).toHaveAttribute('autocomplete', 'username')
    expect(password).toHaveAttribute('autocomplete', 'current-password')
    expect(password).toHaveAttribute('type', 'password')
    fireEvent.change(email, { target: { value: 'camille@dla.example' } })
    fireEvent.change(password, { target: { value: 'une phrase à moi' } })
    fireEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(Object.fromEntries(sent[0] ?? [])).toEqual({
      _form: 'sign-in',
      _key: `${key}.sign-in`,
      email: 'camille@dla.example',
      password: 'une phrase à moi',
    })
  })

  it('says why it was refused, keeps the address and never shows the password again', async () => {
    const refusal = 'L’adresse ou le mot de passe ne correspond pas.'
    renderWorded(<SignInForm formKey={key} email="" />, {
      reply: { fields: { '': [refusal] }, values: { email: 'camille@dla.example' } },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(refusal)
    expect(screen.getByLabelText('Adresse électronique')).toHaveValue('camille@dla.example')
    expect(screen.getByLabelText('Mot de passe')).toHaveValue('')
  })

  it('ties a refusal to its field', async () => {
    renderWorded(<SignInForm formKey={key} email="x" />, {
      reply: { fields: { email: ['Cette adresse ne semble pas correcte.'] } },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
    await waitFor(() => expect(screen.getByLabelText('Adresse électronique')).toBeInvalid())
    expect(screen.getByLabelText('Adresse électronique')).toHaveAccessibleDescription(
      'Cette adresse ne semble pas correcte.',
    )
  })
})

describe('the codes', () => {
  it('are asked for at an address', () => {
    renderWorded(<CodeRequestForm formKey={key} email="camille@dla.example" again={false} />)
    expect(screen.getByLabelText('Adresse électronique')).toHaveValue('camille@dla.example')
    expect(screen.getByRole('button', { name: 'Envoyer le code' })).toBeVisible()
  })

  it('are offered by the telephone that received them, with figures to type', () => {
    renderWorded(<CodeForm formKey={key} email="" />)
    const code = screen.getByLabelText('Code reçu')
    expect(code).toHaveAttribute('autocomplete', 'one-time-code')
    expect(code).toHaveAttribute('inputmode', 'numeric')
    expect(code).toHaveAccessibleDescription('Huit chiffres, avec ou sans espace.')
  })

  it('of the second factor may be a recovery code, with letters', () => {
    renderWorded(<SecondFactorForm formKey={key} />)
    expect(screen.getByLabelText('Code de l’application')).toHaveAttribute('inputmode', 'text')
    expect(screen.getByLabelText('Code de l’application')).toHaveAccessibleDescription(/codes de secours/)
  })
})

it('a new password says what is expected before it is typed', () => {
  renderWorded(<NewPasswordForm formKey={key} />)
  const field = screen.getByLabelText('Nouveau mot de passe')
  expect(field).toHaveAttribute('autocomplete', 'new-password')
  expect(field).toHaveAccessibleDescription(/15 à 128 caractères/)
})
