import { choice, day, integer, line, object, optional } from '#app/kernel/input.ts'
import { issueMessage } from '#app/kernel/issue.ts'
import { dimensions, isOpenToFunders } from './dimension.ts'

/** What a program asks: every word of it is right, or nothing is computed. */
export const figuresInput = object({
  from: day(),
  to: day(),
  by: optional(choice(dimensions)),
  audience: choice(['operator', 'funder']),
  agreement: optional(line({ max: 200 })),
})
  .refine(({ from, to }) => from <= to, { path: ['to'], error: issueMessage('input.invalid') })
  .refine(({ audience, by }) => audience === 'operator' || by === null || isOpenToFunders(by), {
    path: ['by'],
    error: issueMessage('input.not-in-list'),
  })
  .refine(({ audience, agreement }) => audience === 'operator' || agreement !== null, {
    path: ['agreement'],
    error: issueMessage('input.required'),
  })

const typed = () => optional(line({ max: 200 }))
const choiceFields = { du: typed(), au: typed(), par: typed(), convention: typed(), pour: typed() }

/** What the page's address says: read by `choiceOf`, so that a wrong date is said beside its field. */
export const figuresPageInput = object(choiceFields)

/** The cases behind a figure of that page: of the total, or of the cell of a key, or of the cell of what is unknown. */
export const figureCasesInput = object({
  ...choiceFields,
  code: line({ max: 60 }),
  cle: typed(),
  inconnu: optional(choice(['1'])),
  page: optional(integer({ min: 1, max: 100_000 })),
})
