import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { env } from '#app/env.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { derivedId } from '#app/kernel/ids.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { bareImage } from './bare-image.server.ts'
import { type FileRefusal, judgeFile } from './file-kinds.ts'

/** An upload that a stopped process left behind is no longer under way after a day. */
const underWayMs = 86_400_000

let known: Disk | undefined
const folder = () => join(resolve(env().DATA_DIR), 'files')
const disk = () => {
  known ??= new Disk(new FSDriver({ location: folder(), visibility: 'private' }))
  return known
}
const keyOf = (operatorId: string, fileId: string) => `${operatorId}/${fileId}`

export type KeptFile = { fileId: string; name: string; kind: string; size: number; sha256: string }

/**
 * Judges a file that was sent and keeps its bytes, those of a picture without where it was taken; they are on the disk for good when this answers, so that a row never
 * stands for half a file. The same bytes under the same key of form have the same id: sent twice, they are kept once.
 */
export async function keepFile(
  sent: File,
  { operatorId, formKey }: { operatorId: string; formKey: string },
): Promise<Result<KeptFile, Failure<FileRefusal>>> {
  // Windows browsers of another age send the whole path.
  const name = sent.name.replace(/^.*[\\/]/s, '')
  const received = new Uint8Array(await sent.arrayBuffer())
  const judged = judgeFile(name, received)
  if ('refused' in judged) return fail(judged.refused, {}, 'file')
  const bytes = bareImage(judged.kind, received)
  if (!bytes) return fail('file-image-cut', {}, 'file')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const fileId = derivedId('file', operatorId, formKey, sha256)
  await disk().put(keyOf(operatorId, fileId), bytes)
  await flush(join(folder(), keyOf(operatorId, fileId)))
  return ok({ fileId, name, kind: judged.kind, size: bytes.length, sha256 })
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Null when they are not there any more. */
export async function bytesOf(operatorId: string, fileId: string): Promise<Buffer | null> {
  const key = keyOf(operatorId, fileId)
  return (await disk().exists(key)) ? Buffer.from(await disk().getBytes(key)) : null
}

/** The ids of an operator's files that are no longer under way. */
export async function settledFiles(operatorId: string): Promise<string[]> {
  const limit = systemClock().getTime() - underWayMs
  const ids: string[] = []
  let pageToken: string | undefined
  do {
    const page = await disk().listAll(operatorId, { recursive: true, ...(pageToken && { paginationToken: pageToken }) })
    for (const entry of page.objects) {
      if (!('key' in entry) || typeof entry.key !== 'string') continue
      const { lastModified } = await disk().getMetaData(entry.key)
      if (lastModified.getTime() < limit) ids.push(basename(entry.key))
    }
    pageToken = page.paginationToken
  } while (pageToken)
  return ids
}

export const dropBytes = (operatorId: string, fileId: string) => disk().delete(keyOf(operatorId, fileId))
