import { describe, expect } from 'vitest'
import { factsOf } from '#app/features/accompaniments/case-facts.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import { aCase, aFollowUp } from '#tests/harness/factories/accompaniment.ts'
import { test, testDay } from '#tests/harness/operator.ts'

describe('what a case knows of its waves', () => {
  test('is how often each was asked again: done reminders of that wave, and no others', async ({ operator }) => {
    const cases = [await aCase(operator), await aCase(operator)] as const
    const waves = [
      await aFollowUp(operator, cases[0], { state: 'reminded' }),
      await aFollowUp(operator, cases[1], { state: 'reminded' }),
    ] as const
    const reminder = { operatorId: operator.id, rule: 'follow-up', dueOn: testDay, recipientKind: 'organisation' }
    const [first, second] = cases.map(({ accompanimentId }) => accompanimentId)
    const facts = await operator.inside(async ({ tx, today }) => {
      await tx.insert(reminders).values([
        { ...reminder, id: newId(), accompanimentId: first, subjectId: waves[0], occurrence: 1, state: 'done' },
        { ...reminder, id: newId(), accompanimentId: first, subjectId: waves[0], occurrence: 2, state: 'done' },
        { ...reminder, id: newId(), accompanimentId: first, subjectId: waves[0], occurrence: 3, state: 'due' },
        { ...reminder, id: newId(), accompanimentId: second, subjectId: waves[1], occurrence: 1, state: 'done' },
      ])
      return factsOf(
        tx,
        operator.id,
        cases.map(({ accompanimentId }) => accompanimentId),
        today,
      )
    })
    const attempts = cases.map(({ accompanimentId }) =>
      facts.get(accompanimentId)?.followUps.map(wave => wave.attempts),
    )
    expect(attempts).toEqual([[2], [1]])
  })
})
