import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { editOrConflict } from '#app/features/accompaniments/edit-case.store.server.ts'
import {
  holdStandingSheet,
  organisationById,
  peopleOf,
} from '#app/features/organisations/organisations.store.server.ts'
import { freezeTerritories } from '#app/features/organisations/territory.store.server.ts'
import { id, line, object, optional, version } from '#app/kernel/input.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

const attachInput = object({
  number: line({ max: 20 }),
  version: version(),
  organisationId: optional(id()),
  contactPersonId: optional(id()),
})

/**
 * Says whom a case is about: the organisation that takes a project over, the person who is trained. A case that has an
 * organisation keeps it: its figures were counted with it.
 */
export const attachCase = defineCommand({
  name: 'step.attach-case',
  input: attachInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    ctx,
    { version: read, organisationId, contactPersonId },
    { row },
  ): Promise<Result<{ number: string }, Failure<'unknown-organisation' | 'unknown-person'>>> => {
    const { tx, operator, today } = ctx
    const asked = row.organisationId ?? organisationId
    const chosen = asked ? await organisationById(tx, operator.id, asked) : null
    if (!chosen || (chosen.mergedIntoId && !row.organisationId))
      return fail('unknown-organisation', {}, 'organisationId')
    const kept = row.organisationId ?? (await holdStandingSheet(tx, operator.id, chosen.id))
    const organisation = kept === chosen.id ? chosen : await organisationById(tx, operator.id, kept)
    if (!organisation) throw new Error('a sheet that is held')
    const people = await peopleOf(tx, operator.id, organisation.id)
    if (contactPersonId && !people.some(person => person.id === contactPersonId))
      return fail('unknown-person', {}, 'contactPersonId')
    const isNew = row.organisationId === null
    await editOrConflict(ctx, {
      row,
      version: read,
      next: {
        organisationId: organisation.id,
        contactPersonId: contactPersonId ?? (isNew ? (people[0]?.id ?? null) : row.contactPersonId),
      },
      formValues: ({ contactPersonId: person }) => ({
        ...(isNew && { organisation: organisation.name }),
        contactPersonId: people.find(known => known.id === person)?.name ?? null,
      }),
      event: 'accompaniment.attached',
    })
    await freezeTerritories(tx, operator.id, [row.id], today)
    return ok({ number: row.number })
  },
})
