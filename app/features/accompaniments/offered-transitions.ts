import type { GuardRule, ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import type { Label } from '#app/features/programmes/questions.ts'
import type { CaseFacts } from './case-facts.ts'
import { judge, waysFrom } from './lifecycle.ts'

export type OfferedTransition = {
  code: string
  /** Its own words, where the programme gives them. */
  label?: Label
  /** The day on which it happened is asked for. */
  isDated?: boolean
  /** A reason is asked for: it is what the transition keeps. */
  asksReason?: boolean
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

/** The ways on whose words are the programme's own: those that need nothing but their guards, a day and a reason. */
export function ownTransitions(definition: ProgrammeDefinition, facts: CaseFacts): OfferedTransition[] {
  const way = (code: string) =>
    definition.transitions.find(known => known.code === code && known.from.includes(facts.state))
  const codes = waysFrom(definition, facts.state).filter(code => way(code)?.label)
  return offeredTransitions(definition, facts, codes).map(offered => {
    const { label, records, guards = [] } = way(offered.code) ?? {}
    const asksReason = guards.some(({ rule }) => rule === 'reason_given')
    return {
      ...offered,
      missing: offered.missing.filter(rule => rule !== 'reason_given'),
      ...(label && { label }),
      isDated: records !== undefined,
      asksReason,
    }
  })
}
