import { publicUrl } from '#app/env.server.ts'
import { missionPageOf, pageOf } from '#app/features/reminders/reminder-addresses.ts'
import type { ReminderRule } from '#app/features/reminders/reminder-rule.ts'
import type { Reminder } from '#app/features/reminders/reminder-rules.ts'
import { lockSubject } from '#app/features/reminders/reminder-subjects.store.server.ts'
import { reminderById, stillAsked } from '#app/features/reminders/reminders.store.server.ts'
import { ruleOf, rulesInForce } from '#app/features/reminders/rules-in-force.store.server.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { id, object } from '#app/kernel/input.ts'
import type { Letter } from './letter.ts'
import { wordsOf } from './member.message.server.ts'
import { caseFacts, hasGrant, userFacts } from './message-facts.store.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

type Ids = { reminderId: string }
type Standing = { reminder: Reminder; rule: ReminderRule }
type Facts = Awaited<ReturnType<typeof factsOf>>

/** What a rule still asks, in one letter: what, about which case, why, and what ends it. */
const reminderLetter = (said: (writing: Writing, reminder: Reminder, facts: Facts) => Partial<Letter>) =>
  defineWriter({
    payload: object({ reminderId: id() }),
    stopped,
    write: async (writing, ids) => {
      const standing = await standingOf(writing, ids)
      if (!standing) return null
      const facts = await factsOf(writing, standing.reminder)
      return letterOf(writing, standing, facts, said(writing, standing.reminder, facts))
    },
  })

/** To a member of the team, with the page where it is answered. */
export const reminderTeam = reminderLetter((writing, reminder, facts) => {
  const address = `${publicUrl()}${pageOf(writing.operator.slug, reminder, facts?.number ?? null)}`
  return { action: { label: wordsOf(writing)('reminder.open'), address } }
})

/** To a consultant, with her mission; to her firm, which has no account, to be answered. */
export const reminderProvider = reminderLetter((writing, reminder) => {
  const t = wordsOf(writing)
  const page = writing.send.recipientUserId && missionPageOf(writing.operator.slug, reminder)
  const why = t(page ? 'whyMember' : 'whyProvider', { operator: writing.operator.name })
  return page
    ? { why, action: { label: t('reminder.openMission'), address: `${publicUrl()}${page}` } }
    : { why, after: [t('reminder.answer')] }
})

/** To the contact of the organisation, or the person whom the case is about: she answers the letter. */
export const reminderOrganisation = reminderLetter((writing, _reminder, facts) => {
  const { operator } = writing
  const t = wordsOf(writing)
  return {
    greeting: facts?.contactName ? t('greeting', { name: facts.contactName }) : t('greetingUnnamed'),
    after: [t('reminder.answer')],
    signature: facts?.practitionerName
      ? t('signatureFor', { name: facts.practitionerName, operator: operator.name })
      : operator.name,
    why: t('whyCase', { operator: operator.name, organisation: facts?.organisation ?? '' }),
  }
})

async function stopped(writing: Writing, ids: Ids): Promise<string | null> {
  const { tx, operator, today, send } = writing
  const standing = await standingOf(writing, ids)
  if (!standing) return 'settled'
  const userId = send.recipientUserId
  return userId === null || (await hasGrant(tx, operator.id, { userId, today })) ? null : 'revoked'
}

/** The reminder as its rule sees it now, its subject held; null when it is settled, or counts from another day. */
export async function standingOf({ tx, operator, today }: Writing, { reminderId }: Ids): Promise<Standing | null> {
  const written = await reminderById(tx, operator.id, reminderId)
  if (!written) return null
  const groups = await rulesInForce(tx, operator)
  const asking = { tx, operator, today }
  const asked = groups.find(({ rules }) => rules.some(({ rule }) => rule.rule === written.rule))
  if (!asked) return null
  await lockSubject(asking, { ...written, trigger: asked.trigger })
  const reminder = (await stillAsked(asking, groups, [written])).get(reminderId)
  const rule = reminder && ruleOf(groups, reminder)
  return reminder && rule ? { reminder, rule } : null
}

const factsOf = async ({ tx, operator }: Writing, { accompanimentId }: Reminder) =>
  accompanimentId ? caseFacts(tx, { operatorId: operator.id, id: accompanimentId }) : null

async function letterOf(
  writing: Writing,
  { reminder, rule }: Standing,
  facts: Facts,
  said: Partial<Letter>,
): Promise<Letter> {
  const { operator, locale, send, tx } = writing
  const t = wordsOf(writing)
  const about = facts ? (facts.organisation ?? facts.number) : (reminder.name ?? '')
  const label = rule.label[locale]
  const user = send.recipientUserId ? await userFacts(tx, send.recipientUserId) : null
  return {
    subject: about ? t('reminder.subject', { label, about }) : label,
    preview: rule.why?.[locale] ?? label,
    greeting: user ? t('greeting', { name: user.name }) : t('greetingUnnamed'),
    paragraphs: [
      t(facts ? 'reminder.case' : 'reminder.about', {
        about,
        number: facts?.number ?? '',
        on: formatDay(reminder.anchorOn, locale),
      }),
      ...(rule.why ? [rule.why[locale]] : []),
    ],
    closing: t('closing'),
    signature: operator.name,
    why: t('whyMember', { operator: operator.name }),
    ...(facts?.practitionerEmail && facts.practitionerEmail !== send.recipient && { replyTo: facts.practitionerEmail }),
    ...said,
  }
}
