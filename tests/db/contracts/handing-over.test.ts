import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { contractPage } from '#app/features/contracts/contract-page.query.server.ts'
import { deliverableRoom } from '#app/features/contracts/deliverable-room.query.server.ts'
import { depositDeliverable } from '#app/features/contracts/deposit-deliverable.command.server.ts'
import { reviewDeliverable } from '#app/features/contracts/review-deliverable.command.server.ts'
import { submitDeliverable } from '#app/features/contracts/submit-deliverable.command.server.ts'
import { takeDeliverable } from '#app/features/contracts/take-deliverable.command.server.ts'
import { tellDeliverable } from '#app/features/contracts/tell-deliverable.effect.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { notifications, outbox } from '#db/schema/journal.ts'
import { aContract } from '#tests/harness/contracts.ts'
import { type TestActor, test, testClock } from '#tests/harness/operator.ts'

const file = () => ({ fileId: newId(), name: 'plan.pdf', kind: 'pdf', size: 40, sha256: 'a'.repeat(64) })
async function deliverablesOf(consultant: TestActor, engineeringId: string) {
  const page = await consultant.read(missionPage, { engineeringId })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.deliverables
}

describe('a consultant', () => {
  test('hands over a deliverable of her contract today, and reads what became of it', async ({ operator }) => {
    const { engineeringId, deliverableId } = await aContract(operator)
    const consultant = await operator.consultant(engineeringId)
    const hand = { engineeringId, deliverableId, version: 1, submittedOn: '2026-01-01' }
    expect(await consultant.run(submitDeliverable, hand)).toMatchObject({
      failure: { tag: 'deliverable-nowhere', field: 'address' },
    })
    await consultant.must(submitDeliverable, { ...hand, ...file() })
    expect(await deliverablesOf(consultant, engineeringId)).toMatchObject([
      { state: 'submitted', submittedOn: '2026-03-12', file: { name: 'plan.pdf' } },
    ])
    const practitioner = await operator.practitioner()
    const remark = 'Il manque les hypothèses.'
    const review = { engineeringId, deliverableId, version: 2, verdict: 'to_revise', remark }
    await practitioner.must(reviewDeliverable, review)
    expect(await deliverablesOf(consultant, engineeringId)).toMatchObject([{ state: 'to_revise', remark }])
    // The document is still there: she may answer with a word alone.
    await consultant.must(submitDeliverable, { ...hand, version: 3, note: 'Page 4.' })
    expect(await practitioner.must(takeDeliverable, { engineeringId, deliverableId })).toMatchObject({
      name: 'plan.pdf',
    })
  })

  test('hands over what the contract does not name, under her own title', async ({ operator }) => {
    const { engineeringId } = await aContract(operator)
    const consultant = await operator.consultant(engineeringId)
    await consultant.must(depositDeliverable, {
      engineeringId,
      title: 'Trame de budget',
      address: 'https://c.example/b',
    })
    const page = await (await operator.practitioner()).read(contractPage, { engineeringId })
    expect(page).toMatchObject({
      value: { deliverables: [{ state: 'expected' }, { title: 'Trame de budget', state: 'submitted' }] },
    })
  })

  test('does so on her mission alone, and until the last day of her contract', async ({ operator }) => {
    const { engineeringId, deliverableId } = await aContract(operator)
    const other = await aContract(operator)
    const hand = { engineeringId, deliverableId, version: 1, submittedOn: '2026-03-12', note: 'Remis.' }
    const consultant = await operator.consultant(engineeringId)
    // An engineering of hers does not open a deliverable of another.
    const crossed = { ...hand, deliverableId: other.deliverableId }
    expect(await consultant.run(submitDeliverable, crossed)).toEqual({ kind: 'not-found' })
    const late = await operator.consultant(engineeringId, { toOn: '2026-03-11' })
    expect(await late.run(submitDeliverable, hand)).toEqual({ kind: 'not-found' })
    expect(await late.run(depositDeliverable, { engineeringId, title: 'Note', note: 'Ici.' })).toEqual({
      kind: 'not-found',
    })
    expect(await late.read(deliverableRoom, { engineeringId })).toEqual({ kind: 'not-found' })
    expect((await deliverablesOf(late, engineeringId)).map(({ state }) => state)).toEqual(['expected'])
  })

  test('is heard by the practitioner of the case, once', async ({ operator }) => {
    const { engineeringId, deliverableId, one } = await aContract(operator)
    const practitioner = await operator.practitioner()
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ practitionerId: practitioner.userId }).where(eq(accompaniments.id, one.id)),
    )
    const consultant = await operator.consultant(engineeringId)
    const hand = { engineeringId, deliverableId, version: 1, submittedOn: '2026-03-12', note: 'Remis.' }
    await consultant.must(submitDeliverable, hand)
    const [job] = await operator.inside(({ tx }) =>
      tx.select({ payload: outbox.payload }).from(outbox).where(eq(outbox.job, 'deliverable.tell')),
    )
    for (const payload of [job?.payload ?? {}, job?.payload ?? {}])
      await perform(tellDeliverable, operator.id, payload, { clock: testClock })
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(told).toMatchObject([
      { userId: practitioner.userId, kind: 'deliverable.submitted', data: { title: 'Plan de trésorerie' } },
    ])
  })
})
