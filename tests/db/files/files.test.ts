import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { documentsPage } from '#app/features/accompaniments/documents-page.query.server.ts'
import { addFile } from '#app/features/files/add-file.command.server.ts'
import { bytesOf, keepFile } from '#app/features/files/file-store.server.ts'
import { removeFile } from '#app/features/files/remove-file.command.server.ts'
import { sweepFiles } from '#app/features/files/sweep-files.effect.server.ts'
import { takeFile } from '#app/features/files/take-file.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { files } from '#db/schema/files.ts'
import { caseIn } from '../../harness/cases.ts'
import { type TestOperator, test, testClock } from '../../harness/operator.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillage-files-'))
  provideEnvironment({ DATA_DIR: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const text = '%PDF-1.7\ncontenu\n%%EOF\n'
const statutes = (name = 'Statuts — 2026.pdf') => new File([text], name)
const kept = async (operator: TestOperator) =>
  readdir(join(folder, 'files', operator.id)).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

async function attach(operator: TestOperator, formKey = newId()) {
  const opened = await caseIn(operator)
  const taken = await keepFile(statutes(), { operatorId: operator.id, formKey })
  if (!taken.ok) throw new Error(taken.failure.tag)
  await opened.practitioner.must(addFile, { number: opened.number, ...taken.value })
  return { ...opened, file: taken.value }
}
const age = (operator: TestOperator, id: string) => {
  const then = new Date(Date.now() - 2 * 86_400_000)
  return utimes(join(folder, 'files', operator.id, id), then, then)
}

describe('a file of a case', () => {
  test('keeps its bytes, its name and its hash, and says who added it', async ({ operator }) => {
    const { number, practitioner, file } = await attach(operator)
    const page = await practitioner.read(documentsPage, { number })
    expect(page.kind === 'done' && page.value.files).toMatchObject([
      { name: 'Statuts — 2026.pdf', size: text.length, about: null },
    ])
    const taken = await practitioner.must(takeFile, { number, fileId: file.fileId })
    expect((await bytesOf(taken.operatorId, taken.id))?.toString()).toBe(text)
    const [row] = await operator.inside(({ tx }) => tx.select().from(files).where(eq(files.id, file.fileId)))
    expect(row?.sha256).toBe(file.sha256)
  })

  test('loses the path that an old browser sent with its name', async ({ operator }) => {
    const taken = await keepFile(statutes('C:\\Users\\aicha\\Statuts.pdf'), {
      operatorId: operator.id,
      formKey: newId(),
    })
    expect(taken.ok && taken.value.name).toBe('Statuts.pdf')
  })

  test('sent twice by the same form is kept once', async ({ operator }) => {
    const formKey = newId()
    const { number, practitioner } = await attach(operator, formKey)
    const again = await keepFile(statutes(), { operatorId: operator.id, formKey })
    if (!again.ok) throw new Error(again.failure.tag)
    await practitioner.must(addFile, { number, ...again.value })
    const page = await practitioner.read(documentsPage, { number })
    expect(page.kind === 'done' && page.value.files).toHaveLength(1)
    expect(await kept(operator)).toHaveLength(1)
  })

  test('that was taken away is shown to nobody, and its bytes go a month later', async ({ operator }) => {
    const { number, practitioner, file } = await attach(operator)
    await practitioner.must(removeFile, { number, fileId: file.fileId })
    expect(await practitioner.run(takeFile, { number, fileId: file.fileId })).toEqual({ kind: 'not-found' })
    await age(operator, file.fileId)
    const after = (days: number) => ({ clock: () => new Date(testClock().getTime() + days * 86_400_000) })
    expect(await perform(sweepFiles, operator.id, {}, after(29))).toBe(0)
    expect(await kept(operator)).toHaveLength(1)
    expect(await perform(sweepFiles, operator.id, {}, after(31))).toBe(1)
    expect(await kept(operator)).toHaveLength(0)
  })

  test('is found by the number of its own case only', async ({ operator }) => {
    const { practitioner, file } = await attach(operator)
    const { number } = await caseIn(operator)
    expect(await practitioner.run(takeFile, { number, fileId: file.fileId })).toEqual({ kind: 'not-found' })
  })
})

describe('FIL-10 bytes and rows', () => {
  test('an upload that ended before its row leaves nothing after a day; one under way is left alone', async ({
    operator,
  }) => {
    const { file } = await attach(operator)
    const orphan = await keepFile(statutes(), { operatorId: operator.id, formKey: newId() })
    const underWay = await keepFile(statutes(), { operatorId: operator.id, formKey: newId() })
    if (!orphan.ok || !underWay.ok) throw new Error('not kept')
    await writeFile(join(folder, 'files', operator.id, newId()), text.slice(0, 5))
    await age(operator, file.fileId)
    await age(operator, orphan.value.fileId)
    expect(await perform(sweepFiles, operator.id, {}, { clock: testClock })).toBe(1)
    const left = await kept(operator)
    expect(left).toContain(file.fileId)
    expect(left).toContain(underWay.value.fileId)
    expect(left).not.toContain(orphan.value.fileId)
    expect(await readFile(join(folder, 'files', operator.id, file.fileId), 'utf8')).toBe(text)
  })

  test('what is refused leaves no byte', async ({ operator }) => {
    const taken = await keepFile(new File(['MZ'], 'facture.pdf'), { operatorId: operator.id, formKey: newId() })
    expect(taken).toMatchObject({ ok: false, failure: { field: 'file' } })
    expect(await kept(operator)).toEqual([])
  })
})
