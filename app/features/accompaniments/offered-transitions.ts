import type { GuardRule, ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import type { CaseFacts } from './case-facts.ts'
import { judge } from './lifecycle.ts'

export type OfferedTransition = {
  code: string
  /** What must be done first; the button stays, and says it too. */
  missing: GuardRule[]
  /** What needs a reason. */
  warnings: GuardRule[]
}

/** Of these transitions, those that leave the case's state, each with what it still waits for. */
export function offeredTransitions(
  definition: ProgrammeDefinition,
  facts: CaseFacts,
  codes: readonly string[],
): OfferedTransition[] {
  return codes.flatMap(code => {
    const judged = judge(definition, facts, code)
    if (judged.kind === 'impossible') return []
    return [{ code, missing: judged.kind === 'blocked' ? judged.missing : [], warnings: judged.warnings }]
  })
}
