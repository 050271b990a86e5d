import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { bidRoom } from '#app/features/consultations/bid-room.query.server.ts'
import { consultationPage } from '#app/features/consultations/consultation-page.query.server.ts'
import { depositOffer } from '#app/features/consultations/deposit-offer.command.server.ts'
import { openConsultation } from '#app/features/consultations/open-consultation.command.server.ts'
import { recordOffer } from '#app/features/consultations/record-offer.command.server.ts'
import { sayIntention } from '#app/features/consultations/say-intention.command.server.ts'
import { takeOfferFile } from '#app/features/consultations/take-offer-file.command.server.ts'
import { tellOffer } from '#app/features/consultations/tell-offer.effect.server.ts'
import { cancelEngineering } from '#app/features/engineerings/cancel-engineering.command.server.ts'
import { bytesOf, keepFile } from '#app/features/files/file-store.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { roleUrl } from '#db/roles.ts'
import { consultations } from '#db/schema/consultations.ts'
import { notifications, outbox } from '#db/schema/journal.ts'
import { SECRET, withClient } from '#tests/harness/connection.ts'
import { aConsultation, bidLink } from '#tests/harness/consultations.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillage-bids-'))
  provideEnvironment({ DATA_DIR: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const offer = { days: '4,25', amount: '4300,01', note: 'Deux ateliers.' }

/** The third provider of an open consultation, at its link. */
async function aBidder(operator: TestOperator) {
  const made = await aConsultation(operator, { deadline: '2026-03-20' })
  const bidder = operator.contact(await bidLink(operator, made.invitationIds[2]))
  return { ...made, bidder, practitioner: await operator.practitioner() }
}

async function bidOf(bidder: TestActor, clock?: () => Date) {
  const outcome = await bidder.read(personalLinkPage, {}, clock)
  if (outcome.kind !== 'done' || !('purpose' in outcome.value) || outcome.value.purpose !== 'consultation') return null
  return outcome.value.bid
}
async function pageOf(practitioner: TestActor, engineeringId: string) {
  const page = await practitioner.read(consultationPage, { engineeringId })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value
}

describe('a provider behind its link', () => {
  test('reads the terms, says whether it bids, and gives an offer that enters the grid', async ({ operator }) => {
    const { bidder, practitioner, engineeringId } = await aBidder(operator)
    expect(await bidOf(bidder)).toMatchObject({
      brief: { provider: 'Cabinet Causse', texts: [{ name: 'context', text: 'Une ressourcerie.' }] },
      isOver: false,
      intention: null,
      offer: null,
    })
    await bidder.must(sayIntention, { intention: 'no' })
    await bidder.must(sayIntention, { intention: 'yes' })
    await bidder.must(depositOffer, offer)
    await bidder.must(depositOffer, { ...offer, days: '4', amount: '4200' })
    expect(await bidOf(bidder)).toMatchObject({
      offer: { quarters: 16, amountCents: 420_000, receivedOn: '2026-03-12' },
    })
    const { offers, invitations } = await pageOf(practitioner, engineeringId)
    expect(offers).toHaveLength(3)
    expect(offers).toContainEqual(
      expect.objectContaining({ provider: 'Cabinet Causse', quarters: 16, amountCents: 420_000, isDeposited: true }),
    )
    expect(invitations.find(({ provider }) => provider === 'Cabinet Causse')).toMatchObject({ intention: 'yes' })
    expect(await bidder.run(sayIntention, { intention: 'no' })).toMatchObject({
      failure: { tag: 'offer-deposited', field: 'intention' },
    })
  })

  test('gives a document with it, which only the team takes', async ({ operator }) => {
    const { bidder, practitioner, engineeringId } = await aBidder(operator)
    const room = await bidder.read(bidRoom)
    if (room.kind !== 'done') throw new Error(room.kind)
    const text = '%PDF-1.7\noffre\n%%EOF\n'
    const kept = await keepFile(new File([text], 'offre.pdf'), { operatorId: room.value.operatorId, formKey: newId() })
    if (!kept.ok) throw new Error(kept.failure.tag)
    await bidder.must(depositOffer, { ...offer, ...kept.value })
    // Sent again without one, the document stays.
    await bidder.must(depositOffer, { ...offer, amount: '4000' })
    expect(await bidOf(bidder)).toMatchObject({ file: { name: 'offre.pdf' }, offer: { amountCents: 400_000 } })
    const own = (await pageOf(practitioner, engineeringId)).offers.find(({ isDeposited }) => isDeposited)
    const taken = await practitioner.must(takeOfferFile, { engineeringId, offerId: own?.id })
    expect((await bytesOf(taken.operatorId, taken.id))?.toString()).toBe(text)
  })

  test('answers until the end of the last day, and reads afterwards that it is over', async ({ operator }) => {
    const { bidder, practitioner, engineeringId } = await aBidder(operator)
    await bidder.must(depositOffer, offer, { clock: () => new Date('2026-03-20T22:30:00Z') })
    const late = { clock: () => new Date('2026-03-20T23:30:00Z') }
    for (const answer of [bidder.run(depositOffer, offer, late), bidder.run(sayIntention, { intention: 'yes' }, late)])
      expect(await answer).toMatchObject({ failure: { tag: 'answer-time-over' } })
    expect(await bidOf(bidder, late.clock)).toMatchObject({ isOver: true, offer: { amountCents: 430_001 } })
    await practitioner.must(openConsultation, { engineeringId, deadline: '2026-03-27' }, late)
    expect(await bidOf(bidder, late.clock)).toMatchObject({ isOver: false, deadline: '2026-03-27' })
    await bidder.must(depositOffer, offer, late)
  })

  test('is over at once when the engineering is given up', async ({ operator }) => {
    const { bidder, practitioner, engineeringId } = await aBidder(operator)
    await practitioner.must(cancelEngineering, { engineeringId, reason: 'La structure renonce.' })
    expect(await bidOf(bidder)).toMatchObject({ isOver: true })
    expect(await bidder.run(depositOffer, offer)).toMatchObject({ failure: { tag: 'answer-time-over' } })
  })

  test('sees nothing of the others, PostgreSQL included', async ({ operator, databaseUrl }) => {
    const { bidder, invitationIds } = await aBidder(operator)
    await bidder.must(depositOffer, offer)
    expect(JSON.stringify(await bidOf(bidder))).not.toMatch(/Aubrac|Berry|420050|450000/)
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      await client.query(
        `select set_config('app.operator_id', $1, false), set_config('app.reach', 'subjects', false), set_config('app.subjects', $2, false)`,
        [operator.id, invitationIds[2]],
      )
      expect((await client.query('select invitation_id from offers')).rows).toEqual([
        { invitation_id: invitationIds[2] },
      ])
      expect((await client.query('select id from invitations')).rows).toEqual([{ id: invitationIds[2] }])
      for (const table of ['consultations', 'engineerings', 'terms_of_reference', 'offer_scores', 'providers'])
        expect((await client.query(`select id from ${table}`)).rowCount, table).toBe(0)
    })
  })

  test('answers in place of the letter that was written down, and the other way round', async ({ operator }) => {
    const { practitioner, engineeringId, providerIds, invitationIds } = await aBidder(operator)
    const first = operator.contact(await bidLink(operator, invitationIds[0]))
    await first.must(depositOffer, offer)
    const paper = { engineeringId, providerId: providerIds[0], receivedOn: '2026-03-12', days: '3', amount: '3000' }
    await practitioner.must(recordOffer, paper)
    expect(await bidOf(first)).toMatchObject({ offer: { quarters: 12, amountCents: 300_000 } })
    expect((await pageOf(practitioner, engineeringId)).offers).toHaveLength(2)
  })

  test('is told to whoever asked, once for each answer', async ({ operator }) => {
    const { bidder, practitioner, engineeringId } = await aBidder(operator)
    await operator.inside(({ tx }) =>
      tx
        .update(consultations)
        .set({ openedBy: practitioner.userId })
        .where(eq(consultations.engineeringId, engineeringId)),
    )
    await bidder.must(depositOffer, offer)
    const jobs = await operator.inside(({ tx }) =>
      tx.select({ payload: outbox.payload }).from(outbox).where(eq(outbox.job, 'offer.tell')),
    )
    for (const { payload } of [...jobs, ...jobs]) await perform(tellOffer, operator.id, payload, { clock: testClock })
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(told).toMatchObject([
      { userId: practitioner.userId, kind: 'offer.answered', data: { provider: 'Cabinet Causse' } },
    ])
    expect(told[0]?.address).toMatch(/\/consultation$/)
  })
})
