import {
  change,
  count,
  type Measure,
  mean,
  median,
  organisations,
  portion,
  providers,
  ratio,
  share,
  sum,
} from './measure.ts'

export type Unit = 'n' | 'share' | 'day' | 'month' | 'eur' | 'eur_per_day' | 'hour' | 'fte' | 'score'

/** Who asks for the figure: the yearly notes of the DLA network, the European fund, evaluation studies, or ourselves. */
type Source = 'national' | 'fse' | 'study' | 'sillage'

/** The screen's chapters, in order. */
export const chapters = ['demand', 'support', 'engineering', 'jobs', 'results', 'followUp', 'territory'] as const
export type Chapter = (typeof chapters)[number]

export type Entry = {
  unit: Unit
  chapter: Chapter
  source: Source
  measure: Measure
  /** Raised when the definition changes: a frozen report keeps the one that it was built with. */
  version: number
  /** What a funder pays for: published for the whole agreement, however few the organisations. */
  isVolume: boolean
}

const figure = (unit: Unit, chapter: Chapter, source: Source, measure: Measure): Entry => ({
  unit,
  chapter,
  source,
  measure,
  version: 1,
  isVolume: false,
})
const volume = (unit: Unit, chapter: Chapter, source: Source, measure: Measure): Entry => ({
  ...figure(unit, chapter, source, measure),
  isVolume: true,
})

/** A month is a twelfth of 365.25 days. */
const daysPerMonth = 30.4375

const entries = {
  contacts: volume('n', 'demand', 'sillage', count('requests')),
  contacts_direct_share: figure('share', 'demand', 'sillage', share('requests', 'isDirect')),
  intakes: volume('n', 'demand', 'national', organisations('intakes')),
  first_meeting_delay: figure('day', 'demand', 'sillage', median('intakes', 'waited')),
  referrals: volume('n', 'demand', 'sillage', count('referred')),
  referral_acceptance: figure('share', 'demand', 'sillage', share('referred', 'isAccepted')),
  diagnostics: volume('n', 'support', 'national', count('diagnosed')),
  // Since the second, a session that only makes a subject known is no support (decision 011).
  organisations_supported: { ...volume('n', 'support', 'national', count('supported')), version: 2 },
  organisations_new: { ...volume('n', 'support', 'sillage', count('supported', 'isNew')), version: 2 },
  engineering_individual: volume('n', 'engineering', 'national', count('signed', 'isIndividual')),
  engineering_collective: volume('n', 'engineering', 'national', count('signed', 'isCollective')),
  engineering_share: figure('share', 'engineering', 'national', share('supported', 'isEngineered')),
  provider_days: volume('day', 'engineering', 'sillage', sum('held', 'days', 'daysKnown')),
  mean_days: figure('day', 'engineering', 'national', ratio(sum('held', 'days', 'daysKnown'), organisations('held'))),
  day_cost: figure('eur_per_day', 'engineering', 'national', ratio(sum('paid', 'amount'), sum('paidDays', 'days'))),
  cost_per_organisation: figure(
    'eur',
    'engineering',
    'sillage',
    ratio(sum('signed', 'amount'), organisations('signed')),
  ),
  path_duration: figure('month', 'support', 'study', median('restituted', 'lasted', daysPerMonth)),
  providers_active: volume('n', 'engineering', 'national', providers('held')),
  sheets_incomplete: figure('share', 'engineering', 'sillage', share('sheets', 'isIncomplete', 'part')),
  jobs_concerned: figure('n', 'jobs', 'national', sum('photos', 'headcount')),
  jobs_concerned_fte: figure('fte', 'jobs', 'national', sum('photos', 'fte')),
  cdi_share: figure('share', 'jobs', 'national', portion('photos', 'permanent', 'headcount')),
  women_share: figure('share', 'jobs', 'fse', portion('photos', 'women', 'headcount')),
  part_time_share: figure('share', 'jobs', 'study', portion('photos', 'partTime', 'headcount')),
  subsidised_share: figure('share', 'jobs', 'study', portion('photos', 'subsidised', 'headcount')),
  job_growth_matched: figure('share', 'results', 'study', change('pairs', 'before', 'after')),
  jobs_created_declared: figure('n', 'results', 'study', sum('pairs', 'created', 'linksKnown')),
  jobs_saved_declared: figure('n', 'results', 'sillage', sum('answers', 'jobsKept')),
  econ_improved: figure('share', 'results', 'study', share('answers', 'isImproved')),
  objectives_reached: figure('share', 'results', 'national', share('answers', 'isReached')),
  appropriation: figure('score', 'results', 'national', mean('answers', 'appropriation')),
  satisfaction: figure('score', 'followUp', 'national', mean('firstAnswers', 'satisfaction')),
  followup_rate: figure('share', 'followUp', 'national', share('planned', 'isAnswered')),
  followup_delay: figure('day', 'followUp', 'sillage', median('answers', 'late')),
  plan_execution: figure('share', 'support', 'national', share('actions', 'isDone')),
  qpv_share: figure('share', 'territory', 'national', share('supported', 'isInQpv')),
  frr_share: figure('share', 'territory', 'national', share('supported', 'isInFrr')),
  volunteer_hours: figure('hour', 'support', 'sillage', sum('volunteering', 'hours')),
  abandoned: volume('n', 'support', 'sillage', count('abandonments')),
} satisfies Record<string, Entry>

export type FigureCode = keyof typeof entries

/** The figures in the order in which they are printed. */
export const catalogue: Readonly<Record<FigureCode, Entry>> = entries
export const isFigureCode = (value: unknown): value is FigureCode =>
  typeof value === 'string' && Object.hasOwn(entries, value)
export const figureCodes: readonly FigureCode[] = Object.keys(entries).filter(isFigureCode)
