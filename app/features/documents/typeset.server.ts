import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const packageFolder = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

/** Typst reads no WOFF: the same two typefaces as on screen, as TrueType. */
const fontFiles = [
  ['atkinson-hyperlegible-next', '400Regular', 'AtkinsonHyperlegibleNext_400Regular'],
  ['atkinson-hyperlegible-next', '600SemiBold', 'AtkinsonHyperlegibleNext_600SemiBold'],
  ['atkinson-hyperlegible-next', '700Bold', 'AtkinsonHyperlegibleNext_700Bold'],
  ['source-serif-4', '400Regular', 'SourceSerif4_400Regular'],
  ['source-serif-4', '600SemiBold', 'SourceSerif4_600SemiBold'],
] as const

const known = new Map<string, NodeCompiler>()

function compilerOf(folder: string): NodeCompiler {
  const made = known.get(folder)
  if (made) return made
  const compiler = NodeCompiler.create({
    // The only folder that a template may read, and it holds templates alone.
    workspace: folder,
    fontArgs: [
      {
        fontBlobs: fontFiles.map(([family, weight, file]) =>
          readFileSync(join(packageFolder(`@expo-google-fonts/${family}`), weight, `${file}.ttf`)),
        ),
      },
    ],
  })
  known.set(folder, compiler)
  return compiler
}

/**
 * A document as PDF/UA-1: tagged, titled, with its language; one that is not accessible does not compile. What people
 * wrote reaches the template as data and is never part of it. A sign that the typefaces do not have, such as a smiling
 * face, is written as a question mark: a document with a hole would be refused.
 */
export function typeset(template: string, inputs: Record<string, unknown>): Buffer {
  const typst = compilerOf(dirname(template))
  let texts = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value, withoutControls)]),
  )
  for (let turn = 0; ; turn++) {
    const compiled = typst.compile({ mainFilePath: template, inputs: texts })
    if (!compiled.result) throw refusedBy(template, compiled.takeDiagnostics())
    try {
      const pdf = typst.pdf(compiled.result, { pdfStandard: 'ua-1' })
      // Without it each document that was ever made stays in memory.
      typst.evictCache(10)
      return pdf
    } catch (error) {
      const missing = missingSigns(error)
      if (missing.length === 0 || turn === mostTurns) throw error
      texts = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, replaced(text, missing)]))
    }
  }
}

/** Each turn takes away at least one sign that is missing; a text has fewer kinds of them than this. */
const mostTurns = 200

const withoutControls = (_name: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll(/[^\P{Cc}\n]|\p{Surrogate}/gu, '') : value

const refusedBy = (template: string, error: { shortDiagnostics: unknown[] } | null) =>
  new Error(`${template} does not compile: ${JSON.stringify(error?.shortDiagnostics ?? [])}`)

/** The texts that the typesetter says it cannot show, as it writes them: « the text `"…"` could not be displayed ». */
function missingSigns(error: unknown): string[] {
  const said = error instanceof Error ? error.message : String(error)
  return [...said.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, text = '']) =>
    text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_whole, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  )
}

const replaced = (text: string, missing: readonly string[]) =>
  missing.reduce((left, sign) => left.replaceAll(sign, '?'), text)
