import { fileKinds, isFileKind } from '#app/features/files/file-kinds.ts'
import { bytesOf } from '#app/features/files/file-store.server.ts'
import { takeSessionFile } from '#app/features/session-files/take-session-file.command.server.ts'
import { download } from '#app/http/download.server.ts'

export const loader = download(takeSessionFile, async ({ operatorId, id, name, kind }) => {
  const body = await bytesOf(operatorId, id)
  if (!body || !isFileKind(kind)) throw new Response(null, { status: 404 })
  return { name, type: fileKinds[kind].type, body }
})
