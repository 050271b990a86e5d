import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { addVolunteerTime } from '#app/features/volunteering/add-volunteer-time.command.server.ts'
import { removeVolunteerTime } from '#app/features/volunteering/remove-volunteer-time.command.server.ts'
import { AddVolunteerTimeForm, VolunteerSheet } from '#app/features/volunteering/ui/volunteering.tsx'
import { volunteeringPage } from '#app/features/volunteering/volunteering-page.query.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Section } from '#app/ui/section.tsx'

export const loader = page(volunteeringPage, {
  words: ['volunteering', 'cases'],
  input: ({ params }) => ({ number: params.number }),
  title: (t, { number }) => `${number} · ${t('volunteering:title')}`,
})
export const meta = titled

const back = {
  done: (_value: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/benevolat`,
    toast: { key: 'saved' },
  }),
}
export const action = act({ add: on(addVolunteerTime, back), 'remove.*': on(removeVolunteerTime, back) })

export default function CaseVolunteering() {
  const { t } = useTranslation('volunteering')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <Section title={t('title')} note={t('help')}>
        <VolunteerSheet page={page} formKey={formKey} />
      </Section>
      <Section title={t('addTitle')}>
        <AddVolunteerTimeForm page={page} formKey={formKey} />
      </Section>
    </>
  )
}
