import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { type Accompaniment, lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { editOrConflict } from '#app/features/accompaniments/edit-case.store.server.ts'
import { intakeFormValues } from '#app/features/accompaniments/intake-form.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { messageSend } from '#app/features/messages/messages.jobs.ts'
import { attemptsOfOneSending } from '#app/features/messages/send-rules.ts'
import { changeSend, type Send } from '#app/features/messages/sends.store.server.ts'
import { readBounces } from '#app/features/notifications/notify.store.server.ts'
import { keepTrace } from '#app/features/organisations/forgotten-people.store.server.ts'
import { peopleOf, updatePerson } from '#app/features/organisations/organisations.store.server.ts'
import { personFormValues } from '#app/features/organisations/person.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { bouncedSends, isSameAddress } from './bounced-addresses.store.server.ts'
import { findContactInput } from './case-reminder-input.ts'

type Person = Awaited<ReturnType<typeof peopleOf>>[number]

/**
 * Somebody else of the organisation, or the right address, in place of one that refuses: the case and the sheet say it
 * from now on, and what that address refused leaves again, to the other.
 */
export const findContact = defineCommand({
  name: 'reminder.find-contact',
  input: findContactInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, { number, recipient, contact, corrected }, { row }) => {
    const { tx, operator, now } = ctx
    const refused = (await bouncedSends(tx, operator.id, row.id)).filter(send => send.recipient === recipient)
    if (refused.length === 0) return fail('send-settled')
    const people = row.organisationId ? await peopleOf(tx, operator.id, row.organisationId) : []
    const holder = people.find(({ email }) => isSameAddress(email, recipient))
    if (contact === 'corrected') {
      if (!corrected || isSameAddress(corrected, recipient)) return fail('another-address', {}, 'corrected')
      if (holder) await correctAddress(ctx, holder, corrected)
      await sendAgain(ctx, refused, corrected)
    } else {
      const other = people.find(({ id }) => id === contact)
      if (!other?.email || isSameAddress(other.email, recipient)) return fail('unknown-person', {}, 'contact')
      if (!holder || row.contactPersonId === holder.id) await turnTo(ctx, row, other.id)
      await sendAgain(ctx, refused, other.email)
    }
    await readBounces(tx, operator.id, { accompanimentId: row.id, recipient }, now)
    return ok({ number })
  },
})

/** The case is that of its new contact from now on: what comes later is written to her too. */
const turnTo = (ctx: CommandContext, row: Accompaniment, contactPersonId: string) =>
  editOrConflict(ctx, {
    row,
    version: row.version,
    next: { contactPersonId },
    formValues: intakeFormValues,
    event: 'accompaniment.intake-saved',
  })

async function correctAddress({ tx, operator, record }: CommandContext, person: Person, email: string): Promise<void> {
  const { id, version } = person
  const [before, after] = [personFormValues(person), personFormValues({ ...person, email })]
  await updatePerson(tx, operator.id, id, version, { ...after, function: person.function })
  await record({
    name: 'organisation.person-updated',
    subjectKind: 'person',
    subjectId: id,
    data: await keepTrace(tx, operator.id, id, { person: person.name, changes: changesBetween(before, after) }),
  })
}

async function sendAgain(ctx: CommandContext, refused: readonly Send[], recipient: string): Promise<void> {
  const { tx, operator, now, record, enqueue } = ctx
  for (const { id, attempts, message, accompanimentId } of refused) {
    const again = { recipient, attemptLimit: attempts + attemptsOfOneSending }
    await changeSend(
      tx,
      { operatorId: operator.id, sendId: id },
      { state: 'planned', dueAt: now, failure: null, bounced: false, again },
    )
    await enqueue(messageSend, { sendId: id }, `${id}:${again.attemptLimit}`)
    await record({
      name: 'message.sent-again',
      subjectKind: 'send',
      subjectId: id,
      accompanimentId,
      data: { message },
    })
  }
}
