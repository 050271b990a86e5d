import { count, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { tellAnswered } from '#app/features/follow-ups/tell-answered.effect.server.ts'
import { missionsPage } from '#app/features/sessions/missions-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { engineeringMembers } from '#db/schema/engineerings.ts'
import { feedbackAnswers, feedbackBatches, followUps } from '#db/schema/follow-ups.ts'
import { withTenant } from '#db/tenant.ts'
import { aCase, aFollowUp } from '#tests/harness/factories/accompaniment.ts'
import { aLink } from '#tests/harness/factories/link.ts'
import { createEngineering } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

/** A case of one engineering, whose first wave waits for its answer. */
async function waitingCase(operator: TestOperator, engineeringId: string, wave: 'T1' | 'T2' = 'T1') {
  const of = await aCase(operator, { state: 'follow_up' })
  const { accompanimentId, number } = of
  const followUpId = await aFollowUp(operator, of, { wave })
  await operator.inside(({ tx }) =>
    tx.insert(engineeringMembers).values({ operatorId: operator.id, id: newId(), engineeringId, accompanimentId }),
  )
  return { accompanimentId, number, followUpId }
}

async function answer(operator: TestOperator, engineeringId: string, satisfaction: number) {
  const { number, followUpId } = await waitingCase(operator, engineeringId)
  const manager = await operator.manager()
  const given = { followUpId, number, answeredOn: '2026-03-10', satisfaction: String(satisfaction), headcount: '3' }
  await manager.must(recordByPhone, given)
}

async function feedbackFor(consultant: TestActor) {
  const outcome = await consultant.read(missionsPage)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.feedback
}

describe('what organisations say of a consultant', () => {
  test('is told to her by whole batches of five, and never by one', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [])
    const consultant = await operator.consultant(engineeringId)
    for (const given of [8, 9, 7, 10]) await answer(operator, engineeringId, given)
    expect(await feedbackFor(consultant)).toEqual({ answers: 0, total: 0 })
    await answer(operator, engineeringId, 6)
    expect(await feedbackFor(consultant)).toEqual({ answers: 5, total: 40 })
    for (const given of [1, 1, 1, 1]) await answer(operator, engineeringId, given)
    expect(await feedbackFor(consultant)).toEqual({ answers: 5, total: 40 })
    await answer(operator, engineeringId, 6)
    expect(await feedbackFor(consultant)).toEqual({ answers: 10, total: 50 })
  })

  test('counts the first wave of her own missions, once', async ({ operator }) => {
    const [mine, other] = [await createEngineering(operator, []), await createEngineering(operator, [])]
    const consultant = await operator.consultant(mine)
    for (const given of [8, 8, 8]) await answer(operator, mine, given)
    for (const given of [1, 1, 1]) await answer(operator, other, given)
    // Later waves ask something else; an import may still have one there.
    for (let at = 0; at < 3; at++) {
      const later = await waitingCase(operator, mine, 'T2')
      await operator.inside(({ tx }) =>
        tx.update(followUps).set({ state: 'answered', satisfaction: 2 }).where(eq(followUps.id, later.followUpId)),
      )
      const { accompanimentId, followUpId } = later
      await perform(tellAnswered, operator.id, { accompanimentId, followUpId }, { clock: testClock })
    }
    const { accompanimentId, followUpId } = await waitingCase(operator, mine)
    const token = await aLink(operator, { purpose: 'follow_up', subjectId: followUpId, accompanimentId })
    await operator.contact(token).must(answerByLink, { satisfaction: '8' })
    for (let twice = 0; twice < 2; twice++)
      await perform(tellAnswered, operator.id, { accompanimentId, followUpId }, { clock: testClock })
    expect(await feedbackFor(consultant)).toEqual({ answers: 0, total: 0 })
    await answer(operator, mine, 8)
    expect(await feedbackFor(consultant)).toEqual({ answers: 5, total: 40 })
  })

  test('leaves the answers themselves, and those about others, out of her reach', async ({ operator }) => {
    const [mine, other] = [await createEngineering(operator, []), await createEngineering(operator, [])]
    const consultant = await operator.consultant(mine)
    await operator.consultant(other)
    for (let at = 0; at < 5; at++) {
      await answer(operator, mine, 8)
      await answer(operator, other, 2)
    }
    const seen = await withTenant(consultant.door, 'read', testClock, async ({ tx }) => ({
      answers: (await tx.select({ total: count() }).from(feedbackAnswers))[0]?.total,
      batches: (await tx.select({ userId: feedbackBatches.userId }).from(feedbackBatches)).map(row => row.userId),
    }))
    expect(seen).toEqual({ answers: 0, batches: [consultant.userId] })
    const forged = withTenant(consultant.door, 'write', testClock, ({ tx }) =>
      tx.update(feedbackBatches).set({ total: 50 }).where(eq(feedbackBatches.userId, consultant.userId)),
    )
    await expect(forged).rejects.toThrow()
  })
})
