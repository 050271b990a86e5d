import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { dlaIndividuel } from './dla-individuel.ts'

const stepLabels: Record<string, ProgrammeDefinition['steps'][number]['label']> = {
  intake: { fr: 'Idée', en: 'Idea' },
  diagnostic: { fr: 'Opportunité', en: 'Opportunity study' },
  plan: { fr: 'Faisabilité', en: 'Feasibility' },
  restitution: { fr: 'Transmission', en: 'Handover' },
}

/**
 * Fabrique à initiatives: starts from a need of the territory, before there is an organisation to run the answer (Avise).
 * Without a committee; the individual path under its own words until an operator adapts it.
 */
export const fabriqueAInitiatives: ProgrammeDefinition = {
  ...dlaIndividuel,
  code: 'fabrique-a-initiatives',
  name: { fr: 'Fabrique à initiatives', en: 'Initiative factory' },
  unitOfCount: 'project',
  startsWithoutOrganisation: true,
  steps: dlaIndividuel.steps.map(step => ({ ...step, label: stepLabels[step.code] ?? step.label })),
  settings: { ...dlaIndividuel.settings, committeeRequired: false },
}
