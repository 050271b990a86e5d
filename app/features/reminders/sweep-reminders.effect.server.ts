import type { CommandContext } from '#app/access/command.server.ts'
import { defineEffect } from '#app/access/effect.server.ts'
import { stateOf } from '#app/features/accompaniments/lifecycle.ts'
import { type PlannedSend, planSend } from '#app/features/messages/sends.store.server.ts'
import { notifyAboutCase } from '#app/features/notifications/notify.store.server.ts'
import type { ReminderRule } from '#app/features/programmes/programme-definition.ts'
import { type Programme, programmeById } from '#app/features/programmes/programmes.store.server.ts'
import { object } from '#app/kernel/input.ts'
import { lastAskedToValidate, type RemindedCase, remindedCases } from './reminder-facts.store.server.ts'
import { dueReminders, isSettled, latestOfEach, type Reminder } from './reminder-rules.ts'
import {
  missingReminders,
  openReminders,
  type ReminderEnd,
  stopReminders,
  writeReminder,
} from './reminders.store.server.ts'

/** Reminders written in one transaction: a day with thousands of them holds none for minutes. */
const batch = 300

/**
 * Writes the reminders that are due and missing, and hands each over: a letter to the organisation, a notification to the
 * practitioner. It looks at how things are, not at what has just happened: run late, it does what was missed; run twice,
 * it does nothing more. Answers how many it handed over.
 */
export const sweepReminders = defineEffect({
  name: 'reminder.sweep',
  input: object({}),
  run: async ({ transaction }) => {
    let handedOver = 0
    for (;;) {
      const { written, more } = await transaction(sweepOnce)
      handedOver += written
      if (!more) return handedOver
    }
  },
})

async function sweepOnce(ctx: CommandContext): Promise<{ written: number; more: boolean }> {
  const { tx, operator, today } = ctx
  const cases = await remindedCases(tx, operator.id)
  const rulesOf = await rulesByCase(ctx, cases)
  const byId = new Map(cases.map(known => [known.id, known]))
  await stopSettled(ctx, byId, rulesOf)
  const due = cases.flatMap(({ id, facts }) => dueReminders(facts, rulesOf.get(id) ?? [], today))
  const { sent, overtaken } = latestOfEach(await missingReminders(tx, operator.id, due))
  for (const reminder of overtaken.slice(0, batch))
    await writeReminder(tx, operator.id, ctx.now, reminder, { state: 'stopped', stoppedBecause: 'overtaken' })
  for (const reminder of sent.slice(0, batch)) {
    const known = byId.get(reminder.accompanimentId)
    const rule = rulesOf.get(reminder.accompanimentId)?.find(({ rule: code }) => code === reminder.rule)
    if (known && rule) await handOver(ctx, reminder, known, rule)
  }
  return { written: Math.min(sent.length, batch), more: sent.length > batch || overtaken.length > batch }
}

type Rules = Map<string, readonly ReminderRule[]>

/** No rule for a state that is a pause or an end. */
async function rulesByCase({ tx, operator }: CommandContext, cases: readonly RemindedCase[]): Promise<Rules> {
  const programmes = new Map<string, Programme | null>()
  for (const programmeId of new Set(cases.map(known => known.programmeId)))
    programmes.set(programmeId, await programmeById(tx, operator.id, programmeId))
  return new Map(
    cases.map(({ id, programmeId, state }) => {
      const definition = programmes.get(programmeId)?.definition
      const isOpen = definition ? stateOf(definition, state)?.kind === 'open' : false
      return [id, isOpen && definition ? definition.reminders : []]
    }),
  )
}

/** What was asked of a practitioner, and is done or needed no more. */
async function stopSettled(ctx: CommandContext, byId: Map<string, RemindedCase>, rulesOf: Rules): Promise<void> {
  const { tx, operator, now } = ctx
  const settled = (await openReminders(tx, operator.id)).filter(({ rule: code, subjectId, accompanimentId }) => {
    const known = accompanimentId ? byId.get(accompanimentId) : undefined
    const rule = rulesOf.get(accompanimentId ?? '')?.find(({ rule }) => rule === code)
    return !known || !rule || isSettled(rule, known.facts, subjectId)
  })
  await stopReminders(
    tx,
    operator.id,
    settled.map(({ id }) => id),
    { now, because: 'settled' },
  )
}

async function handOver(
  ctx: CommandContext,
  reminder: Reminder,
  known: RemindedCase,
  rule: ReminderRule,
): Promise<void> {
  const { tx, operator, now } = ctx
  const letter = reminder.to === 'organisation' ? await letterOf(ctx, reminder, known) : null
  const end: ReminderEnd =
    reminder.to === 'practitioner'
      ? { state: 'due' }
      : letter
        ? { state: 'done' }
        : { state: 'stopped', stoppedBecause: 'no-address' }
  if (!(await writeReminder(tx, operator.id, now, reminder, end))) return
  if (letter) return void (await planSend(ctx, letter))
  await notifyAboutCase(ctx, {
    accompanimentId: known.id,
    kind: end.state === 'due' ? 'reminder' : 'reminder.no-address',
    about: `${reminder.rule}:${reminder.subjectId}:${reminder.occurrence}`,
    data: { fr: rule.label.fr, en: rule.label.en },
  })
}

/** The letter of a reminder to the organisation, or null when nobody there can be written to. */
async function letterOf(
  { tx, operator }: CommandContext,
  reminder: Reminder,
  known: RemindedCase,
): Promise<PlannedSend | null> {
  const { subjectId, occurrence, accompanimentId } = reminder
  if (reminder.trigger === 'follow_up_planned') {
    if (!known.contact?.email) return null
    const wave = known.facts.followUps.find(({ id }) => id === subjectId)
    const message = wave?.state === 'planned' ? ('follow-up.wave' as const) : ('follow-up.reminder' as const)
    const key = message === 'follow-up.wave' ? `${message}:${subjectId}` : `${message}:${subjectId}:${occurrence}`
    return { key, message, payload: { followUpId: subjectId }, recipient: known.contact.email, accompanimentId }
  }
  const asked = (await lastAskedToValidate(tx, operator.id, subjectId)) ?? known.contact
  if (!asked?.email) return null
  return {
    key: `diagnostic.reminder:${subjectId}:${occurrence}`,
    message: 'diagnostic.reminder',
    payload: { diagnosticId: subjectId, personId: asked.personId },
    recipient: asked.email,
    accompanimentId,
  }
}
