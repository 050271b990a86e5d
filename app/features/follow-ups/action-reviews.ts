import type { ActionStatus } from '#db/schema/accompaniments.ts'
import { goneStandings } from './questionnaire.ts'
import type { Wave } from './waves.ts'

/** Where an action of the plan stands, as the organisation says it; the words of the plan itself. */
export const reviewStatuses = ['done', 'in_progress', 'deferred', 'dropped', 'to_do'] as const satisfies ActionStatus[]
/** A radio button cannot be taken back: this one says nothing of the action. */
export const unsaid = 'unsaid'

/** What the organisation says of one action at one wave. The title is the one that it read. */
export type ActionReview = { actionId: string; title: string; status: ActionStatus | null; word: string | null }
/** An action as a wave asks about it: `known` is what the organisation said last, else where the team has it. */
export type ReviewedAction = { id: string; title: string; known: ActionStatus; saidAt: Wave | null }
export type WaveReview = { wave: Wave; on: string | null; reviews: ActionReview[] }

const reviewWaves: readonly Wave[] = ['T1', 'T2', 'T3']

/** The plan is gone through from T1 to T3, by an organisation that still stands. */
export const isPlanReviewed = (wave: Wave, standing: unknown): boolean =>
  reviewWaves.includes(wave) && !(typeof standing === 'string' && goneStandings.includes(standing))

/** The actions that a wave asks about: those that the team has given up are not. */
export function reviewedActions(
  plan: readonly { id: string; title: string; status: ActionStatus }[],
  wave: Wave,
  before: readonly WaveReview[],
): ReviewedAction[] {
  const earlier = before.filter(review => review.wave < wave)
  return plan
    .filter(({ status }) => status !== 'dropped')
    .map(({ id, title, status }) => {
      const last = earlier.findLast(({ reviews }) => reviews.some(said => said.actionId === id && said.status))
      const said = last?.reviews.find(({ actionId }) => actionId === id)?.status ?? null
      return { id, title, known: said ?? status, saidAt: said ? (last?.wave ?? null) : null }
    })
}

/** The reviews among the answers of a wave, as `saveAnswers` wrote them. */
export const reviewsIn = (answers: Readonly<Record<string, unknown>>): ActionReview[] =>
  Array.isArray(answers.actions) ? answers.actions : []

type Read = Readonly<Record<string, string | null | undefined>>

/** What was said of these actions; one of which nothing was said is not there. */
export function reviewOf(
  actions: readonly { id: string; title: string }[],
  { actions: statuses, actionWords }: { actions: Read; actionWords: Read },
): ActionReview[] {
  return actions.flatMap(({ id, title }) => {
    const status = reviewStatuses.find(known => known === statuses[id]) ?? null
    const word = actionWords[id] || null
    return status === null && word === null ? [] : [{ actionId: id, title, status, word }]
  })
}

export type ActionView = Pick<ActionReview, 'status' | 'word'> & Pick<WaveReview, 'wave' | 'on'>

/** What the organisation said of each action, the last wave first. */
export function viewsByAction(waves: readonly WaveReview[]): Map<string, ActionView[]> {
  const views = new Map<string, ActionView[]>()
  for (const { wave, on, reviews } of waves.toReversed())
    for (const { actionId, status, word } of reviews)
      views.set(actionId, [...(views.get(actionId) ?? []), { wave, on, status, word }])
  return views
}

/** What was kept of the page, by the names of its fields. */
export function keptReview({ actions, actionWords }: Readonly<Record<string, unknown>>): Record<string, string> {
  const named = (name: string, kept: unknown) =>
    typeof kept === 'object' && kept !== null
      ? Object.entries(kept).flatMap(([id, value]: [string, unknown]) =>
          typeof value === 'string' ? [[`${name}.${id}`, value] as const] : [],
        )
      : []
  return Object.fromEntries([...named('actions', actions), ...named('actionWords', actionWords)])
}
