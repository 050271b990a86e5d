import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'

export type Label = { fr: string; en: string }
export type StateChoice = { code: string; label: Label }

/** Past that many words for one state, a filter says the first ones. */
const wordsAtMost = 3

/** The states of several programmes, in the order of their paths; one that they name differently says their words. */
export function stateChoices(definitions: readonly Pick<ProgrammeDefinition, 'states'>[]): StateChoice[] {
  const words = new Map<string, Label[]>()
  for (const { states } of definitions)
    for (const { code, label } of states) {
      const known = words.get(code) ?? []
      if (!known.some(({ fr }) => fr === label.fr)) words.set(code, [...known, label])
    }
  return [...words].map(([code, labels]) => ({
    code,
    label: { fr: joined(labels.map(({ fr }) => fr)), en: joined(labels.map(({ en }) => en)) },
  }))
}

const joined = (words: readonly string[]) => {
  const distinct = [...new Set(words)]
  return [...distinct.slice(0, wordsAtMost), ...(distinct.length > wordsAtMost ? ['…'] : [])].join(' / ')
}

/** The word of the case's own programme. A state that it does not name keeps its code: shown rather than hidden. */
export const labelOfState = (definition: Pick<ProgrammeDefinition, 'states'> | undefined, code: string): Label =>
  definition?.states.find(state => state.code === code)?.label ?? { fr: code, en: code }
