import { isMember } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { type Case, caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { casesFollowing } from '#app/features/accompaniments/case-summary.store.server.ts'
import { tabOfState } from '#app/features/accompaniments/case-tabs.ts'
import { factsOfCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { ownTransitions } from '#app/features/accompaniments/offered-transitions.ts'
import { peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { isInRole } from '#app/features/organisations/person.ts'
import { planOf } from '#app/features/plans/plans.store.server.ts'
import type { Question } from '#app/features/programmes/questions.ts'
import { answersOfCase } from '#app/features/steps/answers.store.server.ts'
import { type Day, day, daysBetween } from '#app/kernel/day.ts'
import { id, line, object, optional, optionalDay } from '#app/kernel/input.ts'
import { actionsAsked } from './action-reviews.store.server.ts'
import { isOpen } from './answers.ts'
import { compared } from './comparison.ts'
import { accompanimentIdByNumber, type FollowUpRow, t0Of, wavesOf } from './follow-up-answers.store.server.ts'
import { respondentsOf, type WaveRespondents } from './respondent-view.ts'
import { callable } from './respondents.ts'
import { responsesOfCase } from './responses.store.server.ts'
import { trackedMoments, trackedQuestions } from './tracked.ts'
import { type TrackedAsked, trackedOf } from './tracked-answers.store.server.ts'
import { movedByPause } from './wave-changes.ts'
import { anchorsOf, plannedWaves } from './wave-plan.ts'
import { waveView } from './wave-view.ts'

type Responses = Awaited<ReturnType<typeof responsesOfCase>>

/** The follow-up of one case: its waves, what was answered, and T0 beside each. */
export const followUpsPage = defineQuery({
  name: 'followUp.page',
  input: object({
    number: line({ max: 40 }),
    /** A day that the restitution might have, to see the waves before there is one. */
    restitution: optionalDay(),
    /** The wave about which somebody is called, and who is. */
    appel: optional(id()),
    personne: optional(id()),
  }),
  subject: ({ tx, operator }, input) => accompanimentIdByNumber(tx, operator.id, input.number),
  allow: isMember,
  run: async (ctx, { number, restitution, appel, personne }, { id, organisationId }) => {
    const { tx, operator, today } = ctx
    const [t0, rows] = [await t0Of(tx, operator.id, id), await wavesOf(tx, operator.id, id)]
    const found = await caseByNumber(tx, operator.id, number)
    const questions = found ? trackedQuestions(found.programme.definition) : []
    const given = questions.length > 0 ? await answersOfCase(tx, operator.id, id) : []
    const responses = await responsesOfCase(tx, operator.id, id)
    const people = organisationId ? await peopleOf(tx, operator.id, organisationId) : []
    const contactId = found?.row.contactPersonId ?? null
    const calls = callsOf({ rows, responses, people, contactId }, { appel, personne })
    const waves = rows.map(row => waveView(row, today))
    const standing = waves.filter(({ state }) => state !== 'cancelled')
    return {
      number,
      today,
      transitions: found ? await waysOn(ctx, found) : [],
      restitutionOn: found?.row.restitutionOn ?? null,
      suspension: found ? suspensionOf(found, rows) : null,
      supposed: found && rows.length === 0 ? supposedWaves(found, restitution ?? today) : null,
      t0,
      comparison: compared(
        t0,
        standing.map(({ wave, state, answers }) => ({ wave, isAnswered: state === 'answered', measured: answers })),
      ),
      waves,
      continuation: organisationId
        ? {
            base: `/o/${operator.slug}`,
            organisationId,
            followedBy: await casesFollowing(tx, operator.id, id),
          }
        : null,
      respondents: await respondentsOfWaves(ctx, { accompanimentId: id, rows, questions, known: responses }),
      people: people
        .filter(person => isInRole(person, today))
        .map(({ id, name, email }) => ({ id, name, hasEmail: email !== null })),
      callable: calls.callable,
      call: calls.open && {
        ...calls.open.shown,
        actions: await actionsAsked(tx, operator.id, calls.open.wave),
        tracked: trackedFor(calls.open.wave, trackedOf(questions, given, calls.open.wave.wave)),
      },
      tracked: { questions, moments: trackedMoments(questions, given) },
    }
  },
})

/** Of each wave by its id: who was asked, and what they said side by side; a wave of which nobody kept anything has none. */
async function respondentsOfWaves(
  { tx, operator }: QueryContext,
  {
    accompanimentId,
    rows,
    questions,
    known,
  }: { accompanimentId: string; rows: readonly FollowUpRow[]; questions: Question[]; known: Responses },
): Promise<Record<string, WaveRespondents>> {
  const actions = known.length > 0 ? await planOf(tx, operator.id, accompanimentId) : []
  const each = rows.map(({ id, wave }): [string, WaveRespondents] => [
    id,
    respondentsOf(
      known.filter(({ response }) => response.followUpId === id),
      { wave, tracked: questions, actions },
    ),
  ])
  return Object.fromEntries(each.filter(([, { people }]) => people.length > 0))
}

type Calling = {
  rows: readonly FollowUpRow[]
  responses: Responses
  people: readonly { id: string; name: string }[]
  contactId: string | null
}

/** Of each wave by its id, whom a call may be noted of; and the call that is open: the one asked for, else of the next wave. */
function callsOf(
  { rows, responses, people, contactId }: Calling,
  { appel, personne }: { appel: string | null; personne: string | null },
) {
  const ofWave = ({ id, state }: FollowUpRow) => {
    const known = responses.flatMap(({ response }) => (response.followUpId === id ? [response] : []))
    return callable(state, known, contactId).flatMap(personId => people.filter(person => person.id === personId))
  }
  const may = new Map(rows.map(row => [row.id, ofWave(row).map(({ id, name }) => ({ id, name }))]))
  // Asked for, it stays open though she has answered meanwhile: what was typed is refused with its reason, and not lost.
  const wave = rows.find(row => row.id === appel) ?? rows.find(row => isOpen(row.state))
  const asked = (wave && may.get(wave.id)) ?? []
  const chosen = [personne, contactId].find(id => asked.some(person => person.id === id))
  const first = wave && isOpen(wave.state) ? null : (asked[0]?.id ?? null)
  return {
    callable: Object.fromEntries(may),
    open: wave
      ? { wave, shown: { followUpId: wave.id, personId: chosen ?? first, isAskedFor: wave.id === appel } }
      : null,
  }
}

/** Once somebody answered, what is known of the wave is hers: nobody else answers over it. */
const trackedFor = ({ state }: FollowUpRow, asked: TrackedAsked): TrackedAsked =>
  isOpen(state) ? asked : { ...asked, values: {} }

/** The days that the waves would have, if the restitution were held that day; its own once it was. */
function supposedWaves({ row, programme }: Case, supposed: Day) {
  const on = day(row.restitutionOn) ?? supposed
  return { on, waves: plannedWaves(programme.definition, { ...anchorsOf(row), restitution: on }) }
}

/** Since when the waves wait, and where they go if the case is taken up again on the day that was said. */
function suspensionOf({ row }: Case, rows: readonly FollowUpRow[]) {
  const [began, resumesOn] = [day(row.suspendedOn), day(row.resumeOn)]
  if (row.state !== 'suspended' || !began) return null
  const standing = rows.map(wave => ({ ...wave, plannedOn: day(wave.plannedOn) }))
  const days = resumesOn ? daysBetween(began, resumesOn) : 0
  return {
    since: began,
    resumesOn,
    waves: movedByPause({ began, days }, standing).map(({ wave, to }) => ({ wave, to })),
  }
}

/** The ways on that are data of the programme, once the case stands here. */
async function waysOn(ctx: QueryContext, { row, programme }: Case) {
  if (tabOfState(programme.definition, row.state) !== 'suivi') return []
  return ownTransitions(programme.definition, await factsOfCase(ctx, row))
}
