import { isMeasured } from '#app/features/programmes/question-kinds.ts'
import type { Label, Question } from '#app/features/programmes/questions.ts'
import type { AnswerValue } from '#db/schema/accompaniments.ts'
import { t0Columns } from './questionnaire.ts'
import { trackedMoments } from './tracked.ts'
import { type Wave, waves } from './waves.ts'

type PairedFigure = (typeof t0Columns)[number]
type Measured = Record<PairedFigure, number | null>

/** A wave whose day has come, of one case: what became of it. */
export type DueWave = {
  id: string
  accompanimentId: string
  programme: string
  programmeCode: string
  wave: Wave
  number: string
  organisation: string | null
  practitioner: string | null
  plannedOn: string
  state: string
  channel: 'link' | 'phone' | 'import' | null
  /** How many people of the organisation sent their answers. */
  respondents: number
  after: Measured
  before: Measured | null
}

/** Cases asked and cases that answered, never people: one organisation with three respondents has answered once. */
export type Rate = {
  programme: string
  wave: Wave
  asked: number
  answered: number
  byPhone: number
  refused: number
  unreachable: number
  waiting: number
  respondents: number
  /** 0 to 1; null when nobody was asked. */
  rate: number | null
  /** What the programme aims at, 0 to 1; null when it says nothing. */
  target: number | null
}

const isAnswered = ({ state }: DueWave) => state === 'answered'

/** The rate of each wave of each programme, in the order of names then of waves. */
export function ratesOf(rows: readonly DueWave[], targetOf: (programme: string, wave: Wave) => number | null): Rate[] {
  const programmes = [...new Set(rows.map(({ programme }) => programme))].sort((a, b) => a.localeCompare(b, 'fr'))
  return programmes.flatMap(programme =>
    waves.flatMap(wave => {
      const asked = rows.filter(row => row.programme === programme && row.wave === wave)
      if (asked.length === 0) return []
      const count = (holds: (row: DueWave) => boolean) => asked.filter(holds).length
      const answered = count(isAnswered)
      return [
        {
          programme,
          wave,
          asked: asked.length,
          answered,
          byPhone: count(row => isAnswered(row) && row.channel === 'phone'),
          refused: count(({ state }) => state === 'refused'),
          unreachable: count(({ state }) => state === 'unreachable'),
          waiting: count(({ state }) => state === 'planned' || state === 'sent' || state === 'reminded'),
          respondents: asked.reduce((sum, { respondents }) => sum + respondents, 0),
          rate: answered / asked.length,
          target: targetOf(programme, wave),
        },
      ]
    }),
  )
}

export type Pairs = {
  wave: Wave
  figure: PairedFigure
  /** Cases whose value is known at T0 and at the wave: nobody else is in the means. */
  pairs: number
  asked: number
  before: number | null
  after: number | null
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

/** T0 beside each wave on matched pairs: the same cases before and after, out of all that were asked. */
export function matchedPairs(rows: readonly DueWave[]): Pairs[] {
  return waves.flatMap(wave => {
    const asked = rows.filter(row => row.wave === wave)
    return t0Columns.flatMap(figure => {
      const both = asked.filter(isAnswered).flatMap(({ before, after }) => {
        const [t0, value] = [before?.[figure] ?? null, after[figure]]
        return t0 === null || value === null ? [] : [{ t0, value }]
      })
      if (both.length === 0) return []
      const [before, after] = [mean(both.map(({ t0 }) => t0)), mean(both.map(({ value }) => value))]
      return [{ wave, figure, pairs: both.length, asked: asked.length, before, after }]
    })
  })
}

/** An answer as it is stored, to a question of T0 or of a wave. */
type Given = { question: string; moment: string; value: AnswerValue | null; answeredOn: string }

export type TrackedPairs = Omit<Pairs, 'figure'> & {
  programme: string
  question: string
  label: Label
  /** How many of the pairs have a value that was given to an earlier question, and turned into this one's scale. */
  converted: number
}

type Tracking = {
  /** The tracked questions of the version in service of each programme, by its code. */
  questions: ReadonlyMap<string, readonly Question[]>
  /** By case. */
  answers: ReadonlyMap<string, readonly Given[]>
}

/**
 * The same of the tracked questions that are measured. The version in service says what is asked, and how what was answered
 * to an earlier wording is read; what cannot be read so is in no pair.
 */
export function trackedPairs(rows: readonly DueWave[], { questions, answers }: Tracking): TrackedPairs[] {
  return [...questions].flatMap(([code, all]) => {
    const ofProgramme = rows.filter(({ programmeCode }) => programmeCode === code)
    const measured = all.filter(isMeasured)
    return waves.flatMap(wave => {
      const asked = ofProgramme.filter(row => row.wave === wave)
      const [first] = asked
      if (!first) return []
      const { programme } = first
      const read = asked.filter(isAnswered).map(({ accompanimentId }) => {
        const moments = trackedMoments(measured, answers.get(accompanimentId) ?? [])
        return [moments.find(({ moment }) => moment === 'T0'), moments.find(({ moment }) => moment === wave)] as const
      })
      return measured.flatMap(({ code: question, label }) => {
        const both = read.flatMap(([t0, later]) => {
          const [before, after] = [
            Number(t0?.values[question] ?? Number.NaN),
            Number(later?.values[question] ?? Number.NaN),
          ]
          if (Number.isNaN(before) || Number.isNaN(after)) return []
          return [{ before, after, isConverted: [t0, later].some(moment => moment?.converted.includes(question)) }]
        })
        if (both.length === 0) return []
        return [
          {
            ...{ programme, wave, question, label, pairs: both.length, asked: asked.length },
            before: mean(both.map(({ before }) => before)),
            after: mean(both.map(({ after }) => after)),
            converted: both.filter(({ isConverted }) => isConverted).length,
          },
        ]
      })
    })
  })
}

/** Those who did not answer, the oldest first: a mean of the others says nothing of them. */
export const silent = (rows: readonly DueWave[]): DueWave[] =>
  rows.filter(row => !isAnswered(row)).sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1))
