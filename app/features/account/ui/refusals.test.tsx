import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { CodeForm, CodeRequestForm, SecondFactorForm } from '#app/features/sign-in/ui/code-forms.tsx'
import { ForgottenForm, NewPasswordForm } from '#app/features/sign-in/ui/password-forms.tsx'
import { SignInForm } from '#app/features/sign-in/ui/sign-in-form.tsx'
import { AbsenceForm, InvitationForm } from '#app/features/team/ui/team-forms.tsx'
import { renderWorded } from '#tests/harness/worded.tsx'
import { PasswordForm, ProfileForm } from './account-forms.tsx'
import { ConfirmationForm, FirstCodeForm } from './second-factor-forms.tsx'

afterEach(cleanup)

const email = 'lea@exemple.example'
const forms: [name: string, form: ReactElement, fields: string[]][] = [
  ['sign in', <SignInForm key="1" formKey="k" email={email} />, ['email', 'password']],
  ['ask for a code', <CodeRequestForm key="2" formKey="k" email={email} again={false} />, ['email']],
  ['ask for a code again', <CodeRequestForm key="3" formKey="k" email={email} again />, ['email']],
  ['type a code', <CodeForm key="4" formKey="k" email={email} />, ['email', 'code']],
  ['second factor', <SecondFactorForm key="5" formKey="k" />, ['code']],
  ['forgotten password', <ForgottenForm key="6" formKey="k" email={email} />, ['email']],
  ['new password', <NewPasswordForm key="7" formKey="k" />, ['password']],
  ['profile', <ProfileForm key="8" formKey="k" name="Léa" locale="fr" />, ['name', 'locale']],
  ['password', <PasswordForm key="9" formKey="k" email={email} hasPassword />, ['currentPassword', 'password']],
  [
    'confirmation',
    <ConfirmationForm key="10" formKey="k" hasPassword name="disable" label="Désactiver" />,
    ['currentPassword'],
  ],
  ['first code', <FirstCodeForm key="11" formKey="k" />, ['code']],
  ['invitation', <InvitationForm key="12" formKey="k" />, ['name', 'email', 'role']],
  [
    'absence',
    <AbsenceForm key="13" formKey="k" members={[]} me="m" canManage />,
    ['userId', 'fromOn', 'toOn', 'delegateId'],
  ],
]

describe('a refused form of the account, of the team or of the sign-in', () => {
  it.each(forms)('%s: names each field that it refuses, and leads to it', async (_name, form, fields) => {
    const refused = Object.fromEntries(fields.map(field => [field, ['À revoir.']]))
    const { container } = renderWorded(form, { reply: { fields: refused } })
    fireEvent.click(screen.getAllByRole('button').at(-1) ?? container)
    const summary = await screen.findByRole('alert')
    const links = within(summary).getAllByRole('link')
    expect(links).toHaveLength(fields.length)
    for (const link of links) {
      // Its label stands before what is said, so that two fields refused in the same words are told apart.
      expect(link.textContent).toMatch(/^.+ À revoir\.$/)
      const id = link.getAttribute('href')?.slice(1) ?? ''
      await waitFor(() => expect(container.querySelector(`[id="${id}"]`)).not.toBeNull())
    }
  })
})
