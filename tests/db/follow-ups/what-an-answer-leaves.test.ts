import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { settleFollowUp } from '#app/features/follow-ups/settle-follow-up.command.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { events, outbox } from '#db/schema/journal.ts'
import { aCase, aFollowUp } from '../../harness/factories/accompaniment.ts'
import { aLink } from '../../harness/factories/link.ts'
import { type TestOperator, test, testDay } from '../../harness/operator.ts'

/** A wave that waits, on a case whose next step is out of date. */
async function aWave(operator: TestOperator) {
  const of = await aCase(operator, { state: 'follow_up' })
  const followUpId = await aFollowUp(operator, of)
  const { accompanimentId } = of
  const token = await aLink(operator, { purpose: 'follow_up', subjectId: followUpId, accompanimentId })
  await operator.inside(({ tx }) =>
    tx
      .update(accompaniments)
      .set({ nextStep: 'out of date' })
      .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.id, accompanimentId))),
  )
  return { ...of, followUpId, contact: operator.contact(token) }
}

const left = (operator: TestOperator, { followUpId, accompanimentId }: Awaited<ReturnType<typeof aWave>>) =>
  operator.inside(async ({ tx }) => {
    const told = await tx.select().from(events).where(eq(events.subjectId, followUpId))
    const jobs = await tx.select().from(outbox).where(eq(outbox.operatorId, operator.id))
    const [row] = await tx.select().from(accompaniments).where(eq(accompaniments.id, accompanimentId))
    return {
      told: told.map(({ name, accompanimentId: of, happenedOn, data }) => ({ name, of, happenedOn, data })),
      jobs: jobs.map(({ job, payload }) => ({ job, payload })),
      isUpToDate: row?.nextStep !== 'out of date',
    }
  })

describe('what a wave leaves behind', () => {
  test('answered by link: its history, who is to be told, and the next step of its case', async ({ operator }) => {
    const wave = await aWave(operator)
    const { followUpId, accompanimentId } = wave
    await wave.contact.must(answerByLink, { headcount: '9' })
    expect(await left(operator, wave)).toEqual({
      told: [
        {
          name: 'follow-up.answered',
          of: accompanimentId,
          happenedOn: testDay,
          data: { wave: 'T3', channel: 'link' },
        },
      ],
      jobs: [{ job: 'follow-up.answered', payload: { accompanimentId, followUpId } }],
      isUpToDate: true,
    })
  })

  test('answered by telephone: its history on the day of the call', async ({ operator }) => {
    const wave = await aWave(operator)
    const { followUpId, accompanimentId: of, number } = wave
    const practitioner = await operator.practitioner()
    const call = { followUpId, number, answeredOn: '2026-03-10', headcount: '9' }
    await practitioner.must(recordByPhone, call)
    expect(await left(operator, wave)).toEqual({
      told: [{ name: 'follow-up.answered', of, happenedOn: '2026-03-10', data: { wave: 'T3', channel: 'phone' } }],
      jobs: [],
      isUpToDate: true,
    })
    // An answer that is there is not written over.
    expect(await practitioner.run(recordByPhone, { ...call, headcount: '2' })).toEqual({
      kind: 'failed',
      failure: { tag: 'follow-up-already-answered' },
    })
  })

  test('that nobody answers: its history', async ({ operator }) => {
    const wave = await aWave(operator)
    const { followUpId, accompanimentId: of, number } = wave
    await (await operator.practitioner()).must(settleFollowUp, { followUpId, number, state: 'unreachable' })
    expect(await left(operator, wave)).toEqual({
      told: [
        {
          name: 'follow-up.settled',
          of,
          happenedOn: testDay,
          data: { wave: 'T3', from: 'planned', to: 'unreachable' },
        },
      ],
      jobs: [],
      isUpToDate: true,
    })
  })

  test('answered by link at the same moment by two people is answered once', async ({ operator }) => {
    const wave = await aWave(operator)
    const outcomes = await Promise.all(
      ['9', '12', '15', '18'].map(headcount => wave.contact.run(answerByLink, { headcount })),
    )
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'failed', 'failed', 'failed'])
    expect((await left(operator, wave)).told).toHaveLength(1)
  })
})
