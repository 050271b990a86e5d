import { addDays, addMonths, type Day, daysBetween } from '#app/kernel/day.ts'

/**
 * What the national guide of collective accompaniments advises (S003, domain §7): each is a warning that asks for a
 * reason, never a wall. The numbers are the guide's.
 */
export const limitCodes = [
  'group-size',
  'too-few',
  'young-organisations',
  'not-employers',
  'no-leader',
  'no-governance',
  'governance-absent',
  'charter-unsigned',
  'too-short',
  'too-long',
  'leader-effort',
  'few-days',
  'session-length',
  'close-sessions',
  'work-missing',
  'no-third-person',
  'thematic-alone',
  'no-awareness',
] as const
export type LimitCode = (typeof limitCodes)[number]
export type PassedLimit = { code: LimitCode; params: Record<string, string | number> }

const mostMembers = 8
const leastYears = 3
const [shortestMonths, longestMonths] = [3, 6]
const [leastEffort, mostEffort] = [16, 24]
/** Ten days, and a day and a quarter for each organisation. */
const [leastQuarters, quartersEach] = [40, 5]
const leastGapDays = 14
const [shortestSession, longestSession] = [2, 4]
/** How long before the start a group that is too small is told. */
const noticeDays = 15

export type LimitMember = {
  name: string
  foundedOn: Day | null
  /** Null while unknown. */
  isEmployer: boolean | null
  leader: string | null
  governance: string | null
  charterSignedOn: Day | null
  leaderQuarters: number | null
  isWithdrawn: boolean
  /** Somebody of the governance was noted at a session of the group. */
  governanceCame: boolean
  works: readonly { phase: number; withGovernance: boolean }[]
  review: { thirdPerson: string | null } | null
}
export type LimitSession = { kind: string | null; status: string; heldOn: Day | null; quarters: number | null }

export type LimitFacts = {
  today: Day
  startsOn: Day | null
  endsOn: Day | null
  orderedQuarters: number | null
  minimum: number
  isThematicAlone: boolean
  members: readonly LimitMember[]
  sessions: readonly LimitSession[]
}

/** The limits that this group passes, in the order of the guide. */
export function limitsPassed(facts: LimitFacts): PassedLimit[] {
  const { today, startsOn, endsOn, orderedQuarters, minimum } = facts
  const active = facts.members.filter(({ isWithdrawn }) => !isWithdrawn)
  const dated = facts.sessions
    .flatMap(({ heldOn, ...session }) => (heldOn && session.status !== 'cancelled' ? [{ ...session, heldOn }] : []))
    .sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0))
  const together = dated.filter(({ kind }) => kind === 'collective')
  const held = together.filter(({ status }) => status === 'held')
  const named = (which: (member: LimitMember) => boolean) =>
    active
      .filter(which)
      .map(({ name }) => name)
      .join(', ')
  const passed: PassedLimit[] = []
  const say = (code: LimitCode, is: boolean, params: PassedLimit['params'] = {}) => {
    if (is) passed.push({ code, params })
  }
  const sayNamed = (code: LimitCode, which: (member: LimitMember) => boolean) => {
    const names = named(which)
    say(code, names !== '', { names })
  }

  say('group-size', active.length > mostMembers, { count: active.length, most: mostMembers })
  const opens = startsOn !== null && addDays(startsOn, -noticeDays) <= today
  say('too-few', opens && active.length < minimum, { count: active.length, least: minimum })
  const since = addMonths(startsOn ?? today, -12 * leastYears)
  sayNamed('young-organisations', ({ foundedOn }) => foundedOn !== null && foundedOn > since)
  sayNamed('not-employers', ({ isEmployer }) => isEmployer === false)
  sayNamed('no-leader', ({ leader }) => !leader)
  sayNamed('no-governance', ({ governance }) => !governance)
  if (held.length > 0) {
    sayNamed(
      'governance-absent',
      ({ governanceCame, works }) => !governanceCame && !works.some(({ withGovernance }) => withGovernance),
    )
    sayNamed('charter-unsigned', ({ charterSignedOn }) => charterSignedOn === null)
  }
  if (startsOn && endsOn) {
    say('too-short', addMonths(startsOn, shortestMonths) > endsOn, { months: shortestMonths })
    say('too-long', addMonths(startsOn, longestMonths) < endsOn, { months: longestMonths })
  }
  sayNamed(
    'leader-effort',
    ({ leaderQuarters }) => leaderQuarters !== null && (leaderQuarters < leastEffort || leaderQuarters > mostEffort),
  )
  const wanted = Math.max(leastQuarters, quartersEach * active.length)
  say('few-days', orderedQuarters !== null && orderedQuarters < wanted, {
    days: (orderedQuarters ?? 0) / 4,
    wanted: wanted / 4,
  })
  const odd = together.filter(
    ({ quarters }) => quarters !== null && (quarters < shortestSession || quarters > longestSession),
  )
  say('session-length', odd.length > 0, { count: odd.length })
  const close = together.filter((session, index) => {
    const before = together[index - 1]
    return before !== undefined && daysBetween(before.heldOn, session.heldOn) < leastGapDays
  })
  say('close-sessions', close.length > 0, { count: close.length })
  // Work is asked before each of the first two sessions of the group.
  const due = [0, 1].filter(phase => together[phase] !== undefined)
  sayNamed('work-missing', ({ works }) => due.some(phase => !works.some(work => work.phase === phase)))
  sayNamed('no-third-person', ({ review }) => review !== null && !review.thirdPerson)
  say('thematic-alone', facts.isThematicAlone)
  const [first] = together
  const isTold = dated.some(({ kind, heldOn }) => kind === 'awareness' && first !== undefined && heldOn <= first.heldOn)
  say('no-awareness', first !== undefined && !isTold)
  return passed
}

/** Members who neither had their individual review nor left: the group does not close without them. */
export const withoutReview = (members: readonly LimitMember[]): LimitMember[] =>
  members.filter(({ isWithdrawn, review }) => !isWithdrawn && review === null)
