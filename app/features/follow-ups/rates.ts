import { t0Columns } from './questionnaire.ts'
import { type Wave, waves } from './waves.ts'

type PairedFigure = (typeof t0Columns)[number]
type Measured = Record<PairedFigure, number | null>

/** A wave whose day has come, of one case: what became of it. */
export type DueWave = {
  id: string
  programme: string
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

/** Those who did not answer, the oldest first: a mean of the others says nothing of them. */
export const silent = (rows: readonly DueWave[]): DueWave[] =>
  rows.filter(row => !isAnswered(row)).sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1))
