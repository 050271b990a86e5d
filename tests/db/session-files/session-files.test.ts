import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { bytesOf, keepFile } from '#app/features/files/file-store.server.ts'
import { sweepFiles } from '#app/features/files/sweep-files.effect.server.ts'
import { addSessionFile } from '#app/features/session-files/add-session-file.command.server.ts'
import { removeSessionFile } from '#app/features/session-files/remove-session-file.command.server.ts'
import { sessionFilesPage } from '#app/features/session-files/session-files-page.query.server.ts'
import { takeSessionFile } from '#app/features/session-files/take-session-file.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { heicPhoto, jpegPhoto, secrets } from '#tests/harness/photos.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillage-session-files-'))
  provideEnvironment({ DATA_DIR: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const photo = (name = 'tableau.jpg') => new File([new Uint8Array(jpegPhoto(6))], name)

async function held(operator: TestOperator) {
  const one = await createCase(operator)
  const engineeringId = await createEngineering(operator, [one])
  const sessionId = await createSession(operator, engineeringId)
  return { one, engineeringId, sessionId, consultant: await operator.consultant(engineeringId) }
}

async function photographed(operator: TestOperator) {
  const place = await held(operator)
  const kept = await keepFile(photo(), { operatorId: operator.id, formKey: newId() })
  if (!kept.ok) throw new Error(kept.failure.tag)
  const { engineeringId, sessionId } = place
  await place.consultant.must(addSessionFile, { engineeringId, sessionId, caption: 'Le tableau', ...kept.value })
  return { ...place, file: kept.value }
}

describe('a photo of a session', () => {
  test('is seen by whoever reads the session, and holds no place any more', async ({ operator }) => {
    const { one, engineeringId, sessionId, consultant, file } = await photographed(operator)
    const practitioner = await operator.practitioner()
    for (const [who, address] of [
      [consultant, { engineeringId, sessionId }],
      [practitioner, { number: one.number, sessionId }],
    ] as const) {
      const page = await who.read(sessionFilesPage, address)
      expect(page.kind === 'done' && page.value.files).toMatchObject([{ name: 'tableau.jpg', caption: 'Le tableau' }])
      const taken = await who.must(takeSessionFile, { ...address, fileId: file.fileId })
      const bytes = (await bytesOf(taken.operatorId, taken.id))?.toString('latin1') ?? ''
      expect(bytes.length).toBeGreaterThan(400)
      for (const secret of [...secrets, '\x25\x88\x04\x00']) expect(bytes).not.toContain(secret)
    }
  })

  test('is found under its own session and case only', async ({ operator }) => {
    const { engineeringId, sessionId, file } = await photographed(operator)
    const other = await held(operator)
    const practitioner = await operator.practitioner()
    for (const address of [
      { sessionId: other.sessionId, number: other.one.number },
      { sessionId, number: other.one.number },
      { sessionId, engineeringId: other.engineeringId },
    ])
      expect(await practitioner.run(takeSessionFile, { ...address, fileId: file.fileId })).toEqual({
        kind: 'not-found',
      })
    expect(await other.consultant.run(takeSessionFile, { engineeringId, sessionId, fileId: file.fileId })).toEqual({
      kind: 'not-found',
    })
  })

  test('sent twice is kept once; taken away it is shown to nobody, and its bytes go a month later', async ({
    operator,
  }) => {
    const { engineeringId, sessionId, consultant, file } = await photographed(operator)
    await consultant.must(addSessionFile, { engineeringId, sessionId, ...file })
    const page = await consultant.read(sessionFilesPage, { engineeringId, sessionId })
    expect(page.kind === 'done' && page.value.files).toHaveLength(1)
    const then = new Date(Date.now() - 2 * 86_400_000)
    await utimes(join(folder, 'files', operator.id, file.fileId), then, then)
    expect(await perform(sweepFiles, operator.id, {}, { clock: testClock })).toBe(0)
    await consultant.must(removeSessionFile, { engineeringId, sessionId, fileId: file.fileId })
    expect(await consultant.run(takeSessionFile, { engineeringId, sessionId, fileId: file.fileId })).toEqual({
      kind: 'not-found',
    })
    const later = () => new Date(testClock().getTime() + 31 * 86_400_000)
    expect(await perform(sweepFiles, operator.id, {}, { clock: later })).toBe(1)
  })

  test('of a kind that few can open, or cut on its way, is refused in words', async ({ operator }) => {
    const keep = (name: string, bytes: Uint8Array) =>
      keepFile(new File([new Uint8Array(bytes)], name), { operatorId: operator.id, formKey: newId() })
    for (const name of ['IMG_0001.HEIC', 'IMG_0001.jpg'])
      expect(await keep(name, heicPhoto())).toMatchObject({ failure: { tag: 'file-heic', field: 'file' } })
    expect(await keep('photo.jpg', jpegPhoto().subarray(0, 300))).toMatchObject({ failure: { tag: 'file-image-cut' } })
    expect(await keep('photo.png', jpegPhoto())).toMatchObject({ failure: { tag: 'file-kind-differs' } })
  })
})
