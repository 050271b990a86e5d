import type { Question } from './questions.ts'
import { replacedBy } from './replaced-question.ts'

type Replaces = NonNullable<Question['replaces']>
type Options = Question['options']

const wordsOf = (options: Options, answer: string) => options?.find(({ code }) => code === answer)?.label.fr ?? answer
const codeOf = (options: Options, words: string) =>
  options?.find(({ label, code }) => label.fr === words || label.en === words || code === words)?.code ?? words

/** One line per answer, `earlier = now`, in the words of both questions; an earlier one that is no longer asked has its codes. */
export const replacingLines = (
  { replaces, options }: Pick<Question, 'replaces' | 'options'>,
  earlier: Question | null,
) =>
  Object.entries(replaces?.answers ?? {})
    .map(([from, to]) => `${wordsOf(earlier?.options, from)} = ${wordsOf(options, to)}`)
    .join('\n')

type Typed = { replaces: string | null; replacesSame: boolean; replacesAnswers: string | null }

/** The question that the form names, when it is still there, and this one as it was. */
type Known = { options: Options; earlier: Question | null; before: Question | null }

/** What the form says of the question that this one takes the place of. */
export function replacingOf(typed: Typed, { options, earlier, before }: Known): { replaces?: Replaces } {
  const { replaces: question, replacesSame, replacesAnswers } = typed
  if (!question) return {}
  // A question that is no longer there left what it had taken the place of with the one that followed it.
  const chain = earlier
    ? replacedBy(earlier)
    : before?.replaces?.question === question
      ? replacedBy(before).slice(1)
      : []
  const further = chain.length > 0 && { earlier: chain }
  if (replacesSame) return { replaces: { question, same: true, ...further } }
  const answers = (replacesAnswers ?? '').split('\n').flatMap(line => {
    const [from, to] = line.split('=').map(part => part.trim())
    return from && to ? [[codeOf(earlier?.options, from), codeOf(options, to)] as const] : []
  })
  return { replaces: { question, ...(answers.length > 0 && { answers: Object.fromEntries(answers) }), ...further } }
}
