import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { signAmendment } from '#app/features/contracts/sign-amendment.command.server.ts'
import { answerShare } from '#app/features/shares/answer-share.command.server.ts'
import { sendShares } from '#app/features/shares/send-shares.effect.server.ts'
import { shareEngineering } from '#app/features/shares/share-engineering.command.server.ts'
import { sharePage } from '#app/features/shares/share-page.query.server.ts'
import { sharesPage } from '#app/features/shares/shares-page.query.server.ts'
import { tellShare } from '#app/features/shares/tell-share.effect.server.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { notifications, outbox } from '#db/schema/journal.ts'
import { organisations } from '#db/schema/organisations.ts'
import { shares } from '#db/schema/shares.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { createCase, createEngineering } from '#tests/harness/missions.ts'
import { createOperator, type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

const clock = { clock: testClock }
const siretOf = (operator: TestOperator, organisationId: string, siret: string) =>
  operator.inside(({ tx }) =>
    tx
      .update(organisations)
      .set({ siret })
      .where(and(eq(organisations.operatorId, operator.id), eq(organisations.id, organisationId))),
  )
const listed = async (actor: TestActor) => {
  const read = await actor.read(sharesPage)
  if (read.kind !== 'done') throw new Error(read.kind)
  return read.value.shares
}
const pageOf = async (actor: TestActor, engineeringId: string) => {
  const read = await actor.read(sharePage, { engineeringId })
  if (read.kind !== 'done') throw new Error(read.kind)
  return read.value
}
const jobs = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({ job: outbox.job })
      .from(outbox)
      .where(and(eq(outbox.operatorId, operator.id), isNull(outbox.settledAt))),
  )

async function aShared(operator: TestOperator, partners: readonly TestOperator[]) {
  const cases = [await createCase(operator, 'Terre et Partage'), await createCase(operator, 'Le Fournil')]
  await siretOf(operator, cases[0]?.organisationId ?? '', '73282932000074')
  await siretOf(operator, cases[1]?.organisationId ?? '', '44306184100047')
  const engineeringId = await createEngineering(operator, cases, { daysOrdered: 11.25, amountCents: 1_125_001 })
  const practitioner = await operator.practitioner()
  const rows = [...partners.map(({ slug }) => ({ slug, weight: '1' })), { slug: '', weight: '' }]
  await practitioner.must(shareEngineering, { engineeringId, version: 1, own: '1', partners: rows })
  return { engineeringId, practitioner }
}

describe('an engineering shared by several operators', () => {
  test('gives each its part through the outbox, and their sum is the whole', async ({ operator, foreign }) => {
    const third = await createOperator()
    const { engineeringId, practitioner } = await aShared(operator, [foreign, third])
    expect(await jobs(operator)).toContainEqual({ job: 'share.send' })
    const partner = await foreign.practitioner()
    expect(await listed(partner)).toEqual([])
    await perform(sendShares, operator.id, { engineeringId }, clock)
    await perform(sendShares, operator.id, { engineeringId }, clock)
    const [here, there] = [await listed(partner), await listed(await third.practitioner())]
    const { operators } = await pageOf(practitioner, engineeringId)
    const own = operators.find(({ isLead }) => isLead)
    const parts = [own?.cents ?? 0, here[0]?.amountCents ?? 0, there[0]?.amountCents ?? 0]
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(1_125_001)
    expect([own?.quarters, here[0]?.quarters, there[0]?.quarters]).toEqual([15, 15, 15])
    const [row] = await operator.inside(({ tx }) =>
      tx.select().from(engineerings).where(eq(engineerings.id, engineeringId)),
    )
    // Until they accept, their parts count with the lead.
    expect(row?.share).toBe(1)
  })

  test('tells the managers of the partner once, and those of the lead what it answered', async ({
    operator,
    foreign,
  }) => {
    const [theirs, ours] = [await foreign.manager(), await operator.manager()]
    const told = (whose: TestOperator, { userId }: TestActor) =>
      whose.inside(({ tx }) =>
        tx
          .select({ kind: notifications.kind, address: notifications.address })
          .from(notifications)
          .where(and(eq(notifications.operatorId, whose.id), eq(notifications.userId, userId))),
      )
    const { engineeringId } = await aShared(operator, [foreign])
    await perform(sendShares, operator.id, { engineeringId }, clock)
    await perform(sendShares, operator.id, { engineeringId }, clock)
    const address = `/o/${foreign.slug}/collectifs/partages`
    expect(await told(foreign, theirs)).toEqual([{ kind: 'share.proposed', address }])
    const shareId = (await listed(theirs))[0]?.id ?? ''
    await theirs.must(answerShare, { shareId, version: 1, answer: 'declined' })
    await perform(tellShare, foreign.id, { shareId }, clock)
    await perform(tellShare, foreign.id, { shareId }, clock)
    expect(await told(operator, ours)).toEqual([
      { kind: 'share.declined', address: `/o/${operator.slug}/collectifs/${engineeringId}/partage` },
    ])
  })

  test('names to another operator only what both know by SIREN', async ({ operator, foreign }) => {
    const theirs = await createCase(foreign, 'Terre et Partage, antenne')
    await siretOf(foreign, theirs.organisationId, '73282932000090')
    const { engineeringId } = await aShared(operator, [foreign])
    await perform(sendShares, operator.id, { engineeringId }, clock)
    const partner = await foreign.practitioner()
    expect(await listed(partner)).toMatchObject([
      { organisations: [{ id: theirs.organisationId, name: 'Terre et Partage, antenne' }], others: 1 },
    ])
    expect(JSON.stringify(await listed(partner))).not.toContain('Fournil')
  })

  test('is answered, and the lead reads the answer beside the part', async ({ operator, foreign }) => {
    const { engineeringId, practitioner } = await aShared(operator, [foreign])
    await perform(sendShares, operator.id, { engineeringId }, clock)
    const partner = await foreign.practitioner()
    const [share] = await listed(partner)
    const shareId = share?.id ?? ''
    await partner.must(answerShare, { shareId, version: 1, answer: 'accepted' })
    expect(await partner.run(answerShare, { shareId, version: 1, answer: 'declined' })).toMatchObject({
      kind: 'conflict',
    })
    await perform(tellShare, foreign.id, { shareId }, clock)
    const states = async () =>
      (await pageOf(practitioner, engineeringId)).operators.map(({ isLead, state, cents }) => [isLead, state, cents])
    expect(await states()).toEqual([
      [true, 'accepted', 562_501],
      [false, 'accepted', 562_500],
    ])
    // Sent again unchanged it keeps its answer; an amendment asks again, and the parts still sum to the whole.
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect(await listed(partner)).toMatchObject([{ state: 'accepted' }])
    const added = { amount: '0,02', signedOn: '2026-03-10', reason: 'Arrondi.' }
    await practitioner.must(signAmendment, { engineeringId, version: 2, ...added })
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect(await listed(partner)).toMatchObject([{ state: 'proposed', amountCents: 562_501 }])
  })

  test('taken back, leaves a part of nothing, and the lead carries the whole', async ({ operator, foreign }) => {
    const { engineeringId, practitioner } = await aShared(operator, [foreign])
    await perform(sendShares, operator.id, { engineeringId }, clock)
    await practitioner.must(shareEngineering, { engineeringId, version: 2, own: '1', partners: [] })
    await perform(sendShares, operator.id, { engineeringId }, clock)
    expect(await listed(await foreign.practitioner())).toMatchObject([{ amountCents: 0, quarters: 0 }])
    const { operators } = await pageOf(practitioner, engineeringId)
    expect(operators.find(({ isLead }) => isLead)).toMatchObject({ cents: 1_125_001, quarters: 45 })
    const [row] = await operator.inside(({ tx }) =>
      tx.select().from(engineerings).where(eq(engineerings.id, engineeringId)),
    )
    expect(row?.share).toBe(1)
  })

  test('is split between agreements too, and refuses what it does not know beside its field', async ({
    operator,
    foreign,
  }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)], { amountCents: 100_001 })
    const practitioner = await operator.practitioner()
    const { agreementId } = await anAgreement(operator)
    const { agreementId: theirs } = await anAgreement(foreign)
    const key = { engineeringId, version: 1, own: '1' }
    const refused = (input: object) => practitioner.run(shareEngineering, { ...key, ...input })
    expect(await refused({ partners: [{ slug: 'nobody', weight: '1' }] })).toMatchObject({
      failure: { tag: 'unknown-operator', field: 'partners[0].slug' },
    })
    expect(await refused({ partners: [{ slug: operator.slug, weight: '1' }] })).toMatchObject({
      failure: { tag: 'own-operator' },
    })
    expect(await refused({ partners: [{ slug: foreign.slug, weight: '' }] })).toMatchObject({
      failure: { tag: 'weight-needed', field: 'partners[0].weight' },
    })
    expect(await refused({ funders: [{ agreementId: theirs, weight: '1' }] })).toMatchObject({
      failure: { tag: 'unknown-agreement', field: 'funders[0].agreementId' },
    })
    await practitioner.must(shareEngineering, { ...key, funders: [{ agreementId, weight: '3' }] })
    expect((await pageOf(practitioner, engineeringId)).funders).toMatchObject([{ cents: 100_001, weight: 3 }])
    expect(await foreign.inside(({ tx }) => tx.select().from(shares))).toEqual([])
  })
})
