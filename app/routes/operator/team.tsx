import { useActionData, useLoaderData } from '@remix-run/react'
import { ArrowRightLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RecentHandovers } from '#app/features/handovers/ui/recent-handovers.tsx'
import { changeRole } from '#app/features/team/change-role.command.server.ts'
import { deactivateMember } from '#app/features/team/deactivate-member.command.server.ts'
import { declareAbsence } from '#app/features/team/declare-absence.command.server.ts'
import { endAbsence } from '#app/features/team/end-absence.command.server.ts'
import { inviteAgain } from '#app/features/team/invite-again.command.server.ts'
import { inviteMember } from '#app/features/team/invite-member.command.server.ts'
import { teamPage } from '#app/features/team/team-page.query.server.ts'
import { AbsenceForm, InvitationForm } from '#app/features/team/ui/team-forms.tsx'
import { AbsenceTable, MemberTable } from '#app/features/team/ui/team-tables.tsx'
import { useForm } from '#app/http/form.tsx'
import { isFormReply } from '#app/http/form-reply.ts'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

const here = ({ operator }: { operator?: string }) => `/o/${operator}/equipe`

export const loader = page(teamPage, { words: ['handovers', 'team'], input: () => ({}), title: t => t('team:title') })
export const action = act({
  invite: on(inviteMember, {
    done: ({ email }, { params }) => ({ to: here(params), toast: { key: 'invited', params: { email } } }),
  }),
  again: on(inviteAgain, {
    done: ({ email }, { params }) => ({ to: here(params), toast: { key: 'invited', params: { email } } }),
  }),
  role: on(changeRole, {
    done: ({ name }, { params }) => ({ to: here(params), toast: { key: 'roleChanged', params: { name } } }),
  }),
  deactivate: on(deactivateMember, {
    done: ({ name }, { params }) => ({ to: here(params), toast: { key: 'memberLeft', params: { name } } }),
  }),
  absence: on(declareAbsence, {
    done: (_value, { params }) => ({ to: here(params), toast: { key: 'absenceDeclared' } }),
  }),
  'end-absence': on(endAbsence, {
    done: (_value, { params }) => ({ to: here(params), toast: { key: 'absenceEnded' } }),
  }),
})
export const meta = titled

export default function TeamPage() {
  const { t } = useTranslation('team')
  const { t: words } = useTranslation('handovers')
  const { formKey, page } = useLoaderData<typeof loader>()
  const answered: unknown = useActionData()
  const refused = isFormReply(answered) ? answered.form : null
  return (
    <>
      <PageHeader
        title={t('title')}
        lede={t('lede')}
        action={
          <LinkButton to={`${page.base}/equipe/passations/nouvelle`} icon={ArrowRightLeft}>
            {words('give')}
          </LinkButton>
        }
      />
      <MemberTroubles />
      <MemberTable members={page.members} me={page.me} canManage={page.canManage} formKey={formKey} />
      {page.canManage ? (
        <>
          <p className="mt-3 text-ink-2">{t('managersNote')}</p>
          <Section title={t('invite.title')} note={t('invite.help')}>
            <InvitationForm formKey={formKey} />
          </Section>
        </>
      ) : null}
      <RecentHandovers handovers={page.handovers} base={page.base} />
      <Section title={t('absences.title')} note={t('absences.help')}>
        {page.absences.length > 0 ? (
          <AbsenceTable absences={page.absences} formKey={formKey} />
        ) : (
          <p className="text-ink-2">{t('absences.none')}</p>
        )}
        <div className="mt-3">
          <Disclosure label={t('absences.declare')} open={refused === 'absence'}>
            <div className="mt-3">
              <AbsenceForm formKey={formKey} members={page.members} me={page.me} canManage={page.canManage} />
            </div>
          </Disclosure>
        </div>
      </Section>
    </>
  )
}

/** What was refused about one member is said above the table: her dialog is closed by then. */
function MemberTroubles() {
  const forms = [useForm('again'), useForm('role'), useForm('deactivate'), useForm('end-absence')]
  const refused = forms.find(form => form.reply)
  return refused ? (
    <div className="mb-6">
      <FormTroubles form={refused} fields={[]} />
    </div>
  ) : null
}
