import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { Conflict } from '#app/access/outcome.ts'
import { type Eligibility, noEligibility } from '#app/features/accompaniments/eligibility.ts'
import { insertCase } from '#app/features/accompaniments/open-case.store.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { isPractitioner } from '#app/features/operators/practitioners.store.server.ts'
import { placeTyped } from '#app/features/organisations/communes.store.server.ts'
import { identifiersOf } from '#app/features/organisations/identifiers-of.ts'
import {
  holdStandingSheet,
  insertOrganisation,
  insertPerson,
  organisationById,
  peopleOf,
} from '#app/features/organisations/organisations.store.server.ts'
import { isSameAddress } from '#app/features/organisations/person.ts'
import { programmeByCode } from '#app/features/programmes/programmes.store.server.ts'
import { day } from '#app/kernel/day.ts'
import { isId } from '#app/kernel/ids.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { knownOrganisations } from './known-organisations.store.server.ts'
import { acceptRequestInput } from './request-input.ts'
import { changeRequest, lockRequest } from './requests.store.server.ts'
import type { Request } from './written-request.ts'

type AcceptFailure = Failure<
  | 'unknown-commune'
  | 'several-communes'
  | 'request-answered'
  | 'unknown-organisation'
  | 'unknown-programme'
  | 'unknown-practitioner'
  | 'siret-known'
  | 'likely-duplicate'
>
type Choice = { organisation: string; seen: string[]; commune: string | null }

/** Makes a case of a request: its organisation found or created, its person, and the demand in her own words. */
export const acceptRequest = defineCommand({
  name: 'request.accept',
  input: acceptRequestInput,
  subject: ({ tx, operator }, { requestId }) => lockRequest(tx, operator.id, requestId),
  allow: isMember,
  run: async (ctx, input, request): Promise<Result<{ number: string }, AcceptFailure>> => {
    const { tx, operator, actor, today } = ctx
    if (request.state !== 'sent') return fail('request-answered')
    if (request.version !== input.version) throw new Conflict({ version: request.version, values: {} })
    const programme = await programmeByCode(tx, operator.id, input.programme)
    if (!programme) return fail('unknown-programme', {}, 'programme')
    const practitionerId = input.practitionerId ?? (actor.kind === 'member' ? actor.userId : null)
    if (practitionerId && !(await isPractitioner(tx, operator.id, practitionerId, today)))
      return fail('unknown-practitioner', {}, 'practitionerId')
    const chosen = await chosenOrganisation(ctx, request, input)
    if (!chosen.ok) return chosen
    const organisationId = chosen.value.id
    const opened = await insertCase(ctx, programme, day(request.sentOn) ?? today, {
      organisationId,
      practitionerId,
      contactPersonId: await personOf(ctx, request, organisationId),
      channel: request.prescriber ? 'prescribed' : 'direct',
      prescriber: request.prescriber,
      motive: request.motive,
      eligibility: eligibilityOf(request),
    })
    await changeRequest(tx, request, {
      state: 'accepted',
      decidedOn: today,
      decidedBy: actor.kind === 'member' ? actor.userId : null,
      accompanimentId: opened.id,
      organisationId,
    })
    await ctx.record({
      name: 'request.accepted',
      subjectKind: 'request',
      subjectId: request.id,
      accompanimentId: opened.id,
      data: { number: opened.number },
    })
    await planSend(ctx, {
      key: `request.accepted:${request.id}`,
      message: 'request.accepted',
      payload: { requestId: request.id },
      recipient: request.email,
      accompanimentId: opened.id,
      locale: request.locale,
    })
    return ok({ number: opened.number })
  },
})

/** The one that she chose; or a new one, once she has seen each that it may be. */
async function chosenOrganisation(
  { tx, operator, record }: CommandContext,
  request: Request,
  { organisation, seen, commune }: Choice,
): Promise<Result<{ id: string }, AcceptFailure>> {
  if (organisation !== 'new') {
    const known = isId(organisation) ? await organisationById(tx, operator.id, organisation) : null
    if (!known || known.mergedIntoId) return fail('unknown-organisation', {}, 'organisation')
    return ok({ id: await holdStandingSheet(tx, operator.id, known.id) })
  }
  const { same, likely } = await knownOrganisations(tx, operator.id, request)
  if (same) return fail('siret-known', { name: same.name }, 'organisation')
  const unseen = likely.filter(({ id }) => !seen.includes(id))
  if (unseen.length > 0)
    return fail('likely-duplicate', { names: unseen.map(({ name }) => name).join(' · ') }, 'organisation')
  const place = placeTyped(commune)
  if (!place.ok) return place
  const numbers = identifiersOf({ siret: request.siret, rna: request.rna, keepDraft: true })
  const name = request.organisationName ?? ''
  const none = { siret: null, rna: null, siretDraft: null, rnaDraft: null }
  const id = await insertOrganisation(tx, operator.id, {
    name,
    legalForm: request.legalForm,
    foundedOn: null,
    ...place.value,
    sector: null,
    employer: request.employees === null ? null : request.employees > 0,
    qpv: null,
    frr: null,
    email: null,
    phone: null,
    ...(numbers.ok ? numbers.value : none),
  })
  await record({ name: 'organisation.created', subjectKind: 'organisation', subjectId: id, data: { name } })
  return ok({ id })
}

/** The person who wrote: known there by her address, or added. */
async function personOf({ tx, operator }: CommandContext, request: Request, organisationId: string): Promise<string> {
  const people = await peopleOf(tx, operator.id, organisationId)
  const known = people.find(({ email }) => isSameAddress(email, request.email))
  if (known) return known.id
  return insertPerson(tx, operator.id, organisationId, {
    name: request.personName ?? request.email,
    email: request.email,
    phone: request.phone,
    role: request.personRole,
    function: request.requester ?? 'other',
    fromOn: null,
    toOn: null,
  })
}

function eligibilityOf(request: Request): Eligibility {
  const { employees } = request
  return {
    ...noEligibility,
    criteria: employees === null ? {} : { employer: { answer: employees > 0 ? 'yes' : 'no', note: String(employees) } },
    requester: request.requester,
    boardAgreementOn: day(request.boardAgreementOn),
    noticeGivenOn: day(request.noticeGivenOn),
    urgent: request.urgent,
  }
}
