import type { ReminderRule } from '#app/features/programmes/programme-definition.ts'
import { addBusinessDays, addDays, type Day } from '#app/kernel/day.ts'

export type Trigger = ReminderRule['trigger']
export type ReminderRecipient = ReminderRule['occurrences'][number]['to']

/** What reminders look at in one case that is under way. */
export type ReminderFacts = {
  accompanimentId: string
  /** Anchors of before this day are history that was imported: they start nothing. */
  historyUntil: Day | null
  requestedOn: Day | null
  intakeOn: Day | null
  diagnosticStartedOn: Day | null
  diagnosticId: string | null
  diagnosticSentOn: Day | null
  diagnosticValidatedOn: Day | null
  followUps: readonly WaveFacts[]
}
export type WaveFacts = {
  id: string
  plannedOn: Day | null
  state: 'planned' | 'sent' | 'reminded'
  /** The day on which the organisation was written to. */
  writtenOn: Day | null
  historyUntil: Day | null
}

export type Reminder = {
  rule: string
  trigger: Trigger
  accompanimentId: string
  /** What it is about: the case, its diagnostic, one of its waves. With the rule and the occurrence, it is unique. */
  subjectId: string
  /** From 1. */
  occurrence: number
  dueOn: Day
  to: ReminderRecipient
  /** It follows a letter that has not left yet: its day will be counted again from that one. */
  waits: boolean
}

/** Later than this it is no longer a reminder: workers that were away for months do not write to everybody at once. */
const lookBackDays = 60

/** The reminders whose day has come, whatever has been sent already; those that time has overtaken are left out. */
export function dueReminders(facts: ReminderFacts, rules: readonly ReminderRule[], today: Day): Reminder[] {
  const first = addDays(today, -lookBackDays)
  return everyReminder(facts, rules).filter(({ dueOn, waits }) => !waits && dueOn <= today && dueOn >= first)
}

/** What will come if nothing changes, the soonest first. */
export function comingReminders(facts: ReminderFacts, rules: readonly ReminderRule[], today: Day): Reminder[] {
  return everyReminder(facts, rules)
    .filter(({ dueOn }) => dueOn > today)
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
}

/**
 * Of the reminders to send now, only the latest of each subject and recipient leaves: after days without workers nobody
 * receives the first and the second together.
 */
export function latestOfEach<R extends Pick<Reminder, 'subjectId' | 'to' | 'dueOn' | 'rule'>>(
  reminders: readonly R[],
): { sent: R[]; overtaken: R[] } {
  const latest = new Map<string, R>()
  for (const reminder of reminders) {
    const key = `${reminder.rule} ${reminder.subjectId} ${reminder.to}`
    const known = latest.get(key)
    if (!known || known.dueOn <= reminder.dueOn) latest.set(key, reminder)
  }
  const sent = [...latest.values()]
  return { sent, overtaken: reminders.filter(reminder => !sent.includes(reminder)) }
}

/** Whether the rule has nothing to ask about this subject any more. */
export function isSettled(rule: ReminderRule, facts: ReminderFacts, subjectId: string): boolean {
  switch (rule.stop) {
    case 'intake_held':
      return facts.intakeOn !== null
    case 'diagnostic_validated':
      return facts.diagnosticValidatedOn !== null
    case 'follow_up_settled':
      return !facts.followUps.some(({ id }) => id === subjectId)
  }
}

function everyReminder(facts: ReminderFacts, rules: readonly ReminderRule[]): Reminder[] {
  return rules.flatMap(rule =>
    subjectsOf(rule, facts)
      .filter(({ subjectId }) => !isSettled(rule, facts, subjectId))
      .flatMap(subject => occurrencesOf(rule, facts.accompanimentId, subject)),
  )
}

type Subject = { subjectId: string; anchor: Day; wave: WaveFacts | null }

function subjectsOf({ trigger }: ReminderRule, facts: ReminderFacts): Subject[] {
  if (trigger === 'follow_up_planned')
    return facts.followUps.flatMap(wave =>
      wave.plannedOn && isOurs(wave.plannedOn, wave.historyUntil)
        ? [{ subjectId: wave.id, anchor: wave.plannedOn, wave }]
        : [],
    )
  const [anchor, subjectId] = {
    requested: [facts.requestedOn, facts.accompanimentId] as const,
    diagnostic_started: [facts.diagnosticStartedOn, facts.accompanimentId] as const,
    diagnostic_sent: [facts.diagnosticSentOn, facts.diagnosticId] as const,
  }[trigger]
  return anchor && subjectId && isOurs(anchor, facts.historyUntil) ? [{ subjectId, anchor, wave: null }] : []
}

const isOurs = (anchor: Day, historyUntil: Day | null) => historyUntil === null || anchor > historyUntil

function occurrencesOf(rule: ReminderRule, accompanimentId: string, { subjectId, anchor, wave }: Subject): Reminder[] {
  const firstLetter = rule.occurrences.find(({ to }) => to === 'organisation')?.days ?? 0
  return rule.occurrences.flatMap(({ days, business, to }, index) => {
    const planned = business && days >= 0 ? addBusinessDays(anchor, days) : addDays(anchor, days)
    const follows = wave !== null && to === 'organisation' && days > firstLetter
    const dueOn = wave && to === 'organisation' ? letterDay(wave, planned, days - firstLetter) : planned
    if (dueOn === null) return []
    const waits = follows && wave.state === 'planned'
    const { rule: code, trigger } = rule
    return [{ rule: code, trigger, accompanimentId, subjectId, occurrence: index + 1, dueOn, to, waits }]
  })
}

/**
 * The first letter of a wave leaves on its day; the next one so many days after the first really left: an organisation
 * that was written to late is not reminded early. Null when the letter has left.
 */
function letterDay({ state, writtenOn }: WaveFacts, planned: Day, daysAfterFirst: number): Day | null {
  if (state === 'planned') return planned
  if (daysAfterFirst <= 0 || state === 'reminded') return null
  const counted = writtenOn ? addDays(writtenOn, daysAfterFirst) : planned
  return counted > planned ? counted : planned
}
