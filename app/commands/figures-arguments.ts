import { parseArgs } from 'node:util'
import { dimensions, isDimension, isOpenToFunders } from '#app/features/figures/dimension.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { type Day, day } from '#app/kernel/day.ts'

const t = wordsIn('fr').getFixedT('fr', 'figuresCommand')

/** What somebody who types the command can do something about. */
export class Refused extends Error {}

type Asked = { operator: string; from: Day; to: Day; by: string | null; audience: string; agreement: string | null }

/** What is asked, checked word by word; throws `Refused` with the sentence to print. */
export function readArguments(argv: string[]): Asked {
  const { operator, from, to, by, audience = 'operator', agreement } = options(argv)
  if (operator === undefined) throw new Refused(`${t('missingOption', { name: 'operator' })}\n${t('usage')}`)
  const asked = { operator, from: dayOption('from', from), to: dayOption('to', to), audience }
  if (asked.from > asked.to) throw new Refused(t('reversed', { from: asked.from, to: asked.to }))
  if (by !== undefined && !isDimension(by))
    throw new Refused(t('badDimension', { value: by, known: dimensions.join(', ') }))
  if (audience !== 'operator' && audience !== 'funder') throw new Refused(t('badAudience', { value: audience }))
  if (audience === 'funder' && agreement === undefined) throw new Refused(t('funderNeedsAgreement'))
  if (audience === 'funder' && by !== undefined && !isOpenToFunders(by))
    throw new Refused(t('notForFunders', { dimension: by }))
  return { ...asked, by: by ?? null, agreement: agreement ?? null }
}

function options(argv: string[]) {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        operator: text,
        from: text,
        to: text,
        by: text,
        audience: text,
        agreement: text,
        // The only form there is; named so that another one may come.
        json: { type: 'boolean', default: true },
      },
    })
    return values
  } catch {
    throw new Refused(t('usage'))
  }
}

function dayOption(name: string, value: string | undefined): Day {
  if (value === undefined) throw new Refused(`${t('missingOption', { name })}\n${t('usage')}`)
  const read = day(value)
  if (!read) throw new Refused(t('badDay', { name, value }))
  return read
}
