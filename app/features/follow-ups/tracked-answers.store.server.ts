import { type Case, lockCaseById } from '#app/features/accompaniments/accompaniments.store.server.ts'
import type { Recording } from '#app/features/history/history.store.server.ts'
import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import type { Question } from '#app/features/programmes/questions.ts'
import { type AnswerRow, answersOfCase } from '#app/features/steps/answers.store.server.ts'
import { type Answers, answerText, isAnswered } from '#app/features/steps/answers.ts'
import { readAnswers, recordAnswers } from '#app/features/steps/record-answers.store.server.ts'
import { answersNow } from '#app/features/steps/step-answers.ts'
import type { Day } from '#app/kernel/day.ts'
import type { TenantTx } from '#db/tenant.ts'
import { typedOf } from './respondent-view.ts'
import { trackedMoments, trackedQuestions, trackedSteps, waveAnswers } from './tracked.ts'
import type { Wave } from './waves.ts'

export type TrackedAsked = {
  questions: Question[]
  /** As their fields write them. */
  values: Record<string, string>
  before: Record<string, string>
}

/** The tracked questions as a wave asks them: what is known of that wave already, and what was answered at T0. */
export async function trackedAt(
  tx: TenantTx,
  operatorId: string,
  { id, definition }: { id: string; definition: Pick<ProgrammeDefinition, 'steps'> },
  wave: Wave,
): Promise<TrackedAsked> {
  const questions = trackedQuestions(definition)
  const rows = questions.length > 0 ? await answersOfCase(tx, operatorId, id) : []
  return trackedOf(questions, rows, wave)
}

export function trackedOf(questions: Question[], rows: readonly AnswerRow[], wave: Wave): TrackedAsked {
  const texts = (values: Answers) =>
    Object.fromEntries(
      questions.flatMap(asked => {
        const text = answerText(asked, values[asked.code])
        return text ? [[asked.code, text]] : []
      }),
    )
  const t0 = trackedMoments(questions, rows).find(({ moment }) => moment === 'T0')
  return { questions, values: texts(answersNow(rows, questions, wave).values), before: texts(t0?.values ?? {}) }
}

type Writing = {
  accompanimentId: string
  wave: Wave
  typed: Readonly<Record<string, unknown>>
  on: Day
  me: string | null
}

/**
 * Writes the tracked answers of a wave, with their history; says whether there was any. The questions are those of the
 * version that the case has at this instant, under its lock: one that was taken away meanwhile is refused by its name.
 */
export async function answerTracked(
  ctx: Pick<Recording, 'tx' | 'operator' | 'record'>,
  { accompanimentId, wave, typed, on, me }: Writing,
): Promise<boolean> {
  const { tx, operator } = ctx
  const found = await lockCaseById(tx, operator.id, accompanimentId)
  if (!found) return false
  const given = readAnswers(trackedQuestions(found.programme.definition), typed)
  if (!Object.values(given).some(isAnswered)) return false
  await writeTracked(ctx, found, { wave, on, me, given, withdrawn: [] })
  return true
}

type Replacing = Omit<Writing, 'me'> & {
  /** What was typed by whoever the wave held before: her answers leave, what the team had noted stays. */
  before: Readonly<Record<string, unknown>>
}

/** The tracked answers of a wave become those of somebody else; one that its question no longer reads is left out. */
export async function replaceTracked(
  ctx: Pick<Recording, 'tx' | 'operator' | 'record'>,
  { accompanimentId, wave, typed, before, on }: Replacing,
): Promise<void> {
  const found = await lockCaseById(ctx.tx, ctx.operator.id, accompanimentId)
  if (!found) return
  const questions = trackedQuestions(found.programme.definition)
  const given = Object.fromEntries(questions.map(asked => [asked.code, typedOf(asked, typed)]))
  const withdrawn = questions.filter(asked => typedOf(asked, before) !== null).map(({ code }) => code)
  await writeTracked(ctx, found, { wave, on, me: null, given, withdrawn })
}

type Kept = Pick<Writing, 'wave' | 'on' | 'me'> & { given: Answers; withdrawn: readonly string[] }

async function writeTracked(
  ctx: Pick<Recording, 'tx' | 'operator' | 'record'>,
  { row, programme }: Case,
  { wave, on, me, given, withdrawn }: Kept,
): Promise<void> {
  const rows = await answersOfCase(ctx.tx, ctx.operator.id, row.id)
  for (const { code: step, questions } of trackedSteps(programme.definition)) {
    const stored = answersNow(rows, questions, wave)
    const standing = Object.fromEntries(Object.entries(stored.values).filter(([code]) => !withdrawn.includes(code)))
    const kept = waveAnswers(questions, standing, given)
    await recordAnswers(ctx, row.id, { step, moment: wave, on, questions, given: kept, stored, me })
  }
}
