import type { CommuneFound } from '#app/features/organisations/communes.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { readCommunes, readDepartments, type Territory } from './territory.ts'

type Typed = Omit<Territory, 'id' | 'version' | 'communes' | 'departments'> & {
  communes: string | null
  departments: string | null
}
type Refused = Failure<
  'unknown-commune' | 'several-communes' | 'unknown-department' | 'territory-nowhere' | 'too-many-codes'
>

/** Past that, it is a department or a region that is meant. */
const communesAtMost = 500

/** The sheet as it is kept; a commune that is none, that several may be, or a territory that is nowhere, is refused. */
export function readSheet(
  typed: Typed,
  find: (typed: string) => CommuneFound,
): Result<Omit<Territory, 'id' | 'version'>, Refused> {
  const [communes, departments] = [readCommunes(typed.communes, find), readDepartments(typed.departments)]
  if (communes.unknown) return fail('unknown-commune', { typed: communes.unknown.slice(0, 40) }, 'communes')
  if (communes.several)
    return fail('several-communes', { typed: communes.several.typed, names: communes.several.names }, 'communes')
  if (departments.unknown) return fail('unknown-department', { code: departments.unknown.slice(0, 20) }, 'departments')
  if (communes.codes.length > communesAtMost) return fail('too-many-codes', { most: communesAtMost }, 'communes')
  if (communes.codes.length + departments.codes.length === 0) return fail('territory-nowhere', {}, 'communes')
  return ok({ ...typed, communes: communes.codes, departments: departments.codes })
}

/** The sheet as its form writes it. */
export const sheetAsTyped = (
  { communes, departments, ...sheet }: Omit<Territory, 'id' | 'version'>,
  asTyped: (code: string) => string,
) => ({
  ...sheet,
  communes: communes.map(asTyped).join(', '),
  departments: departments.join(', '),
})
