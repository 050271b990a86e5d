import { fileKinds, isFileKind } from './file-kinds.ts'
import { bytesOf } from './file-store.server.ts'

/** A kept picture with its media type, to be shown in a page; null when its bytes are no longer there. */
export async function drawnFile({ operatorId, id, kind }: { operatorId: string; id: string; kind: string }) {
  if (!isFileKind(kind)) return null
  const body = await bytesOf(operatorId, id)
  return body && { type: fileKinds[kind].type, body }
}
