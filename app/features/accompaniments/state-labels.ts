import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'

export type Label = { fr: string; en: string }

/** The names of the states of several programmes; where two name one alike, the first speaks. */
export function stateLabels(definitions: readonly ProgrammeDefinition[]): Record<string, Label> {
  const labels: Record<string, Label> = {}
  for (const { states } of definitions) for (const { code, label } of states) labels[code] ??= label
  return labels
}

/** A state that no current programme names keeps its code: it is shown rather than hidden. */
export const labelOfState = (labels: Record<string, Label>, code: string): Label =>
  labels[code] ?? { fr: code, en: code }
