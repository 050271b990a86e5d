import { useLoaderData } from '@remix-run/react'
import { keepFile } from '#app/features/files/file-store.server.ts'
import { addSessionFile } from '#app/features/session-files/add-session-file.command.server.ts'
import { removeSessionFile } from '#app/features/session-files/remove-session-file.command.server.ts'
import { sessionFileRoom } from '#app/features/session-files/session-file-room.query.server.ts'
import { sessionFilesPage } from '#app/features/session-files/session-files-page.query.server.ts'
import { SessionFiles } from '#app/features/session-files/ui/session-files.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { receive } from '#app/http/receive.server.ts'

export const loader = page(sessionFilesPage, { words: ['sessionFiles', 'files'], title: t => t('sessionFiles:title') })
export const meta = titled

const here = (key: string) => ({
  done: ({ name }: { name: string }, { request }: { request: Request }) => ({
    to: new URL(request.url).pathname.replace(/\.data$/, ''),
    toast: { key, params: { name } },
  }),
})
export const action = act({
  add: receive(addSessionFile, { room: sessionFileRoom, field: 'file', take: keepFile, ...here('fileAdded') }),
  remove: on(removeSessionFile, here('fileRemoved')),
})

export default function SessionFilesRoute() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  return <SessionFiles page={page} formKey={formKey} locale={locale} />
}
