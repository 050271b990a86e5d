import { choice, day, line, object, optional } from '#app/kernel/input.ts'
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
