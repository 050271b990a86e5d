import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { agreementByCode, agreementChoices, computeFigures } from './figures.store.server.ts'
import { choiceOf } from './figures-choice.ts'
import { figuresPageInput } from './figures-input.ts'

/** The figures of a period on screen; what was typed and why there are none, when it makes no sense. */
export const figuresPage = defineQuery({
  name: 'figures.page',
  input: figuresPageInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today }, typed) => {
    const agreements = await agreementChoices(tx, operator.id)
    const { choice, errors } = choiceOf(
      typed,
      today,
      agreements.map(({ code }) => code),
    )
    const agreement = choice?.agreement ? await agreementByCode(tx, operator.id, choice.agreement) : null
    return {
      base: `/o/${operator.slug}`,
      typed: { ...typed, du: typed.du ?? choice?.period.from ?? null, au: typed.au ?? choice?.period.to ?? null },
      errors,
      agreements,
      set: choice && (await computeFigures(tx, operator.id, { ...choice, agreement })),
    }
  },
})
