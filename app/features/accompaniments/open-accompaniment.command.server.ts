import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { linkAgreements } from '#app/features/agreements/case-agreements.store.server.ts'
import { isPractitioner } from '#app/features/operators/practitioners.store.server.ts'
import { organisationById, peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { isInRole } from '#app/features/organisations/person.ts'
import { programmeByCode } from '#app/features/programmes/programmes.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { openInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'
import { insertCase, recordGoingOn } from './open-case.store.server.ts'
import { type ProjectPlaceFailure, readProjectPlace } from './project-place.store.server.ts'

type OpenFailure = Failure<
  | 'needs-organisation'
  | 'needs-title'
  | 'unknown-organisation'
  | 'unknown-programme'
  | 'unknown-practitioner'
  | 'day-to-come'
  | 'unknown-agreement'
  | 'unknown-previous-case'
>

/** Opens a case for an organisation that is already known, found or just created; or for a project that has none yet. */
export const openAccompaniment = defineCommand({
  name: 'accompaniment.open',
  input: openInput,
  subject: theOperator,
  allow: isMember,
  run: async (ctx, input): Promise<Result<{ number: string }, OpenFailure | ProjectPlaceFailure>> => {
    const { tx, operator, actor, today } = ctx
    const organisation = input.organisationId ? await organisationById(tx, operator.id, input.organisationId) : null
    if (input.organisationId && (!organisation || organisation.mergedIntoId))
      return fail('unknown-organisation', {}, 'organisationId')
    const programme = await programmeByCode(tx, operator.id, input.programme)
    if (!programme) return fail('unknown-programme', {}, 'programme')
    if (!organisation && !programme.definition.startsWithoutOrganisation)
      return fail('needs-organisation', {}, 'programme')
    if (!organisation && !input.title) return fail('needs-title', {}, 'title')
    const practitionerId = input.practitionerId ?? (actor.kind === 'member' ? actor.userId : null)
    if (practitionerId && !(await isPractitioner(tx, operator.id, practitionerId, today)))
      return fail('unknown-practitioner', {}, 'practitionerId')
    const requestedOn = input.requestedOn ?? today
    if (requestedOn > today) return fail('day-to-come', {}, 'requestedOn')
    // The case of an organisation is where its organisation is.
    const territory = readProjectPlace(organisation ? null : input.place, requestedOn)
    if (!territory.ok) return territory
    const previous = input.follows ? await caseByNumber(tx, operator.id, input.follows) : null
    // A case goes on with another of the same organisation, never with somebody else's.
    if (input.follows && (!organisation || previous?.row.organisationId !== organisation.id))
      return fail('unknown-previous-case')
    const people = organisation ? await peopleOf(tx, operator.id, organisation.id) : []
    const opened = await insertCase(ctx, programme, requestedOn, {
      organisationId: organisation?.id ?? null,
      title: input.title,
      territory: territory.value,
      practitionerId,
      contactPersonId: people.find(person => isInRole(person, today))?.id ?? null,
      channel: input.channel,
      prescriber: input.prescriber,
      motive: input.motive,
      previousId: previous?.row.id ?? null,
    })
    if (!(await linkAgreements(tx, operator.id, opened.id, input.agreements)))
      return fail('unknown-agreement', {}, 'agreements')
    if (previous) await recordGoingOn(ctx, previous.row.id, { number: opened.number, reason: input.motive })
    return ok({ number: opened.number })
  },
})
