import { useLoaderData } from '@remix-run/react'
import { signOnDevice } from '#app/features/attendance-sheets/sign-on-device.command.server.ts'
import { signPage } from '#app/features/attendance-sheets/sign-page.query.server.ts'
import { SignScreen } from '#app/features/attendance-sheets/ui/sign-screen.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(signPage, { words: ['sheets'], title: t => t('sheets:title') })
export const meta = titled
export const action = act({
  sign: on(signOnDevice, {
    done: ({ name }, { request }) => ({
      to: new URL(request.url).pathname.replace(/\/[^/]+$/, ''),
      toast: { key: 'sheetSigned', params: { name } },
    }),
  }),
})

export default function SignRoute() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  return <SignScreen page={page} formKey={formKey} locale={locale} />
}
