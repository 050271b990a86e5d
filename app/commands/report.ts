import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { eq } from 'drizzle-orm'
import { Unavailable } from '#app/access/outcome.ts'
import { read } from '#app/access/query.server.ts'
import { computedReport } from '#app/features/reports/computed-report.query.server.ts'
import { reportFile } from '#app/features/reports/report-file.server.ts'
import { isReportFormat, type ReportFormat } from '#app/features/reports/report-formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { database } from '#db/client.ts'
import { operators } from '#db/schema/operators.ts'
import { openInstallation } from './installation.ts'

/** `npm run report`: one report as a file; what is wrong is said in French on the other output, with exit code 1. */
const t = wordsIn('fr').getFixedT('fr', 'reportWriting')

/** What somebody who types the command can do something about. */
class Refused extends Error {}

type Asked = { operator: string; agreement: string; year: string; format: ReportFormat; out: string }

async function main(): Promise<void> {
  const { operator, agreement, year, format, out } = readArguments()
  const installation = await openInstallation()
  try {
    const operatorId = await operatorIdOf(operator)
    const door = { kind: 'system', operatorId } as const
    const outcome = await read(computedReport, door, { agreement, year }, { systemName: 'report' })
    if (outcome.kind === 'not-found') throw new Refused(t('command.unknownAgreement', { code: agreement }))
    if (outcome.kind === 'invalid') throw new Refused(t('command.badYear', { value: year }))
    if (outcome.kind !== 'done' || !outcome.value) throw new Error(`report: ${JSON.stringify(outcome)}`)
    const { body } = await reportFile(outcome.value, format)
    await writeFile(out, body)
    process.stdout.write(`${t('command.written', { file: out })}\n`)
  } finally {
    await installation.close()
  }
}

function readArguments(): Asked {
  const given = options()
  const value = (name: keyof typeof given) => {
    const written = given[name]
    if (written === undefined) throw new Refused(`${t('command.missingOption', { name })}\n${t('command.usage')}`)
    return written
  }
  const asked = { operator: value('operator'), agreement: value('agreement'), year: value('year'), out: value('out') }
  const format = value('format')
  if (!/^\d{4}$/.test(asked.year)) throw new Refused(t('command.badYear', { value: asked.year }))
  if (!isReportFormat(format)) throw new Refused(t('command.badFormat', { value: format }))
  return { ...asked, format }
}

function options() {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ options: { operator: text, agreement: text, year: text, format: text, out: text } }).values
  } catch {
    throw new Refused(t('command.usage'))
  }
}

async function operatorIdOf(slug: string): Promise<string> {
  const [row] = await database('worker').select({ id: operators.id }).from(operators).where(eq(operators.slug, slug))
  if (!row) throw new Refused(t('command.unknownOperator', { slug }))
  return row.id
}

main().catch((error: unknown) => {
  const line =
    error instanceof Unavailable ? t('command.unavailable') : error instanceof Refused ? error.message : String(error)
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
})
