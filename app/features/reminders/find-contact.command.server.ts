import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { type Accompaniment, lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { editOrConflict } from '#app/features/accompaniments/edit-case.store.server.ts'
import { intakeFormValues } from '#app/features/accompaniments/intake-form.ts'
import { sendAgain } from '#app/features/messages/send-again.store.server.ts'
import { readBounces } from '#app/features/notifications/notify.store.server.ts'
import { type Person, peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { isSameAddress, personFormValues } from '#app/features/organisations/person.ts'
import { changePerson } from '#app/features/organisations/write-person.store.server.ts'
import { correctPartners } from '#app/features/referrals/partners.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { bouncedSends, isToPartner } from './bounced-addresses.store.server.ts'
import { findContactInput } from './case-reminder-input.ts'

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
      await correctPartners(tx, operator.id, { accompanimentId: row.id, recipient, corrected })
      for (const send of refused) await sendAgain(ctx, send, corrected)
    } else {
      const other = people.find(({ id }) => id === contact)
      if (!other?.email || isSameAddress(other.email, recipient) || refused.some(isToPartner))
        return fail('unknown-person', {}, 'contact')
      if (!holder || row.contactPersonId === holder.id) await turnTo(ctx, row, other.id)
      for (const send of refused) await sendAgain(ctx, send, other.email)
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

const correctAddress = (ctx: CommandContext, person: Person, email: string) =>
  changePerson(ctx, person, {
    version: person.version,
    values: { ...personFormValues(person), function: person.function, email },
  })
