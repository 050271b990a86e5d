import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { lockCaseById } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { keepTrace } from '#app/features/organisations/forgotten-people.store.server.ts'
import { peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { isSameAddress } from '#app/features/organisations/person.ts'
import { addPersonTo } from '#app/features/organisations/write-person.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { askedOf, type FollowUpRow, heldAnswers, lockFollowUp } from './follow-up-answers.store.server.ts'
import { AskRespondentInput } from './follow-up-input.ts'
import { beginResponse, keepResponse, keepWaveAsResponse, responsesFor } from './responses.store.server.ts'
import { trackedAt } from './tracked-answers.store.server.ts'

type Asked = { id: string; name: string; email: string }
type Typed = { personId: string | null; name: string | null; email: string | null }
type AskFailure = Failure<
  | 'follow-up-cancelled'
  | 'follow-up-not-yet'
  | 'respondent-answered'
  | 'respondent-without-organisation'
  | 'unknown-person'
  | 'person-without-email'
  | 'respondent-unnamed'
  | 'respondent-without-address'
>

/**
 * Asks one more person of the organisation what a wave asks, by a letter and a link of her own; once a day, the same again
 * to whoever has not answered. What she answers stays beside what the wave holds.
 */
export const askRespondent = defineCommand({
  name: 'followUp.askRespondent',
  input: AskRespondentInput,
  subject: ({ tx, operator }, input) => lockFollowUp(tx, operator.id, input.followUpId),
  allow: isMember,
  run: async (
    ctx,
    { followUpId, number: _number, ...typed },
    followUp,
  ): Promise<Result<{ name: string }, AskFailure>> => {
    const { tx, operator, today, record } = ctx
    if (followUp.state === 'cancelled') return fail('follow-up-cancelled')
    if (followUp.state === 'planned' && (followUp.plannedOn ?? today) > today) return fail('follow-up-not-yet')
    const found = await personAsked(ctx, followUp, typed)
    if (!found.ok) return found
    const person = found.value
    const who = { channel: 'link' as const, personId: person.id }
    const known = await responsesFor(tx, operator.id, followUpId, who)
    if (known.own?.sentOn) return fail('respondent-answered', { name: person.name }, 'personId')
    if (followUp.state === 'answered' && !known.reference) await keepHeld(ctx, followUp)
    await keepResponse(tx, known.own ?? (await beginResponse(tx, followUp, who)), { askedOn: today })
    await planSend(ctx, {
      key: `follow-up.respondent:${followUpId}:${person.id}:${today}`,
      message: 'follow-up.respondent',
      payload: { followUpId, personId: person.id },
      recipient: person.email,
      accompanimentId: followUp.accompanimentId,
    })
    await record({
      name: 'follow-up.respondent-asked',
      subjectKind: 'follow_up',
      subjectId: followUpId,
      accompanimentId: followUp.accompanimentId,
      data: { wave: followUp.wave, ...(await keepTrace(tx, operator.id, person.id, { person: person.name })) },
    })
    return ok({ name: person.name })
  },
})

/** What the wave holds already, with the tracked answers of that wave as their fields write them. */
async function keepHeld({ tx, operator }: CommandContext, followUp: FollowUpRow) {
  const { definition } = await askedOf(tx, operator.id, followUp.accompanimentId)
  const { questions, values } = await trackedAt(
    tx,
    operator.id,
    { id: followUp.accompanimentId, definition },
    followUp.wave,
  )
  const typed = questions.map(({ code, kind }) => [code, kind === 'choices' ? values[code]?.split('\n') : values[code]])
  const answers = { ...heldAnswers(followUp), answers: Object.fromEntries(typed) }
  await keepWaveAsResponse(tx, { ...followUp, answers })
}

/** Somebody of the organisation of the case; whoever is typed and is not known there is added to it. */
async function personAsked(
  ctx: CommandContext,
  { accompanimentId }: FollowUpRow,
  { personId, name, email }: Typed,
): Promise<Result<Asked, AskFailure>> {
  const { tx, operator } = ctx
  const of = await lockCaseById(tx, operator.id, accompanimentId)
  const organisationId = of?.row.organisationId
  if (!organisationId) return fail('respondent-without-organisation')
  const people = await peopleOf(tx, operator.id, organisationId)
  const chosen = personId
    ? people.find(({ id }) => id === personId)
    : people.find(known => email !== null && isSameAddress(known.email, email))
  if (chosen)
    return chosen.email
      ? ok({ id: chosen.id, name: chosen.name, email: chosen.email })
      : fail('person-without-email', { name: chosen.name }, 'personId')
  if (personId) return fail('unknown-person', undefined, 'personId')
  if (!name) return fail('respondent-unnamed', undefined, 'name')
  if (!email) return fail('respondent-without-address', undefined, 'email')
  const id = await addPersonTo(ctx, organisationId, {
    name,
    email,
    phone: null,
    role: null,
    function: 'other',
    fromOn: null,
    toOn: null,
  })
  return ok({ id, name, email })
}
