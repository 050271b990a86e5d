import { describe, expect, it } from 'vitest'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { parcoursIncubation } from '#db/seed/programmes/parcours-incubation.ts'
import { shippedProgrammes } from '#db/seed/programmes/shipped.ts'
import { guardRules, programmeDefinition } from './programme-definition.ts'

/** What an import may find (formats, "Import"). */
const importedStates = [
  'received',
  'intake',
  'referred',
  'diagnostic_validated',
  'plan_approved',
  'in_progress',
  'follow_up',
  'closed',
  'abandoned',
]

describe('the definition of a programme', () => {
  it.each(shippedProgrammes)('$code knows every state that an import derives', ({ states }) => {
    expect(importedStates.filter(state => !states.some(({ code }) => code === state))).toEqual([])
  })

  it.each([...shippedProgrammes, parcoursIncubation])('$code is a valid one', definition => {
    expect(programmeDefinition.safeParse(JSON.parse(JSON.stringify(definition)))).toMatchObject({ success: true })
  })

  it('refuses a transition towards a state that does not exist', () => {
    const [first, ...others] = dlaIndividuel.transitions
    const broken = { ...dlaIndividuel, transitions: [{ ...first, to: 'nowhere' }, ...others] }
    expect(programmeDefinition.safeParse(broken).error?.issues.map(issue => issue.message)).toEqual([
      'unknown-state-of-transition hold_intake nowhere',
    ])
  })

  it('refuses a guard that the engine does not know', () => {
    const broken = {
      ...dlaIndividuel,
      transitions: [{ code: 'go', from: ['intake'], to: 'closed', guards: [{ rule: 'moon_full', severity: 'block' }] }],
    }
    expect(programmeDefinition.safeParse(broken).success).toBe(false)
  })

  it('uses every guard of the vocabulary in what is shipped', () => {
    const used = new Set(
      shippedProgrammes.flatMap(({ transitions }) =>
        transitions.flatMap(({ guards }) => guards.map(({ rule }) => rule)),
      ),
    )
    expect([...guardRules].filter(rule => !used.has(rule))).toEqual([])
  })

  it.each(shippedProgrammes)('$code lets every open state be left, and no ended one', ({ states, transitions }) => {
    for (const { code, kind } of states) {
      const ways = transitions.filter(({ from }) => from.includes(code))
      expect([code, ways.length > 0]).toEqual([code, kind !== 'ended'])
    }
  })
})
