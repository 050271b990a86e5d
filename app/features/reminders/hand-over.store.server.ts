import { type PlannedSend, planSend, type SendContext } from '#app/features/messages/sends.store.server.ts'
import { notifyTogether } from '#app/features/notifications/notify.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { sideBySide } from '#app/kernel/side-by-side.ts'
import { pageOf } from './reminder-addresses.ts'
import { type Reach, type Reached, reachOf } from './reminder-recipients.store.server.ts'
import type { Reminder } from './reminder-rules.ts'
import { type HandedOver, type ReminderEnd, writeReminders } from './reminders.store.server.ts'
import { type RuleGroup, ruleOf } from './rules-in-force.store.server.ts'

type Handing = SendContext & {
  operator: { id: string; slug: string; settings: Record<string, unknown> }
  today: Day
}

/** Writes reminders of these rules, and gives each to the ledger of messages or to the notifications of the team. */
export async function handOver(
  ctx: Handing,
  reminders: readonly Reminder[],
  groups: readonly RuleGroup[],
): Promise<void> {
  const reach = await reachOf(ctx, reminders)
  const told = new Map(reminders.map(reminder => [reminder, reach.of(reminder)]))
  const nobody = { state: 'stopped', stoppedBecause: 'no-address' } as const
  const endOf = (reminder: Reminder): ReminderEnd => {
    if (reminder.channel === 'product') return { state: 'due' }
    return told.get(reminder)?.some(({ email }) => email) ? { state: 'done' } : nobody
  }
  const written = await writeReminders(
    ctx,
    reminders.map(reminder => ({ reminder, end: endOf(reminder) })),
  )
  const letters = written.filter(({ reminder }) => endOf(reminder).state === 'done')
  await sideBySide(letters.map(handed => planLetters(ctx, handed, told.get(handed.reminder) ?? [])))
  const notices = written.flatMap(handed => {
    const end = endOf(handed.reminder).state
    return end === 'done' ? [] : noticesOf(ctx, handed, { reach, groups, isDue: end === 'due' })
  })
  await notifyTogether(ctx.tx, ctx.operator.id, ctx.now, notices)
}

/** In the product: to those it is for, or to whoever follows the case when nobody there can be written to. */
function noticesOf(
  { operator }: Handing,
  { id, reminder }: HandedOver,
  { reach, groups, isDue }: { reach: Reach; groups: readonly RuleGroup[]; isDue: boolean },
) {
  const { rule, accompanimentId, subjectId, occurrence, anchorOn, name } = reminder
  const found = reach.cases.get(accompanimentId ?? '')
  const label = ruleOf(groups, reminder)?.label
  const fallback = accompanimentId ? ('practitioner' as const) : ('manager' as const)
  const told = isDue ? reach.of(reminder) : reach.of({ ...reminder, to: fallback })
  return told.flatMap(({ userId }) =>
    userId
      ? [
          {
            about: `${rule}:${subjectId}:${occurrence}:${anchorOn}`,
            userId,
            kind: noticeKind(isDue, accompanimentId !== null),
            accompanimentId,
            data: {
              reminder: id,
              number: found?.number ?? '',
              organisation: found?.organisation ?? name ?? '',
              fr: label?.fr ?? '',
              en: label?.en ?? '',
            },
            address: pageOf(operator.slug, reminder, found?.number ?? null),
          },
        ]
      : [],
  )
}

const noticeKind = (isDue: boolean, isOfCase: boolean) =>
  isOfCase ? (isDue ? 'reminder' : 'reminder.no-address') : isDue ? 'reminder.operator' : 'reminder.operator-no-address'

async function planLetters(
  ctx: Handing,
  { id, reminder, addition }: HandedOver,
  told: readonly Reached[],
): Promise<void> {
  const { accompanimentId } = reminder
  for (const { email, userId, personId, locale } of told)
    if (email)
      await planSend(ctx, {
        ...letterOf(id, reminder, { email, personId }),
        recipient: email,
        recipientUserId: userId,
        accompanimentId,
        locale,
        addition,
      })
}

const general = {
  practitioner: 'reminder.team',
  manager: 'reminder.team',
  provider: 'reminder.provider',
  organisation: 'reminder.organisation',
  person: 'reminder.organisation',
  partner: 'referral.reminder',
} as const

/** The letter of its own that a wave or a diagnostic has, with its personal link; the general one otherwise. */
function letterOf(
  id: string,
  { letter, trigger, to, subjectId, occurrence }: Reminder,
  { email, personId }: { email: string; personId: string | null },
): Pick<PlannedSend, 'key' | 'message' | 'payload'> {
  const ofWave = { payload: { followUpId: subjectId } }
  if (letter === 'first') return { ...ofWave, key: `follow-up.wave:${subjectId}`, message: 'follow-up.wave' }
  if (letter === 'again')
    return { ...ofWave, key: `follow-up.reminder:${subjectId}:${occurrence}`, message: 'follow-up.reminder' }
  if (trigger === 'diagnostic_sent' && to === 'organisation' && personId)
    return {
      key: `diagnostic.reminder:${subjectId}:${occurrence}`,
      message: 'diagnostic.reminder',
      payload: { diagnosticId: subjectId, personId },
    }
  if (to === 'partner')
    return {
      key: `referral.reminder:${id}`,
      message: 'referral.reminder',
      payload: { reminderId: id, referralId: subjectId },
    }
  return { key: `reminder:${id}:${email}`, message: general[to], payload: { reminderId: id } }
}
