import { isMember } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { type Accompaniment, caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { factsOfCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { ownTransitions } from '#app/features/accompaniments/offered-transitions.ts'
import { questionSubject } from '#app/features/files/file-about.ts'
import { filesOf } from '#app/features/files/files.store.server.ts'
import { scoresOf } from '#app/features/juries/juries.store.server.ts'
import { gridOf, sideBySide } from '#app/features/juries/jury.ts'
import {
  organisationById,
  peopleOf,
  searchOrganisations,
} from '#app/features/organisations/organisations.store.server.ts'
import type { ProgrammeStep } from '#app/features/programmes/programme-definition.ts'
import type { Moment, Question } from '#app/features/programmes/questions.ts'
import { type AnswerRow, answersOfCase } from './answers.store.server.ts'
import { answerText, isAnswered, missingIn, questionsAt, stepOf } from './answers.ts'
import { removedAnswers } from './removed-answers.store.server.ts'
import { answersNow } from './step-answers.ts'
import { stepPageInput } from './step-input.ts'

/** A step of a case: its questions and their answers, and the ways on from there. */
export const stepPage = defineQuery({
  name: 'step.page',
  input: stepPageInput,
  subject: async ({ tx, operator }, { number, step: code }) => {
    const found = await caseByNumber(tx, operator.id, number)
    const step = found && stepOf(found.programme.definition, code)
    return found && step ? { ...found, step } : null
  },
  allow: isMember,
  run: async (ctx, { moment: asked, structure }, { row, programme: { definition }, step }) => {
    const moment = asked ?? 'T0'
    const questions = questionsAt(step, moment)
    const facts = await factsOfCase(ctx, row)
    const rows = await answersOfCase(ctx.tx, ctx.operator.id, row.id)
    const { version, values } = answersNow(rows, questions, moment)
    const isHere = definition.states.some(state => state.code === row.state && state.step === step.code)
    return {
      number: row.number,
      base: `/o/${ctx.operator.slug}/accompagnements/${row.number}`,
      today: ctx.today,
      step: { code: step.code, label: step.label, purpose: step.purpose ?? null },
      moment,
      moments: momentsOf(step.questions ?? [], facts.followUps),
      version,
      questions,
      fileQuestions: moment === 'T0' ? await fileQuestions(ctx, row.id, step.questions ?? []) : [],
      values: Object.fromEntries(
        questions.map(question => [question.code, answerText(question, values[question.code])]),
      ),
      jury: step.jury && moment === 'T0' ? await juryOf(ctx, row.id, step) : null,
      removed: await removedAnswers(ctx.tx, ctx.operator.id, { definition, step: step.code, moment, rows }),
      before: moment === 'T0' ? {} : textsAt(rows, questions, 'T0'),
      missing: missingIn(step, facts.answers).map(({ code, label }) => ({ code, label })),
      transitions: isHere ? ownTransitions(definition, facts) : [],
      search: { text: structure, found: await found(ctx, structure) },
      about: await aboutOf(ctx, row, step.asks ?? []),
    }
  },
})

/** What each juror gave, on the grid of the step. */
async function juryOf({ tx, operator, actor }: QueryContext, accompanimentId: string, step: ProgrammeStep) {
  const me = actor.kind === 'member' ? actor.userId : null
  return sideBySide(gridOf(step), await scoresOf(tx, operator.id, { accompanimentId, step: step.code }, me))
}

/** The questions that files answer, each with its own. */
async function fileQuestions({ tx, operator }: QueryContext, caseId: string, questions: readonly Question[]) {
  const asked = questions.filter(({ kind }) => kind === 'file')
  const files = asked.length > 0 ? await filesOf(tx, operator.id, caseId) : []
  return asked.map(question => ({
    question,
    /** The one that its condition looks at. */
    other: questions.find(({ code }) => code === question.when?.question) ?? null,
    files: files.filter(({ about }) => about === questionSubject(question.code)),
  }))
}

const shownAtMost = 12
const found = async ({ tx, operator }: QueryContext, text: string | null) =>
  (text ? await searchOrganisations(tx, operator.id, text, { limit: shownAtMost }) : []).map(
    ({ id, name, department }) => ({ id, name, department }),
  )

/** Tracked questions are asked again at each wave that the case has. */
const momentsOf = (questions: readonly Question[], followUps: readonly { wave: Moment }[]): Moment[] =>
  questions.some(({ tracked }) => tracked) ? ['T0', ...followUps.map(({ wave }) => wave)] : ['T0']

function textsAt(rows: readonly AnswerRow[], questions: readonly Question[], moment: Moment): Record<string, string> {
  const { values } = answersNow(rows, questions, moment)
  return Object.fromEntries(
    questions.flatMap(question => {
      const value = values[question.code]
      return isAnswered(value) ? [[question.code, answerText(question, value)]] : []
    }),
  )
}

/** Whom the case is about, where the step asks it. */
async function aboutOf(
  { tx, operator }: QueryContext,
  { version, organisationId, contactPersonId }: Accompaniment,
  asks: readonly string[],
) {
  if (asks.length === 0) return null
  const organisation = organisationId ? await organisationById(tx, operator.id, organisationId) : null
  const people = organisationId ? await peopleOf(tx, operator.id, organisationId) : []
  return {
    version,
    operatorBase: `/o/${operator.slug}`,
    organisation: organisation && { id: organisation.id, name: organisation.name },
    asksOrganisation: asks.includes('organisation'),
    asksPerson: asks.includes('contact_person'),
    contactPersonId,
    people: people.map(({ id, name, role }) => ({ id, name, role })),
  }
}
