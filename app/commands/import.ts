import { parseArgs } from 'node:util'
import { execute } from '#app/access/command.server.ts'
import { Unavailable } from '#app/access/outcome.ts'
import type { FolderSource } from '#app/features/imports/folder.ts'
import { importFolder } from '#app/features/imports/import-folder.command.server.ts'
import { openFolder } from '#app/features/imports/open-folder.server.ts'
import { isOperatorSlug } from '#app/features/imports/operator-slug.ts'
import { ImportReport } from '#app/features/imports/report.ts'
import { failureSentence } from '#app/i18n/translate.server.ts'
import { folderTroubleLine, reportLines, titleLines, unavailableLine, usageLine } from './import-report.ts'
import { openInstallation } from './installation.ts'

/** `npm run import -- FOLDER --operator SLUG [--dry-run]`: exit code 0 when the folder was taken (or would be), 1 otherwise. */
const say = (lines: readonly string[]) => void process.stdout.write(`${lines.join('\n')}\n`)

async function main(): Promise<number> {
  const asked = readArguments()
  if (!asked) {
    say([usageLine()])
    return 1
  }
  const { folder, operator, isTrial } = asked
  if (!isOperatorSlug(operator)) {
    say([folderTroubleLine('bad-operator', [operator])])
    return 1
  }
  const opened = await openFolder(folder)
  if ('trouble' in opened) {
    say([folderTroubleLine(opened.trouble, opened.names)])
    return 1
  }
  say(titleLines(folder, operator, isTrial))
  const installation = await openInstallation()
  try {
    return await importInto(operator, opened.source, isTrial)
  } finally {
    await installation.close()
  }
}

function readArguments(): { folder: string; operator: string; isTrial: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { operator: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    })
    const [folder] = positionals
    if (folder === undefined || positionals.length > 1 || values.operator === undefined) return null
    return { folder, operator: values.operator, isTrial: values['dry-run'] }
  } catch {
    return null
  }
}

async function importInto(slug: string, source: FolderSource, isTrial: boolean): Promise<number> {
  const report = new ImportReport()
  const door = { kind: 'system', founding: { slug, name: slug } } as const
  try {
    const outcome = await execute(importFolder, door, { source, report, isTrial }, { systemName: 'import' })
    const tag = outcome.kind === 'failed' ? outcome.failure.tag : outcome.kind
    if (tag === 'done' || tag === 'import-tried' || tag === 'import-refused') {
      const end = tag === 'done' ? 'done' : tag === 'import-tried' ? 'tried' : 'refused'
      say(reportLines(report, source.nameOf, end))
      return tag === 'import-refused' ? 1 : 0
    }
    say([failureSentence('fr', tag, outcome.kind === 'failed' ? outcome.failure.params : {})])
    return 1
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    say([unavailableLine()])
    return 1
  }
}

main().then(
  code => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
