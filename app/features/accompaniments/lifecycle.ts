import type {
  GuardRule,
  ProgrammeDefinition,
  ProgrammeState,
  ProgrammeTransition,
} from '#app/features/programmes/programme-definition.ts'
import type { CaseFacts } from './case-facts.ts'
import { guards } from './guards.ts'

export type Judgement =
  /** May go; `warnings` are those that the reason given answers. */
  | { kind: 'ok'; to: string; warnings: GuardRule[] }
  /** May go once somebody says why in spite of the warnings. */
  | { kind: 'reason-needed'; to: string; warnings: GuardRule[] }
  /** May not: each missing guard says what to do. */
  | { kind: 'blocked'; to: string; missing: GuardRule[]; warnings: GuardRule[] }
  /** The programme has no such way from the case's state. */
  | { kind: 'impossible' }

/** What becomes of a wanted transition, given what is known of the case. The engine knows no programme by name. */
export function judge(
  definition: ProgrammeDefinition,
  facts: CaseFacts,
  wanted: string,
  reason: string | null = null,
): Judgement {
  const ways = definition.transitions.filter(({ code, from }) => code === wanted && from.includes(facts.state))
  const judged = ways.map(way => judgeOne(definition, facts, way, reason))
  return judged.find(({ kind }) => kind !== 'blocked') ?? judged[0] ?? { kind: 'impossible' }
}

function judgeOne(
  definition: ProgrammeDefinition,
  facts: CaseFacts,
  { to, guards: asked }: ProgrammeTransition,
  reason: string | null,
): Judgement {
  const unmet = asked.filter(guard => !guards[guard.rule](facts, definition, guard))
  const of = (severity: 'block' | 'warn') => unmet.flatMap(guard => (guard.severity === severity ? [guard.rule] : []))
  const missing = of('block')
  const warnings = of('warn')
  if (missing.length > 0) return { kind: 'blocked', to, missing, warnings }
  if (warnings.length > 0 && !reason) return { kind: 'reason-needed', to, warnings }
  return { kind: 'ok', to, warnings }
}

/** The names of the transitions that leave a state, in the order of the definition. */
export function waysFrom(definition: ProgrammeDefinition, state: string): string[] {
  return [...new Set(definition.transitions.flatMap(({ code, from }) => (from.includes(state) ? [code] : [])))]
}

export function stateOf(definition: ProgrammeDefinition, code: string): ProgrammeState | null {
  return definition.states.find(state => state.code === code) ?? null
}

/** Asks for work, today or later: neither paused nor ended. */
export const isOpen = (definition: ProgrammeDefinition, code: string) => stateOf(definition, code)?.kind === 'open'
export const isEnded = (definition: ProgrammeDefinition, code: string) => stateOf(definition, code)?.kind === 'ended'
