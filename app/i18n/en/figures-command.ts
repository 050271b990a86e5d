import type { figuresCommand as fr } from '../fr/figures-command.ts'
import type { Words } from '../words.ts'

export const figuresCommand: Words<typeof fr> = {
  usage:
    'Usage: npm run figures -- --operator SLUG --from YYYY-MM-DD --to YYYY-MM-DD [--by DIMENSION] [--audience funder --agreement CODE] --json',
  missingOption: 'The option --{{name}} is missing.',
  badDay: '--{{name}}: “{{value}}” is not a date. Write YYYY-MM-DD, for example 2025-12-31.',
  reversed: 'The period ends ({{to}}) before it begins ({{from}}).',
  badDimension: '--by: “{{value}}” is unknown. Possible breakdowns: {{known}}.',
  badAudience: '--audience: “{{value}}” is unknown. Write funder, or leave the option out.',
  funderNeedsAgreement: '--audience funder needs an agreement: add --agreement CODE.',
  notForFunders: '--by {{dimension}} is refused for a funder.',
  unknownOperator: 'There is no operator “{{slug}}”.',
  unknownAgreement: 'This operator has no agreement “{{code}}”.',
  unavailable: 'The database does not answer. Try again in a moment.',
}
