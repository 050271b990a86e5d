import { fileKinds, isFileKind } from './file-kinds.ts'
import { bytesOf } from './file-store.server.ts'

/** A kept picture with its media type, to be shown in a page; null when its bytes are no longer there. */
export async function drawnFile({ operatorId, id, kind }: { operatorId: string; id: string; kind: string }) {
  const body = isFileKind(kind) ? await bytesOf(operatorId, id) : null
  return body && isFileKind(kind) ? { type: fileKinds[kind].type, body } : null
}
