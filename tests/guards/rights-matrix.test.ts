import { describe, expect } from 'vitest'
import { isCommand } from '#app/access/command.server.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { execute } from '../harness/connection.ts'
import { fingerprint } from '../harness/fingerprint.ts'
import { type TestActor, type TestOperator, test } from '../harness/operator.ts'
import { type PreparedSample, type SampleRole, samples, useCases } from '../harness/use-cases.ts'

/**
 * ISO-01 on use cases: each command and query as every role of its operator, and as every role of another operator and of
 * nobody. A refusal is "not found", and not one row of any table differs after it.
 */
describe('ISO-01 the matrix of rights', () => {
  test('sees one row that was written, even with the values that it had', async ({ operator, databaseUrl }) => {
    const before = await fingerprint(databaseUrl)
    expect(await fingerprint(databaseUrl)).toEqual(before)
    await execute(databaseUrl, `update operators set name = name where id = '${operator.id}'`)
    expect(await fingerprint(databaseUrl)).not.toEqual(before)
  })

  for (const { useCase } of useCases) {
    const sample = samples[useCase.name]
    if (!sample) continue
    test(`${useCase.name} answers to ${sample.allowed.join(', ') || 'nobody'} and to no one else`, async ({
      operator,
      foreign,
      databaseUrl,
    }) => {
      const prepared = await sample.prepare(operator)
      const strangers = {
        ...(await narrowActors(operator, sample.allowed, prepared)),
        ...(await foreignActors(operator, foreign)),
      }
      const before = await fingerprint(databaseUrl)
      for (const [who, actor] of Object.entries(strangers)) {
        const outcome = isCommand(useCase)
          ? await actor.run(useCase, prepared.input)
          : await actor.read(useCase, prepared.input)
        expect(outcome, `${useCase.name} as ${who}`).toEqual({ kind: 'not-found' })
      }
      expect(await fingerprint(databaseUrl)).toEqual(before)
      // The same set-up succeeds for those who may: a refusal cannot pass for the wrong reason.
      const [first] = sample.allowed
      if (!first) return
      const rightful = prepared.owner ?? (await actorOf(operator, first, prepared))
      const outcome = isCommand(useCase)
        ? await rightful.run(useCase, prepared.input)
        : await rightful.read(useCase, prepared.input)
      expect(outcome.kind, `${useCase.name} as ${first}: ${JSON.stringify(outcome).slice(0, 400)}`).toBe('done')
    })
  }
})

const roles: readonly SampleRole[] = [
  'practitioner',
  'manager',
  'consultant',
  'funder',
  'network',
  'contact',
  'visitor',
]

/** The roles of the same operator that may not; consultants and funders tied to the very rows, unless nothing ties them. */
async function narrowActors(operator: TestOperator, allowed: readonly SampleRole[], prepared: PreparedSample) {
  const actors: Record<string, TestActor> = {}
  for (const role of roles)
    if (prepared.owner || !allowed.includes(role)) actors[role] = await actorOf(operator, role, prepared)
  actors['a consultant of another engineering'] = await operator.consultant(newId())
  actors['a consultant whose contract ended'] = await operator.consultant(prepared.engineeringId ?? newId(), {
    fromOn: '2025-01-01',
    toOn: '2025-06-30',
  })
  actors['a consultant whose contract has not begun'] = await operator.consultant(prepared.engineeringId ?? newId(), {
    fromOn: '2026-06-01',
  })
  actors['a funder of another agreement'] = await operator.funder(newId())
  return actors
}

async function actorOf(operator: TestOperator, role: SampleRole, prepared: PreparedSample): Promise<TestActor> {
  switch (role) {
    case 'consultant':
      return operator.consultant(prepared.engineeringId ?? newId())
    case 'funder':
      return operator.funder(prepared.agreementId ?? newId())
    case 'contact':
      return operator.contact(prepared.linkToken ?? newToken())
    default:
      return operator[role]()
  }
}

/** Members of another operator, knocking at this one's door and at their own with this one's ids. */
async function foreignActors(operator: TestOperator, foreign: TestOperator) {
  const practitioner = await foreign.practitioner()
  const manager = await foreign.manager()
  const knocking = (actor: TestActor) => actor.at(operator)
  return {
    'a foreign practitioner here': knocking(practitioner),
    'a foreign manager here': knocking(manager),
    'a foreign consultant here': knocking(await foreign.consultant(newId())),
    'a foreign funder here': knocking(await foreign.funder(newId())),
    'a stranger': operator.stranger(),
  }
}
