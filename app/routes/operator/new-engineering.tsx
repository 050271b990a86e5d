import { useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { createEngineering } from '#app/features/engineerings/create-engineering.command.server.ts'
import { emptyEngineering } from '#app/features/engineerings/engineering.ts'
import { newEngineeringPage } from '#app/features/engineerings/new-engineering-page.query.server.ts'
import { EngineeringForm } from '#app/features/engineerings/ui/engineering-form.tsx'
import { EngineeringFrame } from '#app/features/engineerings/ui/engineering-frame.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(newEngineeringPage, { words: ['engineerings'], title: t => t('engineerings:newTitle') })
export const meta = titled
export const action = act({
  'new-engineering': on(createEngineering, {
    done: ({ engineeringId }, { params }) => ({
      to: params.number
        ? `/o/${params.operator}/accompagnements/${params.number}/ingenieries/${engineeringId}`
        : `/o/${params.operator}/collectifs/${engineeringId}`,
      toast: { key: 'engineeringCreated' },
    }),
  }),
})

/** Under a case, whose engineering it is; or under the cohorts, whose members come later. */
export default function NewEngineering() {
  const { t } = useTranslation('engineerings')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { number } = useParams()
  const list = number ? `/o/${page.operator}/accompagnements/${number}/ingenieries` : `/o/${page.operator}/collectifs`
  const choices = (kind: 'individual' | 'collective') =>
    page.actions[kind].map(({ id, title }) => ({ id, label: title, chosen: id === page.chosen?.id }))
  return (
    <EngineeringFrame operator={page.operator} inCase={number !== undefined} title={t('newTitle')}>
      <EngineeringForm
        name="new-engineering"
        formKey={formKey}
        values={emptyEngineering(page.chosen?.title ?? null)}
        kind={number ? page.kind : 'collective'}
        providers={page.providers}
        actions={{ individual: choices('individual'), collective: choices('collective') }}
        cancelTo={list}
      />
    </EngineeringFrame>
  )
}
