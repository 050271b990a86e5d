import type { SnapshotWords } from './snapshot.ts'

export const photoWordFields = ['funderKinds', 'strategy', 'governance', 'alliances'] as const
type Said = { field: (typeof photoWordFields)[number]; text: string }

/** What a photo says beside its figures, in the words of its reader; what nobody said is left out. */
export function photoWords(
  photo: SnapshotWords,
  say: { kind: (code: string) => string; scale: (given: number) => string },
): Said[] {
  const { funderKinds, alliances } = photo
  const scale = (given: number | null) => (given === null ? null : say.scale(given))
  const texts = {
    funderKinds: funderKinds.map(say.kind).join(', '),
    strategy: scale(photo.strategy),
    governance: scale(photo.governance),
    alliances,
  }
  return photoWordFields.flatMap(field => {
    const text = texts[field]
    return text ? [{ field, text }] : []
  })
}
