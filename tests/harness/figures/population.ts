import { addDays, day } from '#app/kernel/day.ts'
import type { Dataset } from './dataset.ts'

/** The period of generated populations, and an agreement that begins before it and ends within it. */
export const populationPeriod = { from: '2025-01-01', to: '2025-12-31' }
export const populationAgreements = [
  { code: 'A', from: '2024-06-01', to: '2025-10-31' },
  { code: 'B', from: '2025-03-01', to: '2026-12-31' },
]

/** Mulberry32: a population is its seed. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** `quiet` leaves out what makes most figures small: mergers, cases without organisation, unknown values. */
export type PopulationOptions = { cases?: number; quiet?: boolean }

/**
 * Small and nasty: few distinct days, most of them the edges of the period, so that ties, same-day events and negative
 * delays abound; merged organisations in chains, unknown values, duplicated answers, engineerings shared and spread.
 */
export function population(seed: number, { cases: size, quiet = false }: PopulationOptions = {}): Dataset {
  const next = random(seed * 7919 + 13)
  const upTo = (count: number) => Math.floor(next() * count)
  const chance = (probability: number) => next() < probability
  const pick = <T>(values: readonly T[]): T => {
    const value = values[upTo(values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  const unknown = quiet ? 0.03 : 0.25
  const maybe = <T>(value: () => T, probability = unknown): T | null => (chance(probability) ? null : value())
  const edges = ['2024-12-31', '2025-01-01', '2025-03-01', '2025-10-31', '2025-11-01', '2025-12-31', '2026-01-01']
  const first = day('2024-05-01')
  const someDay = (): string => (chance(0.45) || !first ? pick(edges) : addDays(first, upTo(760)))
  const repeat = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index))

  const organisations = repeat(2 + upTo(size ?? 14), index => ({
    ref: `O${index}`,
    mergedInto: !quiet && index > 0 && chance(0.2) ? `O${upTo(index)}` : null,
    commune: maybe(() => pick(['45234', '45147', '28085', '75056', '2A004', '97411'])),
    sector: maybe(() => pick(['culture', 'sport', 'insertion'])),
    legalForm: maybe(() => pick(['association', 'scic', 'scop'] as const)),
    qpv: maybe(() => chance(0.5)),
    frr: maybe(() => chance(0.5)),
  }))
  const cases = repeat(size ?? 1 + upTo(22), index => ({
    ref: `P${index}`,
    organisation: maybe(() => pick(organisations).ref, quiet ? 0 : 0.1),
    programme: pick(['dla-individuel', 'dla-individuel', 'dla-collectif-mse']),
    practitioner: maybe(() => pick(['camille@test.example', 'nadia@test.example'])),
    channel: maybe(() => pick(['direct', 'prescribed', 'event', 'returning'] as const)),
    requestedOn: maybe(someDay),
    intakeOn: maybe(someDay),
    diagnosticOn: maybe(chance(0.3) ? () => '2025-03-01' : someDay, 0.35),
    restitutionOn: maybe(someDay, 0.5),
    abandonedOn: maybe(someDay, 0.85),
    agreements: ['A', 'B'].filter(() => chance(0.6)),
  }))
  const caseRef = () => pick(cases).ref
  const headcount = () => pick([0, 1, 2, 3, 5, 8.5, 9.9, 10, 12, 49, 50, 120])

  const photos = repeat(upTo(cases.length * 2), () => {
    const named = chance(0.6) ? pick(cases.filter(one => one.organisation !== null).concat(cases)) : null
    return {
      organisation: named?.organisation ?? pick(organisations).ref,
      case: named && named.organisation !== null ? named.ref : null,
      takenOn: someDay(),
      occasion: chance(0.8) ? ('diagnostic' as const) : pick(['restitution', 'follow_up', 'manual'] as const),
      headcount: maybe(headcount),
      fte: maybe(() => upTo(400) / 10),
      permanent: maybe(() => upTo(9)),
      women: maybe(() => upTo(9)),
      partTime: maybe(() => upTo(9)),
      subsidised: maybe(() => upTo(3)),
    }
  })
  const engineerings = repeat(upTo(cases.length), index => {
    const isCollective = chance(0.5)
    return {
      ref: `I${index}`,
      kind: isCollective ? ('collective' as const) : ('individual' as const),
      cases: chance(0.05) ? [] : isCollective ? [...new Set(repeat(1 + upTo(4), caseRef))] : [caseRef()],
      provider: maybe(() => pick(['Cabinet Un', 'cabinet un ', 'Cabinet Deux', ' CABINET DEUX', 'Trois & fils'])),
      signedOn: maybe(someDay),
      paidOn: maybe(someDay, 0.4),
      amount: maybe(() => pick([1000, 4000, 10_000, 333.33])),
      share: pick([1, 1, 1, 0.5, 0.3333]),
    }
  })
  // The same day twice: only the order of the file tells which counts.
  const withTwins = <R extends { headcount: number | null }>(rows: R[]): R[] =>
    rows.flatMap(row => (chance(0.25) ? [row, { ...row, headcount: headcount() }] : [row]))
  return {
    organisations,
    agreements: populationAgreements,
    cases,
    photos: withTwins(photos),
    engineerings,
    referrals: repeat(upTo(cases.length), () => ({
      case: caseRef(),
      sentOn: maybe(someDay),
      answer: maybe(() => pick(['accepted', 'refused'] as const)),
    })),
    actions: repeat(upTo(cases.length * 2), () => ({
      case: caseRef(),
      status: pick(['to_do', 'in_progress', 'done', 'done', 'deferred', 'dropped'] as const),
    })),
    sessions: engineerings.flatMap(({ ref, cases: members }) =>
      repeat(upTo(5), () => ({
        engineering: ref,
        heldOn: someDay(),
        days: maybe(() => pick([0.25, 0.5, 1, 1, 2, 3])),
        kind: pick(['individual', 'individual', 'awareness'] as const),
        status: chance(0.85) ? ('held' as const) : ('cancelled' as const),
        // Nobody can have come for an engineering without members.
        sheet:
          members.length === 0
            ? null
            : maybe(() => pick(['nobody', 'signed', 'signed', 'one_missing', 'other_hours', 'withdrawn'] as const)),
      })),
    ),
    followUps: withTwins(
      repeat(upTo(cases.length * 3), () => ({
        case: caseRef(),
        wave: pick(['T1', 'T2', 'T3', 'T3', 'T3', 'T4'] as const),
        plannedOn: maybe(someDay),
        answeredOn: maybe(someDay),
        headcount: maybe(headcount),
        jobLink: maybe(() => pick(['none', 'low', 'strong'] as const)),
        jobsKept: maybe(() => upTo(4)),
        situation: maybe(() => pick(['degraded', 'stable', 'improved'] as const)),
        objectives: maybe(() => upTo(5)),
        appropriation: maybe(() => upTo(5)),
        satisfaction: maybe(() => upTo(11)),
      })),
    ),
    volunteering: repeat(upTo(cases.length), () => ({
      case: caseRef(),
      doneOn: someDay(),
      hours: maybe(() => pick([0.5, 2, 6, 9.5])),
    })),
  }
}
