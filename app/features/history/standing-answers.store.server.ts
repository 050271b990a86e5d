import type { Case } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { moments, type Question } from '#app/features/programmes/questions.ts'
import { answersOfCase } from '#app/features/steps/answers.store.server.ts'
import { answerText, questionsAt, stepOf } from '#app/features/steps/answers.ts'
import { answersNow } from '#app/features/steps/step-answers.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { FoundEvent } from './events.store.server.ts'
import type { StandingForm } from './putting-back.ts'

type Reading = { tx: TenantTx; operatorId: string; found: Case; event: FoundEvent }

/** History names the answers of a step by their question's words, and keeps the words of a choice. */
export async function standingAnswers(
  { tx, operatorId, found, event }: Reading,
  { field, before }: { field: string; before: string },
): Promise<StandingForm | null> {
  const moment = moments.find(known => known === event.data.moment)
  const step = typeof event.data.step === 'string' ? stepOf(found.programme.definition, event.data.step) : null
  if (!moment || !step) return null
  const questions = questionsAt(step, moment)
  const { version, values } = answersNow(await answersOfCase(tx, operatorId, found.row.id), questions, moment)
  const asked = questions.find(({ label, confidential }) => label.fr === field && !confidential)
  const typed = asked ? typedAgain(asked, before) : null
  return {
    form: 'save-answers',
    version,
    fields: [
      ['step', step.code],
      ['moment', moment],
      ...questions.map(question => [`answers.${question.code}`, answerText(question, values[question.code])] as const),
    ],
    several: questions.flatMap(({ code, kind }) => (kind === 'choices' ? [`answers.${code}`] : [])),
    back: asked && typed !== null ? { name: `answers.${asked.code}`, value: typed } : null,
    labels: Object.fromEntries(questions.map(({ code, label }) => [`answers.${code}`, label])),
  }
}

/** The words of history as the field takes them; null for words that are no longer among its answers. */
function typedAgain({ kind, options = [] }: Question, before: string): string | null {
  if (before === '' || (kind !== 'choice' && kind !== 'choices')) return before
  const known = options.filter(({ label }) => before === label.fr || before.split(', ').includes(label.fr))
  const codes = known.map(({ code }) => code)
  return known.map(({ label }) => label.fr).join(', ') === before ? codes.join('\n') : null
}
