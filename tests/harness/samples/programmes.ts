import { and, eq } from 'drizzle-orm'
import { editProgramme } from '#app/features/programmes/edit-programme.command.server.ts'
import { findQuestion, markOf, withoutQuestions } from '#app/features/programmes/editing.ts'
import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { programmePage } from '#app/features/programmes/programme-page.query.server.ts'
import { updatePage } from '#app/features/programmes/update-page.query.server.ts'
import { programmes } from '#db/schema/programmes.ts'
import { coaching } from '#db/seed/programmes/coaching.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'
import { wholeRule } from './reminders.ts'

const managers = ['manager'] as const
const onCoaching = (more: Record<string, unknown> = {}): Sample => ({
  allowed: managers,
  prepare: async () => ({ input: { code: 'coaching', ...more } }),
})

async function definitionOf(operator: TestOperator, code: string) {
  const manager = await operator.manager()
  const page = await manager.read(programmePage, { code })
  if (page.kind !== 'done') throw new Error(`no programme ${code}`)
  return page.value.definition
}

/** A question as its form names it, with what was read of it. */
export async function markedQuestion(operator: TestOperator, code: string, question: string) {
  return { question, mark: markOf(findQuestion(await definitionOf(operator, code), question)) }
}

/** Of the update that the page offers. */
export async function offeredMark(operator: TestOperator, code: string): Promise<number> {
  const manager = await operator.manager()
  const page = await manager.read(updatePage, { code })
  if (page.kind !== 'done' || !page.value.offered) throw new Error(`no update of ${code}`)
  return page.value.offered.mark
}

/** What the form of a programme sends when nothing was changed. */
export async function wholeEdit(operator: TestOperator, code: string) {
  const definition = await definitionOf(operator, code)
  return {
    code,
    mark: markOf(withoutQuestions(definition)),
    name: definition.name,
    steps: Object.fromEntries(definition.steps.map(step => [step.code, step.label])),
    waves: Object.fromEntries(
      definition.waves.map(({ wave, earliestOf }) => [wave, String(earliestOf[0]?.months ?? 0)]),
    ),
    committeeRequired: 'non',
    snapshotCompleteness: '80',
    sessionsShare: '80',
    recentAccompanimentMonths: '12',
    closingAttempts: '3',
    closingDays: '60',
  }
}

/** As if the operator had taken the programme when this was what the product shipped. */
export const takenAs = (operator: TestOperator, shipped: ProgrammeDefinition) =>
  operator.inside(({ tx }) =>
    tx
      .update(programmes)
      .set({ definition: shipped, shipped })
      .where(and(eq(programmes.operatorId, operator.id), eq(programmes.code, shipped.code), eq(programmes.version, 1))),
  )

/** Coaching as it might have been shipped: a question fewer, other words of its name, another threshold. */
export const coachingBefore: ProgrammeDefinition = {
  ...coaching,
  name: { fr: 'Coaching d’avant', en: 'Coaching of before' },
  steps: coaching.steps.map(step =>
    step.questions ? { ...step, questions: step.questions.filter(({ code }) => code !== 'framing_employer') } : step,
  ),
  settings: { ...coaching.settings, closingAttempts: coaching.settings.closingAttempts + 2 },
}

/** As if the operator had never received it: its only version goes by another code. */
export const hideProgramme = (tx: TenantTx, operatorId: string, code: string) =>
  tx
    .update(programmes)
    .set({ code: `${code}-avant` })
    .where(and(eq(programmes.operatorId, operatorId), eq(programmes.code, code)))

const newQuestion = { step: 'framing', words: { fr: 'Qui paie ?' }, kind: 'line' }

export const samples: Record<string, Sample> = {
  'programme.list': { allowed: managers, prepare: async () => ({ input: {} }) },
  'programme.page': onCoaching(),
  'programme.adapt-rule': {
    allowed: managers,
    prepare: async operator => {
      const [rule] = (await definitionOf(operator, 'coaching')).reminders
      if (!rule) throw new Error('no rule')
      return { input: { code: 'coaching', ...wholeRule(rule) } }
    },
  },
  'programme.copy': onCoaching({ name: 'Tutorat' }),
  'programme.take': {
    allowed: managers,
    prepare: async operator => {
      await operator.inside(({ tx }) => hideProgramme(tx, operator.id, 'formation'))
      return { input: { code: 'formation' } }
    },
  },
  'programme.update': onCoaching(),
  'programme.take-update': {
    allowed: managers,
    prepare: async operator => {
      await takenAs(operator, coachingBefore)
      return { input: { code: 'coaching', mark: await offeredMark(operator, 'coaching') } }
    },
  },
  'programme.edit': {
    allowed: managers,
    prepare: async operator => ({ input: await wholeEdit(operator, 'coaching') }),
  },
  'programme.save-question': onCoaching(newQuestion),
  'programme.remove-question': {
    allowed: managers,
    prepare: async operator => ({
      input: { code: 'coaching', ...(await markedQuestion(operator, 'coaching', 'framing_employer')) },
    }),
  },
  'programme.put-in-service': {
    allowed: managers,
    prepare: async operator => {
      const edit = await wholeEdit(operator, 'coaching')
      await (await operator.manager()).must(editProgramme, edit)
      return { input: { code: 'coaching', revision: 2 } }
    },
  },
  'programme.accept-version': onCoaching(),
}
