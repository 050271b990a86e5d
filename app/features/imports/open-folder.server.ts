import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { readCsvFile } from './csv-file.server.ts'
import { type FolderSource, type ImportFile, importFiles } from './folder.ts'
import { openWorkbook } from './workbook.server.ts'

export type FolderTrouble =
  | 'no-folder'
  | 'nothing-to-read'
  | 'several-workbooks'
  | 'ambiguous'
  | 'too-big'
  | 'unreadable'

/**
 * Opens what is to be imported: a folder of CSV files, a folder that holds one workbook, or the workbook itself. Names are
 * read whatever their case. In a folder that has both, the CSV files are read.
 */
export async function openFolder(
  path: string,
): Promise<{ source: FolderSource } | { trouble: FolderTrouble; names: string[] }> {
  const found = await stat(path).catch(() => null)
  if (!found) return { trouble: 'no-folder', names: [path] }
  if (found.isFile()) return workbookSource(path, [])
  const names = (await readdir(path)).filter(name => !name.startsWith('.') && !name.startsWith('~$')).sort()
  const tables = names.flatMap(name => {
    const file = importFiles.find(known => name.toLowerCase() === `${known}.csv`)
    return file ? [{ name, file }] : []
  })
  if (tables.length === 0) {
    const workbooks = names.filter(name => extname(name).toLowerCase() === '.xlsx')
    const [only] = workbooks
    if (workbooks.length > 1) return { trouble: 'several-workbooks', names: workbooks }
    if (!only) return { trouble: 'nothing-to-read', names: [path] }
    return workbookSource(
      join(path, only),
      names.filter(name => name !== only),
    )
  }
  const twice = tables.filter(({ file }) => tables.filter(other => other.file === file).length > 1)
  if (twice.length > 0) return { trouble: 'ambiguous', names: twice.map(({ name }) => name) }
  const nameOf = new Map<ImportFile, string>(tables.map(({ file, name }) => [file, name]))
  return {
    source: {
      nameOf: file => nameOf.get(file) ?? `${file}.csv`,
      open: file => {
        const name = nameOf.get(file)
        return name === undefined ? null : readCsvFile(join(path, name), file)
      },
      strangers: names.filter(name => !tables.some(table => table.name === name)),
    },
  }
}

async function workbookSource(
  path: string,
  beside: string[],
): Promise<{ source: FolderSource } | { trouble: FolderTrouble; names: string[] }> {
  const sheets = await openWorkbook(path)
  if (sheets === null) return { trouble: 'unreadable', names: [basename(path)] }
  if (sheets === 'too-big') return { trouble: 'too-big', names: [basename(path)] }
  const sheetOf = new Map<ImportFile, (typeof sheets)[number]>()
  const strangers = [...beside]
  for (const sheet of sheets) {
    const file = importFiles.find(
      known =>
        sheet.name
          .trim()
          .toLowerCase()
          .replace(/\.csv$/, '') === known,
    )
    if (!file) strangers.push(sheet.name)
    else if (sheetOf.has(file)) return { trouble: 'ambiguous', names: [sheet.name] }
    else sheetOf.set(file, sheet)
  }
  return {
    source: {
      nameOf: file => sheetOf.get(file)?.name ?? file,
      open: file => sheetOf.get(file)?.parts() ?? null,
      strangers,
    },
  }
}
