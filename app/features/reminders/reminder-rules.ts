import { nextSendingInstant } from '#app/kernel/business-hours.ts'
import { addBusinessDays, addDays, type Day, dayOf, instantOf } from '#app/kernel/day.ts'
import type { ReminderOccurrence, ReminderRule } from './reminder-rule.ts'
import {
  isTeam,
  mostOccurrences,
  type ReminderChannel,
  type ReminderRecipient,
  type Trigger,
} from './reminder-vocabulary.ts'

/** What a rule is about: one row that its trigger selects, and that no stop condition has ended. */
export type Subject = {
  subjectId: string
  /** Null when it belongs to the operator. */
  accompanimentId: string | null
  programmeId: string | null
  engineeringId: string | null
  /** Whose session it is, when that is known. */
  consultantId: string | null
  anchor: Day
  /** Of what belongs to the operator. */
  name: string | null
  wave: WaveFacts | null
  /** Of a referral: the day on which its partner was asked for an answer. Null when nobody there can be written to. */
  partnerAskedOn: Day | null
}
export type WaveFacts = {
  state: 'planned' | 'sent' | 'reminded'
  /** The day on which the organisation was written to. */
  writtenOn: Day | null
}

export type Reminder = Omit<Subject, 'wave' | 'anchor' | 'partnerAskedOn'> & {
  rule: string
  trigger: Trigger
  anchorOn: Day
  /** From 1. With the rule, the subject and the anchor, it is unique. */
  occurrence: number
  dueOn: Day
  to: ReminderRecipient
  channel: ReminderChannel
  /** Of a wave: its first letter, or one that recalls it. Null for everything else. */
  letter: 'first' | 'again' | null
  /** The occurrence of the letter that it follows, while that one has not left: its day will be counted again from it. */
  waitsFor: number | null
  /** What somebody decided about it; `dueOn` is then the day that she chose. */
  change: ReminderChange | null
}

/** Of a reminder that has not left. */
export type ReminderChange = {
  /** Of its row. */
  id: string
  advancedTo: Day | null
  addition: string | null
  reason: string | null
  /** The day that the rule says. */
  ruleDay: Day
}

/** Later than this it is no longer a reminder: workers that were away for months do not write to everybody at once. */
export const lookBackDays = 60

/** Every occurrence of the rule about this subject, whatever was sent already. */
export function remindersOf(rule: ReminderRule, subject: Subject, today: Day): Reminder[] {
  if (rule.off) return []
  const { wave, anchor, partnerAskedOn, ...about } = subject
  const dueDays = rule.occurrences.map(({ days, business }) => shifted(anchor, days, business))
  const letters = rule.occurrences.filter(({ to }) => wave && to === 'organisation').map(({ days }) => days)
  const base = { ...about, rule: rule.rule, trigger: rule.trigger, anchorOn: anchor, change: null }
  const firstLetter = rule.occurrences.findIndex(
    ({ to, days }) => to === 'organisation' && days === Math.min(...letters),
  )
  const found = rule.occurrences.flatMap(({ days, business, to, channel }, index): Reminder[] => {
    const occurrence = { ...base, occurrence: index + 1, to, channel: channel ?? usualChannel(to) }
    if (to === 'partner') {
      if (!partnerAskedOn) return []
      const from = partnerAskedOn > anchor ? partnerAskedOn : anchor
      return [{ ...occurrence, dueOn: shifted(from, days, business), letter: null, waitsFor: null }]
    }
    const planned = dueDays[index] ?? anchor
    if (!wave || to !== 'organisation') return [{ ...occurrence, dueOn: planned, letter: null, waitsFor: null }]
    const rank = letters.filter(other => other < days).length
    const first = addDays(anchor, Math.min(...letters))
    const dueOn = letterDay(wave, { planned, rank, first, after: days - Math.min(...letters), today })
    const waitsFor = rank > 0 && wave.state === 'planned' ? firstLetter + 1 : null
    return dueOn ? [{ ...occurrence, dueOn, letter: rank > 0 ? 'again' : 'first', waitsFor }] : []
  })
  return [...found, ...escalated(rule, dueDays, base)]
}

export const usualChannel = (to: ReminderRecipient): ReminderChannel => (isTeam(to) ? 'product' : 'mail')

/** A hundred thousand cases count from a few hundred days: each is counted once. */
const counted = new Map<string, Day>()
const countedAtMost = 20_000

function shifted(from: Day, days: number, business: boolean): Day {
  if (!business) return addDays(from, days)
  const key = `${from} ${days}`
  const known = counted.get(key)
  if (known) return known
  if (counted.size >= countedAtMost) counted.clear()
  const found = addBusinessDays(from, days)
  counted.set(key, found)
  return found
}

/**
 * A manager is told in the end, so many days after the last occurrence. Always under the same rank: an operator that
 * reminds once more, or once less, does not tell her twice.
 */
function escalated(
  { escalation }: ReminderRule,
  dueDays: readonly Day[],
  base: Omit<Reminder, 'occurrence' | 'dueOn' | 'to' | 'channel' | 'letter' | 'waitsFor'>,
): Reminder[] {
  const last = [...dueDays].sort().at(-1)
  if (!escalation || !last) return []
  const dueOn = shifted(last, escalation.days, escalation.business)
  const told = { to: 'manager', channel: 'product', letter: null, waitsFor: null } as const
  return [{ ...base, ...told, occurrence: mostOccurrences + 1, dueOn }]
}

/** `rank` counts the letters before this one; `first` is the day of the first, and `after` how long after it this one comes. */
type LetterPlan = { planned: Day; rank: number; first: Day; after: number; today: Day }

/**
 * The first letter of a wave leaves on its day; the next ones so many days after the first really left: an organisation
 * that was written to late is not reminded early. Null when the letter has left.
 */
function letterDay({ state, writtenOn }: WaveFacts, { planned, rank, first, after, today }: LetterPlan): Day | null {
  if (rank === 0) return state === 'planned' ? planned : null
  if (rank === 1 && state === 'reminded') return null
  const leaves = state === 'planned' ? leavesOn(first > today ? first : today, 'mail') : writtenOn
  const afterLetter = leaves ? addDays(leaves, after) : planned
  return afterLetter > planned ? afterLetter : planned
}

/** The day on which what is due that day leaves: letters keep business days, the product does not. */
export const leavesOn = (dueOn: Day, channel: ReminderChannel): Day =>
  channel === 'mail' ? dayOf(nextSendingInstant(instantOf(dueOn, 9))) : dueOn

/** Those whose day has come; what time has overtaken is left out. */
export function dueOnly(reminders: readonly Reminder[], today: Day): Reminder[] {
  const first = addDays(today, -lookBackDays)
  return reminders.filter(({ dueOn, waitsFor }) => waitsFor === null && dueOn <= today && dueOn >= first)
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
  const sent = new Set(latest.values())
  return { sent: [...sent], overtaken: reminders.filter(reminder => !sent.has(reminder)) }
}

/**
 * What the sweeps of each day to `until` will hand over if nothing changes: `reminders` are those that nothing was
 * written of. What is late leaves today.
 */
export function plannedReminders(
  reminders: readonly Reminder[],
  { today, until }: { today: Day; until: Day },
): Reminder[] {
  const first = addDays(today, -lookBackDays)
  const byDay = new Map<Day, Reminder[]>()
  for (const reminder of reminders) {
    if (reminder.dueOn < first || reminder.dueOn > until) continue
    const on = reminder.dueOn < today ? today : reminder.dueOn
    byDay.set(on, [...(byDay.get(on) ?? []), reminder])
  }
  return [...byDay]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([on, due]) => latestOfEach(due).sent.map(reminder => ({ ...reminder, dueOn: on })))
}

/** The anchors that can have an occurrence due between two days; wider by what business days may skip. */
export function anchorWindow(rules: readonly ReminderRule[], from: Day, to: Day): { from: Day; to: Day } {
  const reach = rules.flatMap(({ occurrences, escalation }) => {
    const offsets = occurrences.map(calendarReach)
    const last = Math.max(...offsets.map(({ most }) => most))
    const after = escalation ? last + calendarReach(escalation).most : last
    return [...offsets, { least: last, most: after }]
  })
  const least = Math.min(...reach.map(({ least }) => least))
  const most = Math.max(...reach.map(({ most }) => most))
  return { from: addDays(from, -most), to: addDays(to, -least) }
}

/** Calendar days that an offset may stand for: five business days are a week, and up to five weeks more in a break. */
function calendarReach({ days, business }: Pick<ReminderOccurrence, 'days' | 'business'>): {
  least: number
  most: number
} {
  if (!business) return { least: days, most: days }
  const far = Math.sign(days) * (Math.ceil((Math.abs(days) * 7) / 5) + 40 + Math.floor(Math.abs(days) / 10) * 10)
  return { least: Math.min(days, far), most: Math.max(days, far) }
}
