import { day, daysBetween } from '#app/kernel/day.ts'
import { departmentOf } from '#app/kernel/identifiers.ts'
import type { DataCase, DataEngineering, DataFollowUp, DataPhoto, Dataset } from './dataset.ts'

/**
 * The figures once more, written from the sentences of formats.md and from nothing else: plain loops over the rows, no
 * SQL, none of the product's figures. Where the two disagree, one of them misread a sentence.
 */
export type OracleFigure = {
  value: number | null
  numerator: number | null
  denominator: number | null
  known: number
  missing: number
  /** Per organisation, what a funder's mask looks at. */
  gifts: OracleGift[]
}
export type OracleGift = { organisation: string | null; numerator: number | null; denominator: number | null }
export type OracleAsk = { from: string; to: string; keep: (one: DataCase) => boolean }

export function oracle(data: Dataset, { from, to, keep }: OracleAsk): Record<string, OracleFigure> {
  const inPeriod = (when: string | null) => when !== null && when >= from && when <= to
  const root = rootOf(data)
  const orgOf = (one: DataCase) => (one.organisation === null ? null : root(one.organisation))
  const caseOf = new Map(data.cases.map(one => [one.ref, one]))
  const cases = data.cases.filter(keep)
  const kept = new Map(cases.map(one => [one.ref, one]))
  const out: Record<string, OracleFigure> = {}

  // -- demand
  const contacts = cases.filter(one => inPeriod(one.requestedOn))
  out.contacts = counted(contacts.map(orgOf))
  out.contacts_direct_share = shared(
    contacts.map(one => [orgOf(one), one.channel === null ? null : one.channel === 'direct']),
  )
  const intakes = cases.filter(one => inPeriod(one.intakeOn))
  out.intakes = distinct(intakes.map(orgOf))
  out.first_meeting_delay = middle(intakes.map(one => [orgOf(one), gap(one.requestedOn, one.intakeOn)]))
  const referrals = data.referrals.flatMap(row => {
    const one = kept.get(row.case)
    return one && inPeriod(row.sentOn) ? [{ ...row, org: orgOf(one) }] : []
  })
  out.referrals = counted(referrals.map(row => row.org))
  out.referral_acceptance = shared(
    referrals.map(row => [row.org, row.answer === null ? null : row.answer === 'accepted']),
  )
  const diagnosed = cases.filter(one => inPeriod(one.diagnosticOn))
  out.diagnostics = counted(diagnosed.map(orgOf))

  // -- engineerings: their members, of which some are in scope
  const members = (one: DataEngineering) => one.cases.flatMap(ref => caseOf.get(ref) ?? [])
  const inScope = (one: DataEngineering) => one.cases.flatMap(ref => kept.get(ref) ?? [])
  // An engineering that nobody is a member of is still the operator's, in the cell of what is unknown.
  const isOurs = (one: DataEngineering) => inScope(one).length > 0 || (members(one).length === 0 && keep(nobody))
  const engineerings = data.engineerings.filter(isOurs)
  const spread = (one: DataEngineering, amount: number | null): OracleGift[] =>
    members(one).length === 0
      ? [{ organisation: null, numerator: amount === null ? null : amount * one.share, denominator: null }]
      : inScope(one).map(member => ({
          organisation: orgOf(member),
          numerator: amount === null ? null : (amount * one.share) / members(one).length,
          denominator: null,
        }))
  const sessions = data.sessions.flatMap(session => {
    const of = engineerings.find(one => one.ref === session.engineering)
    return of && session.status === 'held' ? [{ ...session, of }] : []
  })
  const held = sessions.filter(session => inPeriod(session.heldOn))
  const signed = engineerings.filter(one => inPeriod(one.signedOn))
  const paid = engineerings.filter(one => inPeriod(one.paidOn))
  for (const kind of ['individual', 'collective'] as const) {
    const some = signed.filter(one => one.kind === kind)
    out[`engineering_${kind}`] = {
      ...blank(some.length, some.length, 0),
      gifts: some.flatMap(one =>
        inScope(one).map(member => ({ organisation: orgOf(member), numerator: 1, denominator: null })),
      ),
    }
  }

  // -- organisations supported
  const events: { org: string | null; on: string }[] = [
    ...cases.flatMap(one => (one.intakeOn ? [{ org: orgOf(one), on: one.intakeOn }] : [])),
    ...cases.flatMap(one => (one.diagnosticOn ? [{ org: orgOf(one), on: one.diagnosticOn }] : [])),
    ...engineerings.flatMap(one =>
      inScope(one).flatMap(member => (one.signedOn ? [{ org: orgOf(member), on: one.signedOn }] : [])),
    ),
    ...sessions
      .filter(session => session.kind !== 'awareness')
      .flatMap(session => inScope(session.of).map(member => ({ org: orgOf(member), on: session.heldOn }))),
  ]
  const supported = distinctOf(events.filter(event => inPeriod(event.on)).map(event => event.org))
  const before = new Set(events.filter(event => event.on < from).map(event => event.org))
  out.organisations_supported = counted(supported)
  out.organisations_new = counted(supported.filter(org => !before.has(org)))
  const engineered = distinctOf(signed.flatMap(one => inScope(one).map(orgOf)))
  out.engineering_share = shared(supported.map(org => [org, engineered.includes(org)]))
  const organisation = new Map(data.organisations.map(one => [one.ref, one]))
  out.qpv_share = shared(supported.map(org => [org, organisation.get(org)?.qpv ?? null]))
  out.frr_share = shared(supported.map(org => [org, organisation.get(org)?.frr ?? null]))

  // -- days and money
  const dayGifts = held.flatMap(session => spread(session.of, session.days))
  const daysKnown = held.filter(session => session.days !== null).length
  out.provider_days = { ...blank(total(dayGifts), daysKnown, held.length - daysKnown), gifts: dayGifts }
  const trained = distinctOf(held.flatMap(session => inScope(session.of).map(orgOf)))
  out.mean_days = divided(
    dayGifts,
    trained.map(organisation => ({ organisation, numerator: 1, denominator: null })),
    daysKnown,
    held.length,
  )
  const paidGifts = paid.flatMap(one => spread(one, one.amount))
  const paidDays = sessions
    .filter(session => paid.includes(session.of))
    .flatMap(session => spread(session.of, session.days))
  out.day_cost = divided(paidGifts, paidDays, paid.filter(one => one.amount !== null).length, paid.length)
  out.cost_per_organisation = divided(
    signed.flatMap(one => spread(one, one.amount)),
    engineered.map(organisation => ({ organisation, numerator: 1, denominator: null })),
    signed.filter(one => one.amount !== null).length,
    signed.length,
  )
  const providers = new Set(
    held.flatMap(session => (session.of.provider === null ? [] : [session.of.provider.trim().toLowerCase()])),
  )
  out.providers_active = {
    ...blank(providers.size, providers.size, 0),
    gifts: held.flatMap(session =>
      session.of.provider === null
        ? []
        : inScope(session.of).map(one => ({ organisation: orgOf(one), numerator: 1, denominator: null })),
    ),
  }

  // -- sheets: a session is one, however many its members
  const sheets = held.flatMap(session => {
    const isIncomplete = session.sheet === null || session.sheet === 'nobody' ? null : session.sheet !== 'signed'
    const orgs = members(session.of).length === 0 ? [null] : inScope(session.of).map(orgOf)
    return [{ isIncomplete, orgs }]
  })
  const checked = sheets.filter(({ isIncomplete }) => isIncomplete !== null)
  const incomplete = checked.filter(({ isIncomplete }) => isIncomplete)
  out.sheets_incomplete = {
    value: checked.length === 0 ? null : incomplete.length / checked.length,
    numerator: incomplete.length,
    denominator: checked.length,
    known: checked.length,
    missing: sheets.length - checked.length,
    gifts: checked.flatMap(({ isIncomplete, orgs }) =>
      orgs.map(organisation => ({
        organisation,
        numerator: isIncomplete ? 1 / orgs.length : 0,
        denominator: 1 / orgs.length,
      })),
    ),
  }

  // -- restitutions
  const restituted = cases.filter(one => inPeriod(one.restitutionOn))
  out.path_duration = middle(
    restituted.map(one => [orgOf(one), gap(one.diagnosticOn, one.restitutionOn)]),
    30.4375,
  )
  out.plan_execution = shared(
    data.actions.flatMap((action): [string | null, boolean][] => {
      const one = restituted.find(({ ref }) => ref === action.case)
      return one && action.status !== 'dropped' ? [[orgOf(one), action.status === 'done']] : []
    }),
  )

  // -- jobs
  const t0 = t0Of(data).flatMap(([photo, ref]) => (kept.has(ref) ? [{ photo, ref }] : []))
  const firstPhoto = (org: string): DataPhoto | null =>
    t0
      .filter(({ photo }) => root(photo.organisation) === org && inPeriod(photo.takenOn))
      .sort((a, b) => compare(a.photo.takenOn, b.photo.takenOn))[0]?.photo ?? null
  const photos = supported.map((org): [string, DataPhoto | null] => [org, firstPhoto(org)])
  out.jobs_concerned = summed(photos.map(([org, photo]) => [org, photo?.headcount ?? null]))
  out.jobs_concerned_fte = summed(photos.map(([org, photo]) => [org, photo?.fte ?? null]))
  const part = (of: (photo: DataPhoto) => number | null) =>
    proportion(photos.map(([org, photo]) => [org, photo ? of(photo) : null, photo?.headcount ?? null]))
  out.cdi_share = part(photo => photo.permanent)
  out.women_share = part(photo => photo.women)
  out.part_time_share = part(photo => photo.partTime)
  out.subsidised_share = part(photo => photo.subsidised)

  // -- answers
  const waves = data.followUps.flatMap((row, order) => {
    const one = kept.get(row.case)
    return one ? [{ ...row, order, org: orgOf(one) }] : []
  })
  const answered = (wave: DataFollowUp['wave']) => waves.filter(row => row.wave === wave && inPeriod(row.answeredOn))
  const t3 = answered('T3')
  const matched = pairsOf(t3, t0)
  const growth = proportion(matched.map(pair => [pair.org, pair.after, pair.before]))
  out.job_growth_matched = { ...growth, value: growth.value === null ? null : growth.value - 1 }
  const linked = matched.filter(pair => pair.after !== null && pair.jobLink !== null)
  const created = linked.flatMap((pair): OracleGift[] =>
    pair.jobLink === 'none'
      ? []
      : [{ organisation: pair.org, numerator: Math.max(0, (pair.after ?? 0) - (pair.before ?? 0)), denominator: null }],
  )
  out.jobs_created_declared = {
    ...blank(total(created), linked.length, matched.length - linked.length),
    gifts: created,
  }
  out.jobs_saved_declared = summed(t3.map(row => [row.org, row.jobsKept]))
  out.econ_improved = shared(t3.map(row => [row.org, row.situation === null ? null : row.situation === 'improved']))
  out.objectives_reached = shared(t3.map(row => [row.org, row.objectives === null ? null : row.objectives >= 3]))
  out.appropriation = averaged(t3.map(row => [row.org, row.appropriation]))
  out.satisfaction = averaged(answered('T1').map(row => [row.org, row.satisfaction]))
  out.followup_delay = middle(t3.map(row => [row.org, gap(row.plannedOn, row.answeredOn)]))
  const due = waves.filter(row => row.wave === 'T3' && inPeriod(row.plannedOn))
  out.followup_rate = shared(due.map(row => [row.org, row.answeredOn !== null && row.answeredOn <= to]))

  // -- the rest
  out.volunteer_hours = summed(
    data.volunteering.flatMap((row): [string | null, number | null][] => {
      const one = kept.get(row.case)
      return one && inPeriod(row.doneOn) ? [[orgOf(one), row.hours]] : []
    }),
  )
  out.abandoned = counted(cases.filter(one => inPeriod(one.abandonedOn)).map(orgOf))
  return out
}

/** Stands for an engineering's missing member where a cell asks for its key. */
const nobody: DataCase = {
  ref: '',
  organisation: null,
  programme: '',
  practitioner: null,
  channel: null,
  requestedOn: null,
  intakeOn: null,
  diagnosticOn: null,
  restitutionOn: null,
  abandonedOn: null,
  agreements: [],
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Merged organisations are one: the last of the chain. */
function rootOf(data: Dataset): (ref: string) => string {
  const next = new Map(data.organisations.map(one => [one.ref, one.mergedInto]))
  return ref => {
    let current = ref
    for (let into = next.get(current); into; into = next.get(current)) current = into
    return current
  }
}

/** Each T0 with the accompaniment that it belongs to. */
function t0Of(data: Dataset): [DataPhoto, string][] {
  const root = rootOf(data)
  return data.photos
    .filter(photo => photo.occasion === 'diagnostic')
    .flatMap((photo): [DataPhoto, string][] => {
      if (photo.case !== null) return [[photo, photo.case]]
      const [owner] = data.cases
        .filter(one => one.organisation !== null && root(one.organisation) === root(photo.organisation))
        .filter(one => one.diagnosticOn !== null && one.diagnosticOn >= photo.takenOn)
        .sort((a, b) => compare(a.diagnosticOn ?? '', b.diagnosticOn ?? ''))
      return owner ? [[photo, owner.ref]] : []
    })
}

type Answer = DataFollowUp & { org: string | null; order: number }
type Pair = { org: string | null; before: number | null; after: number | null; jobLink: DataFollowUp['jobLink'] }

/** One row per organisation with an answer: its pair, or a row of unknowns. */
function pairsOf(t3: Answer[], t0: { photo: DataPhoto; ref: string }[]): Pair[] {
  const owners = [...new Set(t3.map(row => row.org ?? row.case))]
  return owners.map(owner => {
    const mine = t3.filter(row => (row.org ?? row.case) === owner)
    const pairs = mine
      .map(row => ({ row, before: lastKnown(row.case, t0) }))
      .filter(({ row, before }) => row.headcount !== null && before !== null)
      .sort((a, b) => compare(a.row.answeredOn ?? '', b.row.answeredOn ?? '') || a.row.order - b.row.order)
    const last = pairs.at(-1)
    return {
      org: mine[0]?.org ?? null,
      before: last?.before ?? null,
      after: last?.row.headcount ?? null,
      jobLink: last?.row.jobLink ?? null,
    }
  })
}

const lastKnown = (ref: string, t0: { photo: DataPhoto; ref: string }[]): number | null =>
  t0
    .filter(one => one.ref === ref && one.photo.headcount !== null)
    .sort((a, b) => compare(a.photo.takenOn, b.photo.takenOn))
    .at(-1)?.photo.headcount ?? null

// -- arithmetic

const blank = (value: number, known: number, missing: number) => ({
  value,
  numerator: null,
  denominator: null,
  known,
  missing,
})
const total = (gifts: OracleGift[]) => gifts.reduce((sum, gift) => sum + (gift.numerator ?? 0), 0)
const distinctOf = (orgs: (string | null)[]) => [...new Set(orgs.filter(org => org !== null))]
const gap = (a: string | null, b: string | null): number | null => {
  const start = day(a)
  const end = day(b)
  return start && end ? daysBetween(start, end) : null
}

function counted(orgs: (string | null)[]): OracleFigure {
  const gifts = orgs.map(organisation => ({ organisation, numerator: 1, denominator: null }))
  return { ...blank(orgs.length, orgs.length, 0), gifts }
}
const distinct = (orgs: (string | null)[]) => counted(distinctOf(orgs))

function summed(rows: [string | null, number | null][]): OracleFigure {
  const gifts = rows.map(([organisation, numerator]) => ({ organisation, numerator, denominator: null }))
  const known = rows.filter(([, value]) => value !== null).length
  return { ...blank(total(gifts), known, rows.length - known), gifts }
}

function middle(rows: [string | null, number | null][], per = 1): OracleFigure {
  const figure = summed(rows)
  const sorted = rows.flatMap(([, value]) => (value === null ? [] : [value])).sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.floor(sorted.length / 2)]
  return { ...figure, value: low === undefined || high === undefined ? null : (low + high) / 2 / per }
}

function proportion(rows: [string | null, number | null, number | null][]): OracleFigure {
  const gifts = rows.flatMap(([organisation, numerator, denominator]) =>
    numerator === null || denominator === null ? [] : [{ organisation, numerator, denominator }],
  )
  const below = gifts.reduce((sum, gift) => sum + gift.denominator, 0)
  const above = total(gifts)
  return {
    value: below === 0 ? null : above / below,
    numerator: above,
    denominator: below,
    known: gifts.length,
    missing: rows.length - gifts.length,
    gifts,
  }
}
const averaged = (rows: [string | null, number | null][]) =>
  proportion(rows.map(([org, value]) => [org, value, value === null ? null : 1]))
const shared = (rows: [string | null, boolean | null][]) =>
  averaged(rows.map(([org, met]) => [org, met === null ? null : Number(met)]))

function divided(above: OracleGift[], below: OracleGift[], known: number, rows: number): OracleFigure {
  const numerator = total(above)
  const denominator = total(below)
  return {
    value: denominator === 0 ? null : numerator / denominator,
    numerator,
    denominator,
    known,
    missing: rows - known,
    gifts: [...above, ...below.map(gift => ({ ...gift, numerator: null, denominator: gift.numerator }))],
  }
}

/** The key of a case in a dimension, as `--by` writes it; null when unknown. */
export function keyOf(
  data: Dataset,
  dimension: string,
  ask: Omit<OracleAsk, 'keep'> & Partial<OracleAsk>,
): (one: DataCase) => string | null {
  const root = rootOf(data)
  const organisation = new Map(data.organisations.map(one => [one.ref, one]))
  const yesNo = (value: boolean | null | undefined) => (value === true ? 'oui' : value === false ? 'non' : null)
  const sizes = sizesOf(data, { keep: () => true, ...ask })
  return one => {
    if (one === nobody) return null
    const org = one.organisation === null ? undefined : organisation.get(root(one.organisation))
    switch (dimension) {
      case 'programme':
        return one.programme
      case 'practitioner':
        return one.practitioner
      case 'department':
        return org?.commune ? departmentOf(org.commune) : null
      case 'region':
        return org?.commune ? (regions[departmentOf(org.commune)] ?? null) : null
      case 'sector':
        return org?.sector ?? null
      case 'legal_form':
        return org?.legalForm ?? null
      case 'qpv':
        return yesNo(org?.qpv)
      case 'frr':
        return yesNo(org?.frr)
      default:
        return org ? (sizes.get(org.ref) ?? null) : null
    }
  }
}

/** Of the departments that the tests use. */
const regions: Record<string, string> = { '45': '24', '28': '24', '75': '11', '2A': '94', '974': '04' }

function sizesOf(data: Dataset, ask: OracleAsk): Map<string, string> {
  const jobs = oracle(data, ask).jobs_concerned
  return new Map(
    (jobs?.gifts ?? []).flatMap(({ organisation, numerator: jobsThere }): [string, string][] => {
      if (organisation === null || jobsThere === null) return []
      const size = jobsThere === 0 ? '0' : jobsThere < 10 ? '1–9' : jobsThere < 50 ? '10–49' : '50+'
      return [[organisation, size]]
    }),
  )
}
