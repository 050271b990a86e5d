import {
  type Question,
  type QuestionCode,
  questionnaires,
  type T0Figure,
  t0Columns,
  t0Figures,
} from './questionnaire.ts'
import type { Wave } from './waves.ts'

export type Measured = Record<T0Figure, number | null>

/** What only waves ask, and ask more than once. */
const onlyAtWaves = ['objectivesReached', 'appropriation', 'recommend'] as const satisfies QuestionCode[]
export type ComparedFigure = T0Figure | (typeof onlyAtWaves)[number]

/** A wave as it is compared: not answered, it has its place and no value. */
type ComparedWave = {
  wave: Wave
  isAnswered: boolean
  measured: Readonly<Record<ComparedFigure, number | null>>
}
export type ComparedRow = {
  figure: ComparedFigure
  /** The top of its scale; null for a count. */
  most: number | null
  t0: number | null
  isAskedAtT0: boolean
  byWave: { wave: Wave; value: number | null; isAsked: boolean }[]
  change: number | null
}

const isT0Figure = (figure: ComparedFigure): figure is T0Figure => t0Figures.some(known => known === figure)
/** These keep their row, and say that they are unknown; the others are left out until a wave answered them. */
const isOnlySometimes = (figure: ComparedFigure) => !t0Columns.some(known => known === figure)
const askedAt = (wave: Wave, figure: ComparedFigure): Question | undefined =>
  questionnaires[wave].find(({ code }) => code === figure)

/**
 * The indicators of the diagnostic beside what each wave answered, then those that waves alone ask and that were answered.
 * `change` is the last known answer less T0, or less the first one where T0 does not ask: null when either is unknown,
 * since an unknown is not a zero.
 */
export function compared(t0: Measured | null, waves: readonly ComparedWave[]): ComparedRow[] {
  return [...t0Figures, ...onlyAtWaves].flatMap(figure => {
    const before = isT0Figure(figure) ? (t0?.[figure] ?? null) : null
    const byWave = waves.map(({ wave, isAnswered, measured }) => ({
      wave,
      value: isAnswered ? measured[figure] : null,
      isAsked: askedAt(wave, figure) !== undefined,
    }))
    const known = byWave.flatMap(({ value }) => value ?? [])
    if (isOnlySometimes(figure) && known.length === 0) return []
    const from = isT0Figure(figure) ? before : known.length > 1 ? known[0] : null
    const last = known.at(-1)
    const question = askedAt('T3', figure) ?? askedAt('T1', figure)
    return [
      {
        figure,
        most: question?.kind === 'scale' ? question.max : null,
        t0: before,
        isAskedAtT0: isT0Figure(figure),
        byWave,
        change: from === null || from === undefined || last === undefined ? null : last - from,
      },
    ]
  })
}
