import { addDays, type Day, daysBetween } from '#app/kernel/day.ts'
import type { CasePlan, Cohort } from './case-file.ts'
import { type Cast, organisationsOfDla, organisationsOfIncubator } from './names.ts'

export type Team = {
  /** The practitioner of the demonstration, and her colleagues. */
  lead: string
  others: readonly [string, ...string[]]
  consultant: { userId: string; name: string; email: string }
}

type Sketch = Omit<CasePlan, 'seed' | 'cast' | 'programme' | 'practitioner' | 'agreements' | 'requestedOn'> & {
  /** Days since the request. */
  ago: number
  mine?: true
}

const many = (count: number, sketch: (index: number) => Sketch) =>
  Array.from({ length: count }, (_, index) => sketch(index))
const spread = (from: number, to: number, index: number, count: number) =>
  Math.round(from + ((to - from) * index) / Math.max(1, count - 1))

/** How many cases stay in each state, as in a DLA of about thirty new ones a year. `mine` are those of the demonstration's practitioner. */
function sketches(today: Day): Sketch[] {
  const mineAt = (index: number, ...own: number[]) => (own.includes(index) ? { mine: true as const } : {})
  const at = (ago: readonly number[], stop: string, ...own: number[]) =>
    ago.map((days, index): Sketch => ({ ago: days, stop, ...mineAt(index, ...own) }))
  return [
    ...at([4, 19, 2], 'received', 0, 1),
    ...at([18, 22, 27], 'intake', 0),
    // Sent or not by its seed; the third has waited too long.
    ...at([44, 50, 78, 48, 56], 'diagnostic', 0, 1, 2),
    ...at([96, 101], 'diagnostic_validated', 0),
    ...at([110, 114, 119], 'planning', 0),
    ...at([112, 121], 'committee_review', 0),
    { ago: 138, stop: null, ending: 'adjourned' },
    ...at([141, 147], 'plan_approved', 0),
    { ago: 188, stop: 'in_progress', mine: true, actionDueOn: today },
    { ago: 205, stop: 'in_progress', mine: true, actionDueOn: addDays(today, -9) },
    ...at([190, 212, 230], 'in_progress', 1),
    { ago: 196, stop: null, ending: 'suspended', mine: true },
    { ago: 240, stop: null, ending: 'suspended' },
    ...at([268, 272, 276], 'restitution', 0),
    ...many(3, index => ({ ago: 90 + index * 260, stop: null, ending: 'referred' as const })),
    ...many(2, index => ({ ago: 140 + index * 330, stop: null, ending: 'ineligible' as const })),
    ...many(4, index => ({ ago: 380 + index * 170, stop: null, ending: 'abandoned' as const })),
    ...many(12, index => ({ ago: spread(300, 600, index, 12), stop: 'follow_up', ...mineAt(index, 1, 4, 7, 10) })),
    { ago: 640, stop: 'follow_up', lost: 'unreachable', mine: true },
    { ago: 650, stop: 'follow_up', lost: 'refused' },
    ...many(15, index => ({ ago: spread(860, 1085, index, 15), stop: null, ...mineAt(index, 0, 3, 6, 9, 12) })),
  ]
}

export type Agreements = { region: string; jobs: string }

/** Every case of the DLA: its own, those of two cohorts, and organisations that came back. */
export function casesOfDla(today: Day, { lead, others, consultant }: Team, agreements: Agreements) {
  const cohorts: Cohort[] = [
    { title: 'Modèles socio-économiques, promotion des levées', startsOn: addDays(today, -560), members: [] },
    { title: 'Modèles socio-économiques, promotion du canal', startsOn: addDays(today, -92), members: [] },
  ]
  const alone = sketches(today)
  const members = cohorts.flatMap((cohort, rank) =>
    many(rank === 0 ? 6 : 5, index => ({
      ago: daysBetween(cohort.startsOn, today) + 190 + index * 4,
      stop: rank === 0 ? null : 'in_progress',
      cohort,
    })),
  )
  const plans = [...alone, ...members].map(({ ago, mine, ...sketch }, index): CasePlan => {
    const cast = castOf(index, alone.length)
    const isCurrentMission = sketch.stop === 'in_progress' && !sketch.cohort
    const ofConsultant =
      (isCurrentMission && sketch.actionDueOn === today) || index === alone.length - 3 || index === alone.length - 22
    return {
      ...sketch,
      ...(ofConsultant && { consultant }),
      seed: 4500 + index,
      cast,
      programme: sketch.cohort ? 'dla-collectif-mse' : 'dla-individuel',
      practitioner: mine ? lead : (others[index % others.length] ?? others[0]),
      agreements: [agreements.region, ...(index % 3 === 0 ? [agreements.jobs] : [])],
      requestedOn: addDays(today, -ago),
    }
  })
  return { plans, cohorts }
}

/** Cases are told oldest last in the list: those that come back take the organisations of the oldest ones. */
function castOf(index: number, alone: number): Cast {
  const known = organisationsOfDla.length
  const cast =
    organisationsOfDla[index < alone ? alone - 1 - index : index % known] ?? organisationsOfDla[index % known]
  if (!cast) throw new Error('nobody is left to play')
  return cast
}

/** A dozen projects of the incubator, from the first call to the end of their follow-up. */
export function casesOfIncubator(today: Day, practitioner: string): CasePlan[] {
  const states: [string | null, number][] = [
    ['received', 3],
    ['intake', 20],
    ['diagnostic', 70],
    ['diagnostic', 85],
    ['planning', 130],
    ['in_progress', 240],
    ['in_progress', 260],
    ['restitution', 380],
    ['follow_up', 480],
    ['follow_up', 560],
    [null, 900],
    [null, 960],
  ]
  return states.flatMap(([stop, ago], index) => {
    const cast = organisationsOfIncubator[index]
    if (!cast) return []
    return [
      {
        seed: 900 + index,
        cast,
        programme: 'parcours-incubation',
        practitioner,
        agreements: [],
        requestedOn: addDays(today, -ago),
        stop,
      },
    ]
  })
}
