import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'

/**
 * Whether the notes of a case may be shared: never where the programme keeps what is said for its author alone, as
 * coaching does. What is confidential there must not leave by another door.
 */
export const mayShareNotes = ({ steps, typology }: Pick<ProgrammeDefinition, 'steps' | 'typology'>): boolean =>
  typology?.trade !== 'coaching' &&
  !steps.some(({ questions = [] }) => questions.some(({ confidential }) => confidential === true))
