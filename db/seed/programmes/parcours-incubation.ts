import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { dlaIndividuel } from './dla-individuel.ts'
import { file, number, scale } from './writing.ts'

const incubationSteps: Record<string, ProgrammeDefinition['steps'][number]['label']> = {
  intake: { fr: 'Candidature', en: 'Application' },
  diagnostic: { fr: 'Maturité', en: 'Maturity' },
  sessions: { fr: 'Ateliers', en: 'Workshops' },
  restitution: { fr: 'Sortie', en: 'Graduation' },
}

/** The figures are asked again at each wave. */
const measures = [
  scale(
    'confidence',
    ['L’équipe croit à la suite du projet', 'The team believes in what comes next'],
    ['pas du tout', 'not at all'],
    ['tout à fait', 'entirely'],
    { tracked: true },
  ),
  number('clients', ['Clients ou usagers réguliers', 'Regular customers or users'], { tracked: true }),
  file('forecast', ['Budget prévisionnel', 'Forecast budget'], {
    hint: ['Trois ans, même à grands traits.', 'Three years, even in broad strokes.'],
  }),
]

/** What the demonstration's incubator runs: the individual path under its own words, without a committee. */
export const parcoursIncubation: ProgrammeDefinition = {
  ...dlaIndividuel,
  code: 'parcours-incubation',
  name: { fr: 'Parcours d’incubation', en: 'Incubation path' },
  steps: dlaIndividuel.steps.map(step => ({
    ...step,
    label: incubationSteps[step.code] ?? step.label,
    ...(step.code === 'diagnostic' && { questions: measures }),
  })),
  settings: { ...dlaIndividuel.settings, committeeRequired: false },
}
