import { describe, expect, it } from 'vitest'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { type WakeFacts, wakeOf } from './wake-of.ts'

const facts: WakeFacts = {
  state: 'intake',
  stateBeforeSuspension: null,
  intakeOn: '2026-03-02',
  diagnosticValidatedOn: null,
  restitutionOn: null,
  actions: { total: 0, done: 0 },
  days: { ordered: 0, held: 0 },
  followUps: [],
}
const told = (changes: Partial<WakeFacts>) =>
  wakeOf(dlaIndividuel, { ...facts, ...changes }).map(({ code, state }) => `${code} ${state}`)

describe('the wake of a case', () => {
  it('shows the whole path while the case is on it', () => {
    expect(told({ state: 'diagnostic' })).toEqual([
      'intake done',
      'diagnostic current',
      'plan todo',
      'sessions todo',
      'restitution todo',
      'T2 after',
      'T3 after',
    ])
  })

  it.each(['ineligible', 'referred', 'abandoned'])('has nothing to come once the case is %s', state => {
    expect(told({ state })).toEqual(['intake done'])
  })

  it('keeps what an abandoned case had done, and the wave that was answered', () => {
    const answered = { wave: 'T2', plannedOn: '2027-01-10', answeredOn: '2027-01-12' }
    const planned = { wave: 'T3', plannedOn: '2027-09-10', answeredOn: null }
    expect(
      told({
        state: 'abandoned',
        diagnosticValidatedOn: '2026-04-20',
        restitutionOn: '2026-07-10',
        followUps: [answered, planned],
      }),
    ).toEqual(['intake done', 'diagnostic done', 'restitution done', 'T2 done'])
  })

  it('goes on from where a suspended case stood', () => {
    expect(told({ state: 'suspended', stateBeforeSuspension: 'planning' })).toContain('plan current')
  })
})
