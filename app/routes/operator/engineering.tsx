import { useLoaderData, useParams } from '@remix-run/react'
import { addMember } from '#app/features/engineerings/add-member.command.server.ts'
import { cancelEngineering } from '#app/features/engineerings/cancel-engineering.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { engineeringPage } from '#app/features/engineerings/engineering-page.query.server.ts'
import { inviteConsultant } from '#app/features/engineerings/invite-consultant.command.server.ts'
import { removeMember } from '#app/features/engineerings/remove-member.command.server.ts'
import { revokeConsultant } from '#app/features/engineerings/revoke-consultant.command.server.ts'
import { EngineeringPages } from '#app/features/engineerings/ui/engineering-frame.tsx'
import { EngineeringView } from '#app/features/engineerings/ui/engineering-view.tsx'
import { useEngineeringBase } from '#app/features/engineerings/ui/use-engineering-base.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(engineeringPage, {
  words: ['engineerings', 'sessions'],
  title: (t, { engineering }) => engineering.title ?? t('engineerings:untitled'),
})
export const meta = titled

const back = (request: Request) => new URL(request.url).pathname
const said = (key: string) => ({
  done: (_value: unknown, { request }: { request: Request }) => ({ to: back(request), toast: { key } }),
})
const saidOf = (key: string) => ({
  done: ({ member: name }: { member: string }, { request }: { request: Request }) => ({
    to: `${back(request)}#membres`,
    toast: { key, params: { name } },
  }),
})
export const action = act({
  engineering: on(editEngineering, said('saved')),
  cancel: on(cancelEngineering, said('engineeringCancelled')),
  'add-member': on(addMember, saidOf('memberAdded')),
  'remove-member': on(removeMember, saidOf('memberRemoved')),
  invite: on(inviteConsultant, {
    done: ({ email }, { request }) => ({ to: back(request), toast: { key: 'consultantInvited', params: { email } } }),
  }),
  revoke: on(revokeConsultant, {
    done: ({ name }, { request }) => ({ to: back(request), toast: { key: 'consultantRevoked', params: { name } } }),
  }),
})

/** Under one of its cases, or on its own. */
export default function EngineeringRoute() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const { number } = useParams()
  const { operator, engineering } = page
  const owner = number ?? page.members[0]?.number
  const { base } = useEngineeringBase(operator, engineering.id)
  return (
    <EngineeringPages operator={operator} engineering={engineering}>
      <EngineeringView
        page={page}
        formKey={formKey}
        base={base}
        sessionsBase={owner ? `/o/${operator}/accompagnements/${owner}/seances` : null}
      />
    </EngineeringPages>
  )
}
