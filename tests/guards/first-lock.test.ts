import { describe, expect } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { isCommand } from '#app/access/command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { type TestOperator, test, testClock } from '../harness/operator.ts'
import { type PreparedSample, type SampleRole, samples, useCases } from '../harness/use-cases.ts'

/**
 * ISO-01 once more, without the database's own lock. A consultant, a funder or a link finds no row that is not theirs, so
 * that a use case may let everybody in and the matrix of rights stays green: here each rule is asked alone, about rows
 * that the system found.
 */
describe('ISO-01 the rule of each use case about a session’s sheet and files', () => {
  // A personal link is the row itself: without it there is nothing to ask about.
  const isByLink = (name: string) => samples[name]?.allowed.includes('contact')
  const guarded = useCases.filter(({ useCase: { name } }) => /^(session-file|sheet)\./.test(name) && !isByLink(name))

  test('is asked of all of them', () => {
    expect(guarded.map(({ useCase }) => useCase.name)).toEqual(
      expect.arrayContaining(['session-file.take', 'sheet.take']),
    )
  })

  for (const { useCase } of guarded)
    test(`${useCase.name} refuses by itself whoever may not`, async ({ operator }) => {
      const sample = samples[useCase.name]
      if (!sample) throw new Error('no sample')
      const prepared = await sample.prepare(operator)
      const input = useCase.input.parse(prepared.input)
      const subject = await foundBySystem(operator, useCase, input)
      const may = (actor: Actor) => useCase.allow(actor, subject, input)
      for (const [who, actor] of Object.entries(narrow(sample.allowed)))
        expect(may(actor), `${useCase.name} as ${who}`).toBe(false)
      for (const role of sample.allowed) {
        const actor = rightful(role, prepared)
        if (actor) expect(may(actor), `${useCase.name} as ${role}`).toBe(true)
      }
    })
})

async function foundBySystem(
  operator: TestOperator,
  useCase: (typeof useCases)[number]['useCase'],
  input: unknown,
): Promise<unknown> {
  return operator.inside(async ({ tx, operator: open, today }) => {
    const quiet = async () => {}
    const ctx = { tx, operator: open, today, now: testClock(), actor: { kind: 'system' as const, name: 'test' } }
    const subject: unknown = isCommand(useCase)
      ? await useCase.subject({ ...ctx, record: quiet, enqueue: quiet }, input)
      : await useCase.subject(ctx, input)
    if (subject === null) throw new Error('the sample’s rows are not there')
    return subject
  })
}

const userId = newId()

/** Who is near the rows without being let in: of other engineerings and agreements, of another link. */
function narrow(allowed: readonly SampleRole[]): Record<string, Actor> {
  return {
    'a consultant of another engineering': {
      kind: 'consultant',
      userId,
      engineerings: [{ engineeringId: newId(), mayWrite: true }],
    },
    'a funder of another agreement': { kind: 'funder', userId, agreementIds: [newId()] },
    'a network': { kind: 'network', userId },
    'a visitor': { kind: 'visitor', requestId: newId() },
    ...(allowed.includes('system') ? {} : { 'the system': { kind: 'system', name: 'test' } as const }),
    ...(allowed.includes('practitioner')
      ? {}
      : { 'a practitioner': { kind: 'member', userId, role: 'practitioner' } as const }),
  }
}

function rightful(role: SampleRole, { engineeringId = newId() }: PreparedSample): Actor | null {
  if (role === 'practitioner' || role === 'manager') return { kind: 'member', userId, role }
  if (role === 'consultant') return { kind: 'consultant', userId, engineerings: [{ engineeringId, mayWrite: true }] }
  return null
}
