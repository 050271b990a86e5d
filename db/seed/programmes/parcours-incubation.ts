import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { dlaIndividuel } from './dla-individuel.ts'

const incubationSteps: Record<string, ProgrammeDefinition['steps'][number]['label']> = {
  intake: { fr: 'Candidature', en: 'Application' },
  diagnostic: { fr: 'Maturité', en: 'Maturity' },
  sessions: { fr: 'Ateliers', en: 'Workshops' },
  restitution: { fr: 'Sortie', en: 'Graduation' },
}

/** What the demonstration's incubator runs: the individual path under its own words, without a committee. */
export const parcoursIncubation: ProgrammeDefinition = {
  ...dlaIndividuel,
  code: 'parcours-incubation',
  name: { fr: 'Parcours d’incubation', en: 'Incubation path' },
  steps: dlaIndividuel.steps.map(step => ({ ...step, label: incubationSteps[step.code] ?? step.label })),
  settings: { ...dlaIndividuel.settings, committeeRequired: false },
}
