import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execute } from '#app/access/command.server.ts'
import type { Outcome } from '#app/access/outcome.ts'
import { type ImportFile, importFiles } from '#app/features/imports/folder.ts'
import { importFolder } from '#app/features/imports/import-folder.command.server.ts'
import { openFolder } from '#app/features/imports/open-folder.server.ts'
import { ImportReport } from '#app/features/imports/report.ts'
import type { TenantDoor } from '#db/tenant.ts'
import { testClock } from './operator.ts'

export const workedExample = 'tests/fixtures/worked-example'

/** Files by name; `structures` is written as `structures.csv`. */
export type Folder = Partial<Record<ImportFile, string | Buffer>> & Record<string, string | Buffer>

/** The worked example as it stands, for tests that change a cell of it. */
export async function workedFolder(): Promise<Record<ImportFile, string>> {
  const entries = importFiles.map(async file => [file, await readFile(`${workedExample}/${file}.csv`, 'utf8')])
  return Object.fromEntries(await Promise.all(entries))
}

/** Runs `fn` on a folder that holds these files, then removes it. */
export async function inFolder<T>(files: Folder, fn: (path: string) => Promise<T>): Promise<T> {
  const path = await mkdtemp(join(tmpdir(), 'sillage-import-'))
  try {
    for (const [name, content] of Object.entries(files))
      await writeFile(join(path, name.includes('.') ? name : `${name}.csv`), content)
    return await fn(path)
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}

export type Imported = { outcome: Outcome<unknown>; report: ImportReport }

export async function importPath(path: string, door: TenantDoor, { isTrial = false } = {}): Promise<Imported> {
  const opened = await openFolder(path)
  if ('trouble' in opened) throw new Error(`${opened.trouble} ${opened.names.join()}`)
  const report = new ImportReport()
  const input = { source: opened.source, report, isTrial }
  const outcome = await execute(importFolder, door, input, { clock: testClock, systemName: 'import' })
  return { outcome, report }
}

export const importFiled = (files: Folder, door: TenantDoor, options?: { isTrial?: boolean }): Promise<Imported> =>
  inFolder(files, path => importPath(path, door, options))

/** The refusals as a person reads them: file, line, column, reason. */
export const refusalsOf = ({ report }: Imported) =>
  report.refusals.map(({ file, line, column, reason }) => [file, line, column, reason.key])

/** What became of every row: created, updated, unchanged, refused. */
export const countsOf = ({ report }: Imported) =>
  Object.fromEntries(
    report
      .results()
      .map(({ file, counts }) => [file, [counts.created, counts.updated, counts.unchanged, counts.refused]]),
  )
