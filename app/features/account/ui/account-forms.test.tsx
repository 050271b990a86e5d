import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderWorded } from '#tests/harness/worded.tsx'
import { PasswordForm } from './account-forms.tsx'
import { EnrolmentSteps, RecoveryCodes } from './second-factor-steps.tsx'
import { SignInList } from './sign-in-list.tsx'

const key = 'formkey-0001'
const at = '2026-03-12T09:00:00Z'

describe('the password form', () => {
  it('asks for the present one first, and keeps neither when it is refused', async () => {
    renderWorded(<PasswordForm formKey={key} email="camille@dla.example" hasPassword />, {
      reply: { fields: { currentPassword: ['Ce n’est pas votre mot de passe actuel.'] } },
    })
    fireEvent.change(screen.getByLabelText('Mot de passe actuel'), { target: { value: 'pas lui' } })
    fireEvent.change(screen.getByLabelText('Nouveau mot de passe'), { target: { value: 'une phrase assez longue' } })
    fireEvent.click(screen.getByRole('button', { name: 'Changer le mot de passe' }))
    await waitFor(() => expect(screen.getByLabelText('Mot de passe actuel')).toBeInvalid())
  })

  it('asks for no present one from who signs in by code', () => {
    renderWorded(<PasswordForm formKey={key} email="camille@dla.example" hasPassword={false} />)
    expect(screen.queryByLabelText('Mot de passe actuel')).toBeNull()
    expect(screen.getByRole('button', { name: 'Choisir ce mot de passe' })).toBeVisible()
  })
})

describe('the open sign-ins', () => {
  it('say which one is this device, and end each of the others by its name', async () => {
    const row = { address: '192.0.2.1', openedAt: at, usedAt: at }
    const { sent } = renderWorded(
      <SignInList
        formKey={key}
        signIns={[
          { id: 'one', browser: 'Firefox', system: 'Linux', isThisOne: true, ...row },
          { id: 'two', browser: null, system: null, isThisOne: false, ...row },
        ]}
      />,
    )
    const here = screen.getByRole('row', { name: /Firefox, Linux/ })
    expect(within(here).getByText('cet appareil')).toBeVisible()
    expect(within(here).queryByRole('button')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Fermer la connexion Appareil inconnu' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(Object.fromEntries(sent[0] ?? [])).toMatchObject({ _form: 'end-sign-in', signInId: 'two' })
  })
})

describe('the second factor', () => {
  it('gives its key as a picture and in letters', () => {
    renderWorded(
      <EnrolmentSteps formKey={key} secretKey="ABCDEFGHIJKLMNOP" picture={{ size: 2, path: 'M0 0h1v1h-1z' }} />,
    )
    expect(screen.getByRole('img', { name: /QR code/ })).toBeVisible()
    expect(screen.getByText('ABCD EFGH IJKL MNOP')).toBeVisible()
    expect(screen.getByLabelText('Code affiché')).toHaveAttribute('autocomplete', 'one-time-code')
  })

  it('shows its recovery codes, one per line, and says that it will not again', () => {
    renderWorded(<RecoveryCodes codes={['abcde-fghjk', 'mnpqr-stuvw']} />)
    expect(screen.getAllByRole('listitem').map(item => item.textContent)).toEqual(['abcde-fghjk', 'mnpqr-stuvw'])
    expect(screen.getByText(/ne seront plus jamais affichés|jamais affichés/)).toBeVisible()
  })
})
