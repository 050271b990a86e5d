import type { ImportFile } from '#app/features/imports/folder.ts'
import type { FolderTrouble } from '#app/features/imports/open-folder.server.ts'
import type { ImportReport, Notice, Refusal, Spot } from '#app/features/imports/report.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'

/** Commands speak French: their users have no account from which to take a language. */
const words = wordsIn('fr')
const t = words.getFixedT('fr', 'imports')

export type ImportEnd = 'done' | 'tried' | 'refused'

/** What an import found, as lines to print: the refusals, then what deserves a look, then the counts of each file. */
export function reportLines(report: ImportReport, nameOf: (file: ImportFile) => string, end: ImportEnd): string[] {
  const lines: string[] = []
  if (report.refusalCount > 0) {
    lines.push(t('refusals', { count: report.refusalCount }))
    for (const refusal of report.refusals) lines.push(`  ${refusalLine(refusal)}`)
    lines.push(...moreLine(report.refusalCount - report.refusals.length), '')
  }
  if (report.noticeCount > 0) {
    lines.push(t('remarks', { count: report.noticeCount }))
    for (const notice of report.notices) lines.push(`  ${noticeLine(notice)}`)
    lines.push(...moreLine(report.noticeCount - report.notices.length), '')
  }
  const results = report.results()
  if (results.length > 0) lines.push(t('results'))
  const width = Math.max(0, ...results.map(({ file }) => nameOf(file).length))
  for (const { file, counts } of results) {
    const { created, updated, unchanged, refused } = counts
    // Of a refused folder nothing was created: what would have been is no news.
    const found =
      end === 'refused' ? t('read', { read: created + updated + unchanged + refused, refused }) : t('counts', counts)
    lines.push(`  ${nameOf(file).padEnd(width)}  ${found}`)
  }
  lines.push('', t(end))
  return lines.map(printable)
}

export const titleLines = (folder: string, operator: string, isTrial: boolean): string[] =>
  [t('title', { folder, operator }), ...(isTrial ? [t('trial')] : []), ''].map(printable)

export const folderTroubleLine = (trouble: FolderTrouble | 'bad-operator', names: readonly string[]) =>
  printable(t(`folders.${trouble}`, { names: names.join(', ') }))

export const usageLine = () => t('usage')
export const unavailableLine = () => t('unavailable')

function refusalLine(refusal: Refusal): string {
  const { key, params } = refusal.reason
  const shown = refusal.written === null ? '' : ` ${t('written', { written: refusal.written })}`
  return `${place(refusal)}${shown} : ${t(`reasons.${key}`, { ...params })}`
}

function noticeLine(notice: Notice): string {
  const { key, params } = notice.remark
  return `${place(notice)} : ${t(`remarksAbout.${key}`, { ...params })}`
}

function place({ file, line, column }: Spot): string {
  return [
    file,
    ...(line === null ? [] : [t('line', { line })]),
    ...(column === null ? [] : [t('column', { column })]),
  ].join(', ')
}

const moreLine = (count: number) => (count > 0 ? [`  ${t('more', { count })}`] : [])

/** What a cell holds must not command the terminal, nor turn the line around. */
const printable = (text: string) =>
  text.replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, '\ufffd')
