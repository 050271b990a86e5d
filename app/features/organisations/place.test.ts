import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { departmentName, isDepartment, placeOf, regionName } from './place.ts'

type Official = { code: string; nom: string; type?: string; departement?: string; region?: string }

/** Read rather than imported: the compiler would type 37 000 communes one by one. */
function official(table: 'communes' | 'departements' | 'regions'): Official[] {
  const file = createRequire(import.meta.url).resolve(`@etalab/decoupage-administratif/data/${table}.json`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

const straight = (name: string) => name.replaceAll('’', "'")

describe('the place of an organisation', () => {
  it('is found from the code of its commune', () => {
    expect(placeOf('45234')).toEqual({ department: '45', region: '24' })
    expect(placeOf('2A004')).toEqual({ department: '2A', region: '94' })
    expect(placeOf('97411')).toEqual({ department: '974', region: '04' })
    expect(placeOf('99999')).toEqual({ department: null, region: null })
    expect(placeOf(null)).toEqual({ department: null, region: null })
  })

  it('is the one of the official code, for every commune', () => {
    const current = official('communes').filter(commune => commune.type === 'commune-actuelle')
    expect(current.length).toBeGreaterThan(34_000)
    const wrong = current.filter(({ code, departement, region }) => {
      const place = placeOf(code)
      return place.department !== departement || place.region !== region
    })
    expect(wrong).toEqual([])
  })

  it('has the names of the official code', () => {
    const departments = official('departements')
    const regions = official('regions')
    expect(departments.map(({ code }) => straight(departmentName(code)))).toEqual(departments.map(({ nom }) => nom))
    expect(regions.map(({ code }) => straight(regionName(code)))).toEqual(regions.map(({ nom }) => nom))
    expect(isDepartment('45')).toBe(true)
    expect(isDepartment('20')).toBe(false)
  })
})
