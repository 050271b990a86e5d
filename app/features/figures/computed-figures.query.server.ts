import { isMemberOrSystem } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import type { FigureSet } from './figure.ts'
import { agreementByCode, computeFigures } from './figures.store.server.ts'
import { figuresInput } from './figures-input.ts'

/** The figures for a program: all of them, or why there are none. */
export const computedFigures = defineQuery({
  name: 'figures.computed',
  input: figuresInput,
  subject: theOperator,
  allow: isMemberOrSystem,
  run: async (
    { tx, operator },
    { from, to, by, audience, agreement: code },
  ): Promise<{ operator: string; set: FigureSet } | { unknown: 'agreement' }> => {
    const agreement = code === null ? null : await agreementByCode(tx, operator.id, code)
    if (code !== null && !agreement) return { unknown: 'agreement' }
    const set = await computeFigures(tx, operator.id, { period: { from, to }, dimension: by, audience, agreement })
    return { operator: operator.slug, set }
  },
})
