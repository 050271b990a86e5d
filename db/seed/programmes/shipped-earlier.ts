import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'

const behind: readonly string[] = ['formation', 'orientation-cress', 'changement-echelle']

/** Some programmes as if they had been shipped before: the demonstration offers what came since. */
export function shippedEarlier(definition: ProgrammeDefinition): ProgrammeDefinition {
  if (!behind.includes(definition.code)) return definition
  const { steps, settings } = definition
  return {
    ...definition,
    steps: steps.map(step =>
      step.questions ? { ...step, questions: step.questions.filter(({ code }) => code !== 'half_day_6') } : step,
    ),
    settings: { ...settings, closingAttempts: settings.closingAttempts + 1 },
  }
}
