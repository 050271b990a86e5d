import type { ProgrammeDefinition, ProgrammeState } from '#app/features/programmes/programme-definition.ts'
import { stateOf } from './lifecycle.ts'

export type WakeFacts = {
  state: string
  stateBeforeSuspension: string | null
  intakeOn: string | null
  diagnosticValidatedOn: string | null
  restitutionOn: string | null
  actions: { total: number; done: number }
  days: { ordered: number; held: number }
  followUps: { wave: string; plannedOn: string | null; answeredOn: string | null }[]
}

export type WakePoint = {
  code: string
  label: { fr: string; en: string } | null
  /** The address of its page, under that of the case. */
  tab: string
  state: 'done' | 'current' | 'todo' | 'after'
  /** The day it was done on, or is planned for. */
  on: string | null
  /** Done so far, of how many. */
  count: { done: number; of: number } | null
  /** For a wave: months after the restitution. */
  months: number | null
}

/** Over without having come to its end: abandoned, not eligible, taken over by somebody else. */
export const hasLeftPath = (state: Pick<ProgrammeState, 'kind' | 'step'> | null) =>
  state?.kind === 'ended' && state.step === null

/**
 * The line of the path: the steps of the programme, where the case is among them, then the waves that come after. A case
 * that left its path keeps what it had done, and nothing is still to come.
 */
export function wakeOf(definition: ProgrammeDefinition, facts: WakeFacts): WakePoint[] {
  const path = definition.steps.filter(({ tab }) => tab !== 'suivi')
  const isFollowing = (code: string | null | undefined) =>
    code !== null && code !== undefined && !path.some(step => step.code === code)
  const state = stateOf(definition, facts.state)
  const here = state?.step ?? stateOf(definition, facts.stateBeforeSuspension ?? '')?.step
  const at = path.findIndex(({ code }) => code === here)
  const days: Record<string, string | null> = {
    accueil: facts.intakeOn,
    diagnostic: facts.diagnosticValidatedOn,
    bilan: facts.restitutionOn,
  }
  const counts: Record<string, WakePoint['count']> = {
    parcours: facts.actions.total > 0 ? { done: facts.actions.done, of: facts.actions.total } : null,
    seances: facts.days.ordered > 0 ? { done: facts.days.held, of: facts.days.ordered } : null,
  }
  const hasArrived = state?.kind === 'ended' && state.step !== null
  const steps = path.map<WakePoint>(({ code, label, tab }, index) => ({
    code,
    label,
    tab: tab === 'etapes' ? `etapes/${code}` : tab,
    state:
      isFollowing(here) || index < at || (hasArrived && index === at) || (at === -1 && !!days[tab])
        ? 'done'
        : index === at
          ? 'current'
          : 'todo',
    on: days[tab] ?? null,
    count: counts[tab] ?? null,
    months: null,
  }))
  const points = [...steps, ...wavePoints(definition, facts)]
  return hasLeftPath(state) ? points.filter(point => point.state === 'done') : points
}

/** The waves that leave after the restitution; the one of that very day belongs to it. */
function wavePoints({ waves }: ProgrammeDefinition, { followUps }: WakeFacts): WakePoint[] {
  return waves.flatMap(({ wave, earliestOf }) => {
    const months = earliestOf.find(({ anchor }) => anchor === 'restitution')?.months ?? earliestOf[0]?.months ?? 0
    if (months === 0) return []
    const known = followUps.find(followUp => followUp.wave === wave)
    return [
      {
        code: wave,
        label: null,
        tab: 'suivi',
        state: known?.answeredOn ? 'done' : 'after',
        on: known?.answeredOn ?? known?.plannedOn ?? null,
        count: null,
        months,
      } satisfies WakePoint,
    ]
  })
}
