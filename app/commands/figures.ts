import { Unavailable } from '#app/access/outcome.ts'
import { read } from '#app/access/query.server.ts'
import { computedFigures } from '#app/features/figures/computed-figures.query.server.ts'
import { envelopeOf } from '#app/features/figures/envelope.ts'
import { fr } from '#app/i18n/catalogue.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { Refused, readArguments } from './figures-arguments.ts'
import { openInstallation } from './installation.ts'

/**
 * `npm run figures`: the figures as JSON on standard output and nothing else there; what is wrong in French on the other
 * one, with exit code 1.
 */
const t = wordsIn('fr').getFixedT('fr', 'figuresCommand')

async function main(): Promise<void> {
  const { operator, ...input } = readArguments(process.argv.slice(2))
  const installation = await openInstallation()
  try {
    const door = { kind: 'system', operatorSlug: operator } as const
    const outcome = await read(computedFigures, door, input, { systemName: 'figures' })
    if (outcome.kind === 'not-found') throw new Refused(t('unknownOperator', { slug: operator }))
    if (outcome.kind !== 'done') throw new Error(`figures: ${JSON.stringify(outcome)}`)
    if ('unknown' in outcome.value) throw new Refused(t('unknownAgreement', { code: input.agreement ?? '' }))
    const envelope = envelopeOf(outcome.value.set, operator, fr.figures)
    await written(`${JSON.stringify(envelope, null, 1)}\n`)
  } finally {
    await installation.close()
  }
}

/** A pipe takes what it can: the program must not end before it took everything. */
const written = (text: string) =>
  new Promise<void>((resolve, reject) => process.stdout.write(text, error => (error ? reject(error) : resolve())))

main().catch((error: unknown) => {
  const line =
    error instanceof Unavailable ? t('unavailable') : error instanceof Refused ? error.message : String(error)
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
})
