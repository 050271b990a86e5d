import { useLoaderData } from '@remix-run/react'
import { EngineeringPages } from '#app/features/engineerings/ui/engineering-frame.tsx'
import { shareEngineering } from '#app/features/shares/share-engineering.command.server.ts'
import { sharePage } from '#app/features/shares/share-page.query.server.ts'
import { ShareView } from '#app/features/shares/ui/share-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(sharePage, {
  words: ['engineerings', 'shares'],
  title: (t, { engineering }) => [t('shares:title'), engineering.title].filter(Boolean).join(' · '),
})
export const meta = titled
export const action = act({
  share: on(shareEngineering, {
    done: (_value, { request }) => ({ to: new URL(request.url).pathname, toast: { key: 'engineeringShared' } }),
  }),
})

/** Who carries and who pays which part. */
export default function Share() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const { operator, engineering } = page
  return (
    <EngineeringPages operator={operator} engineering={engineering}>
      <ShareView page={page} formKey={formKey} />
    </EngineeringPages>
  )
}
