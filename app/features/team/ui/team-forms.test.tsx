import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderWorded } from '#tests/harness/worded.tsx'
import { AbsenceForm, InvitationForm, type Member, MemberForms } from './team-forms.tsx'

const key = 'formkey-0001'
const member: Member = {
  grantId: 'grant-1',
  userId: 'user-1',
  name: 'Camille Rousseau',
  email: 'camille@dla.example',
  role: 'practitioner',
  state: 'active',
  openCases: 3,
}
const other: Member = {
  ...member,
  grantId: 'grant-2',
  userId: 'user-2',
  name: 'Malik Haddad',
  state: 'invited',
  openCases: 0,
}

describe('the invitation', () => {
  it('makes a practitioner unless told otherwise', async () => {
    const { sent } = renderWorded(<InvitationForm formKey={key} />)
    expect(screen.getByRole('radio', { name: /Chargé·e de mission/ })).toBeChecked()
    fireEvent.change(screen.getByRole('textbox', { name: 'Prénom et nom' }), { target: { value: 'Noor Haddad' } })
    fireEvent.change(screen.getByRole('textbox', { name: 'Adresse électronique' }), {
      target: { value: 'noor@dla.example' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Envoyer l’invitation' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(Object.fromEntries(sent[0] ?? [])).toMatchObject({
      _form: 'invite',
      name: 'Noor Haddad',
      email: 'noor@dla.example',
      role: 'practitioner',
    })
  })
})

describe('what a manager does with a member', () => {
  it('names the other role, and says how many cases are left behind', async () => {
    const { sent } = renderWorded(<MemberForms member={member} formKey={key} />)
    expect(screen.getByText(/3 dossiers en cours/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Renvoyer l’invitation' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Nommer responsable' }))
    await waitFor(() =>
      expect(Object.fromEntries(sent[0] ?? [])).toMatchObject({ _form: 'role', grantId: 'grant-1', role: 'manager' }),
    )
  })

  it('invites again who has not come yet', () => {
    renderWorded(<MemberForms member={other} formKey={key} />)
    expect(screen.getByRole('button', { name: 'Renvoyer l’invitation' })).toBeVisible()
    expect(screen.queryByText(/dossiers? en cours/)).toBeNull()
  })
})

describe('an absence', () => {
  it('is her own, for a practitioner, who does not stand in for herself', () => {
    renderWorded(<AbsenceForm formKey={key} members={[member, other]} me="user-1" canManage={false} />)
    expect(screen.queryByLabelText('Absent·e')).toBeNull()
    const names = [...screen.getByLabelText<HTMLSelectElement>('Remplacé·e par').options].map(option => option.text)
    expect(names).toEqual(['Choisir…', 'Malik Haddad'])
  })

  it('is anybody’s for a manager', () => {
    renderWorded(<AbsenceForm formKey={key} members={[member, other]} me="user-1" canManage />)
    expect(screen.getByLabelText('Absent·e')).toHaveValue('user-1')
  })
})
