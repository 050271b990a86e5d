import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { columnsOf } from './columns.ts'
import { type Encoding, EncodingScan } from './encoding.ts'
import type { ImportFile, TablePart, WrittenRow } from './folder.ts'
import type { Reason } from './reasons.ts'

/** Rows handed over at once: as many as one insert takes. */
const partSize = 1_000

/** Longer than any text that a cell may hold: an opening quote that is never closed must not swallow the file. */
const longestRow = 1_000_000

/** Reads a CSV file from its beginning, with as little memory as a part takes, whatever its size. */
export async function* readCsvFile(path: string, file: ImportFile): AsyncGenerator<TablePart> {
  const verdict = await encodingOf(path)
  if ('reason' in verdict) {
    yield { trouble: { line: verdict.line, reason: verdict.reason } }
    return
  }
  const { delimiter, skip } = await separatorOf(path, verdict.encoding, file)
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    // Blank lines are lines of the spreadsheet; a quote inside a word is a quote; rows have the length that they have.
    skip_empty_lines: false,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRow,
  })
  // Its failure also reaches the loop below; here it only must not go unhandled.
  const fed = pipeline(Readable.from(decoded(path, verdict.encoding, skip)), parser).catch(() => {})
  let rows: WrittenRow[] = []
  let line = 0
  try {
    for await (const cells of parser) {
      line += 1
      rows.push({ line, cells })
      if (rows.length < partSize) continue
      yield { rows }
      rows = []
    }
  } catch (error) {
    yield { rows }
    yield { trouble: { line: line + 1, reason: reasonOf(error) } }
    return
  } finally {
    parser.destroy()
    await fed
  }
  yield { rows }
}

function reasonOf(error: unknown): Reason {
  if (!(error instanceof CsvError)) throw error
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { key: 'unclosed-quote' }
  return error.code === 'CSV_MAX_RECORD_SIZE' ? { key: 'cell-too-big' } : { key: 'unreadable' }
}

async function encodingOf(path: string): Promise<ReturnType<EncodingScan['verdict']>> {
  const scan = new EncodingScan()
  for await (const bytes of createReadStream(path)) scan.add(bytes)
  return scan.verdict()
}

/** The decoder drops the byte order mark. `skip` characters of the beginning are left out. */
async function* decoded(path: string, encoding: Encoding, skip: number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let left = skip
  for await (const bytes of createReadStream(path)) {
    const text = decoder.decode(bytes, { stream: true })
    yield text.slice(left)
    left = Math.max(0, left - text.length)
  }
  yield decoder.decode()
}

const separators = [';', ',', '\t'] as const

/** The separator that gives the header the most columns of the format; `sep=;`, Excel's own first line, decides and is left out. */
async function separatorOf(path: string, encoding: Encoding, file: ImportFile) {
  const start = await startOf(path, encoding)
  const said = /^"?sep=([;,\t])"?(?:\r\n|\n|\r|$)/i.exec(start)
  if (said) return { delimiter: said[1] ?? ';', skip: said[0].length }
  const [header = ''] = start.split(/[\r\n]/).filter(text => text.trim() !== '')
  const known = new Set<string>(columnsOf[file])
  const scored = separators.map(delimiter => ({
    delimiter,
    score: header.split(delimiter).filter(cell => known.has(cell.replaceAll('"', '').trim().toLowerCase())).length,
  }))
  const [best] = scored.sort((a, b) => b.score - a.score)
  return { delimiter: best?.delimiter ?? ';', skip: 0 }
}

async function startOf(path: string, encoding: Encoding): Promise<string> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16_384), 0, 16_384, 0)
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}
