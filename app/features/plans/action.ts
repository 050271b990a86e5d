import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import type { planActions } from '#db/schema/accompaniments.ts'

export type PlanAction = typeof planActions.$inferSelect
export type ActionValues = Pick<
  PlanAction,
  'nature' | 'title' | 'objectiveId' | 'owner' | 'startsOn' | 'dueOn' | 'expected' | 'evidence' | 'result'
>
export type ActionFailure = Failure<'unknown-objective' | 'ends-before-it-starts'>

/** What the form of an action shows of it. */
export const actionFormValues = (action: PlanAction): ActionValues & Pick<PlanAction, 'status'> => ({
  nature: action.nature,
  title: action.title,
  objectiveId: action.objectiveId,
  owner: action.owner,
  startsOn: action.startsOn,
  dueOn: action.dueOn,
  expected: action.expected,
  evidence: action.evidence,
  result: action.result,
  status: action.status,
})

/** It serves an objective of its own plan, and is due after it starts. */
export function checkedAction(
  { objectiveId, startsOn, dueOn }: Pick<ActionValues, 'objectiveId' | 'startsOn' | 'dueOn'>,
  objectives: readonly { id: string }[],
): Result<null, ActionFailure> {
  if (objectiveId && !objectives.some(({ id }) => id === objectiveId))
    return fail('unknown-objective', {}, 'objectiveId')
  if (startsOn && dueOn && dueOn < startsOn) return fail('ends-before-it-starts', {}, 'dueOn')
  return ok(null)
}
