import { useLoaderData } from '@remix-run/react'
import { matchPaper } from '#app/features/attendance-sheets/match-paper.command.server.ts'
import { openPhones } from '#app/features/attendance-sheets/open-phones.command.server.ts'
import { sheetPage } from '#app/features/attendance-sheets/sheet-page.query.server.ts'
import { SheetScreen } from '#app/features/attendance-sheets/ui/sheet-screen.tsx'
import { withdrawSignature } from '#app/features/attendance-sheets/withdraw-signature.command.server.ts'
import { keepFile } from '#app/features/files/file-store.server.ts'
import { sessionFileRoom } from '#app/features/session-files/session-file-room.query.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { receive } from '#app/http/receive.server.ts'

export const loader = page(sheetPage, { words: ['sheets', 'sessions', 'files'], title: t => t('sheets:title') })
export const meta = titled

const here = (request: Request) => new URL(request.url).pathname.replace(/\.data$/, '')
export const action = act({
  phones: on(openPhones, { done: (_value, { request }) => ({ to: here(request), toast: { key: 'phonesOpened' } }) }),
  paper: receive(matchPaper, {
    room: sessionFileRoom,
    field: 'file',
    take: keepFile,
    done: ({ count }, { request }) => ({
      to: here(request),
      toast: { key: 'paperMatched', params: { count: String(count) } },
    }),
  }),
  'withdraw.*': on(withdrawSignature, {
    done: (_value, { request }) => ({ to: here(request), toast: { key: 'sheetWithdrawn' } }),
  }),
})

export default function SheetRoute() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  return <SheetScreen page={page} formKey={formKey} locale={locale} />
}
