import type { FigureCertainty, FigureOrigin } from '#db/schema/accompaniments.ts'
import { snapshotFields } from './snapshot.ts'

/** Where a figure of a photo was read, the firmest first. */
export const figureOrigins: readonly FigureOrigin[] = ['accounts', 'payroll', 'report', 'declared', 'other']
export const figureCertainties: readonly FigureCertainty[] = ['sure', 'probable', 'estimated']

/** What a photo says of all its figures: the day, where they come from, how sure they are. */
export type PhotoOrigin = { takenOn: string; origin: FigureOrigin | null; certainty: FigureCertainty | null }
/** What one figure has of its own; null: as the photo. */
export type OwnOrigin = { on: string | null; origin: FigureOrigin | null; certainty: FigureCertainty | null }

export const originFields = [...snapshotFields, 'strategy'] as const
export type OriginField = (typeof originFields)[number]
export type OwnOrigins = Partial<Record<OriginField, OwnOrigin>>
export const originParts = ['on', 'origin', 'certainty'] as const

export const hasOwnOrigin = (own: OwnOrigin | null | undefined) => originParts.some(part => own?.[part])

/** Of one figure: its own words where it has some, those of the photo otherwise. */
export function originOf(photo: PhotoOrigin & { origins: OwnOrigins }, field: OriginField): OwnOrigin {
  const own = photo.origins[field]
  return {
    on: own?.on ?? photo.takenOn,
    origin: own?.origin ?? photo.origin,
    certainty: own?.certainty ?? photo.certainty,
  }
}

/** By the names of the fields of the form: `origins.volunteers.certainty`. */
export const originFormValues = (origins: OwnOrigins): Record<string, string | null> =>
  Object.fromEntries(
    originFields.flatMap(field =>
      originParts.map(part => [`origins.${field}.${part}`, origins[field]?.[part] ?? null] as const),
    ),
  )
