import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isCommuneCode, normaliseIdentifier } from '#app/kernel/identifiers.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { type Commune, type CommuneFound, communeDirectory, communeLabel, communesNames } from './communes.ts'
import { type Place, placeOf } from './place.ts'

type Official = { code: string; nom: string; type: string; departement: string; codesPostaux?: string[] }

let directory: ReturnType<typeof communeDirectory> | undefined

/** Read when first needed (a tenth of a second), then kept: 37 000 names. */
function official() {
  directory ??= communeDirectory(readOfficial())
  return directory
}

function readOfficial(): Commune[] {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  const rows: Official[] = JSON.parse(readFileSync(file, 'utf8'))
  const byCode = new Map<string, Commune>()
  // A commune that was merged and gave its name to the new one is there twice: the one that stands is the last to be written.
  for (const { code, nom, type, departement, codesPostaux } of rows.toSorted(byStanding))
    byCode.set(code, {
      code,
      name: nom.replaceAll("'", '’'),
      postcodes: codesPostaux ?? [],
      department: departement,
      ...(type === 'arrondissement-municipal' ? { district: true } : {}),
      ...(isStanding(type) ? {} : { former: true }),
    })
  return [...byCode.values()]
}

const isStanding = (type: string) => type === 'commune-actuelle' || type === 'arrondissement-municipal'
const byStanding = (one: Official, other: Official) => Number(isStanding(one.type)) - Number(isStanding(other.type))

export const findCommune = (typed: string): CommuneFound => official().find(typed)

/** The name of a stored commune; its code where the official geography does not know it. */
export const communeName = (code: string) => official().named(code)?.name ?? code

/** As a form writes a stored commune, so that what it reads is what was kept. */
export function communeAsTyped(code: string): string
export function communeAsTyped(code: string | null): string | null
export function communeAsTyped(code: string | null) {
  const known = code === null ? undefined : official().named(code)
  return known ? communeLabel(known) : code
}

/**
 * Where an organisation is, by the commune as it was typed; a stored code that the list does not know is kept. Refusals are
 * tied to the field `commune`.
 */
export function placeTyped(typed: string | null): Result<TypedPlace, PlaceFailure> {
  if (typed === null) return ok({ commune: null, ...placeOf(null) })
  const answer = findCommune(typed)
  if ('several' in answer) return fail('several-communes', { typed, names: communesNames(answer.several) }, 'commune')
  const commune = 'found' in answer ? answer.found.code : storedCode(typed)
  return commune ? ok({ commune, ...placeOf(commune) }) : fail('unknown-commune', { typed }, 'commune')
}

type TypedPlace = Place & { commune: string | null }
/** Why a commune is refused. */
export type PlaceFailure = Failure<'unknown-commune' | 'several-communes'>

/** A code that is well formed, alone or as `communeAsTyped` writes it. */
function storedCode(typed: string): string | null {
  const code = normaliseIdentifier(/\(([0-9ab]{5})\)$/i.exec(typed)?.[1] ?? typed)
  const isOurs = normaliseIdentifier(typed) === code || communeAsTyped(code) === typed
  return isOurs && isCommuneCode(code) ? code : null
}
