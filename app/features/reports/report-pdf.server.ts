import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { EditionContent } from './edition-content.ts'
import { reportWords } from './report-words.server.ts'

// Every command of the product runs from its own folder; the bundle of the server stands elsewhere than this file.
const template = resolve('app/features/reports/templates/report.typ')
const packageFolder = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

/** Typst reads no WOFF: the same two typefaces as on screen, as TrueType. */
const fontFiles = [
  ['atkinson-hyperlegible-next', '400Regular', 'AtkinsonHyperlegibleNext_400Regular'],
  ['atkinson-hyperlegible-next', '600SemiBold', 'AtkinsonHyperlegibleNext_600SemiBold'],
  ['atkinson-hyperlegible-next', '700Bold', 'AtkinsonHyperlegibleNext_700Bold'],
  ['source-serif-4', '400Regular', 'SourceSerif4_400Regular'],
  ['source-serif-4', '600SemiBold', 'SourceSerif4_600SemiBold'],
] as const

let known: NodeCompiler | undefined

function compiler(): NodeCompiler {
  known ??= NodeCompiler.create({
    // The only folder that a template may read, and it holds templates alone.
    workspace: dirname(template),
    fontArgs: [
      {
        fontBlobs: fontFiles.map(([family, weight, file]) =>
          readFileSync(join(packageFolder(`@expo-google-fonts/${family}`), weight, `${file}.ttf`)),
        ),
      },
    ],
  })
  return known
}

/**
 * The edition as PDF/UA-1: tagged, titled, with its language; a document that is not accessible does not compile. What
 * people wrote reaches the template as data and is never part of it.
 */
export async function reportPdf(content: EditionContent): Promise<Buffer> {
  const typst = compiler()
  const document = {
    mainFilePath: template,
    inputs: { content: JSON.stringify(content), words: JSON.stringify(reportWords(content)) },
  }
  const compiled = typst.compile(document)
  if (!compiled.result) {
    const error = compiled.takeDiagnostics()
    throw new Error(`the report does not compile: ${JSON.stringify(error?.shortDiagnostics ?? [])}`)
  }
  const pdf = typst.pdf(compiled.result, { pdfStandard: 'ua-1' })
  // Without it each document that was ever made stays in memory.
  typst.evictCache(10)
  return pdf
}
