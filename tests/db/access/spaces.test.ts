import { describe, expect } from 'vitest'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { fundedAgreementPage } from '#app/features/reports/funded-agreement.query.server.ts'
import { fundedAgreementsPage } from '#app/features/reports/funded-agreements.query.server.ts'
import { networkEditionsPage } from '#app/features/reports/network-editions.query.server.ts'
import { missionsPage } from '#app/features/sessions/missions-page.query.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { type Space, withTenant } from '#db/tenant.ts'
import { caseIn } from '#tests/harness/cases.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { anEdition } from '#tests/harness/factories/edition.ts'
import { createCase, createEngineering } from '#tests/harness/missions.ts'
import { TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

const notFound = { kind: 'not-found' }

const inSpace = (operator: TestOperator, { userId }: TestActor, space?: Space) =>
  new TestActor(
    { kind: 'user', userId, operatorSlug: operator.slug, secondFactor: true, ...(space && { space }) },
    userId,
  )

/** What may be true of one person in one operator, on one day: a contract that has just ended is still read. */
async function several(operator: TestOperator) {
  const { number, practitioner: member } = await caseIn(operator, 'in_progress')
  const { agreementId } = await anAgreement(operator)
  await anEdition(operator, agreementId, { state: 'published' })
  await anEdition(operator, (await anAgreement(operator)).agreementId, { state: 'published' })
  const engineeringId = await createEngineering(operator, [await createCase(operator)])
  const ended = { fromOn: '2026-01-01', toOn: '2026-03-10' }
  const payer = await operator.consultant(engineeringId, ended)
  await operator.grant(payer.userId, 'funder', { subjectId: agreementId, fromOn: '2026-03-11' })
  await operator.grant(payer.userId, 'network')
  await operator.grant(member.userId, 'network')
  return { number, agreementId, engineeringId, ended, payer, member }
}

describe('somebody with several rights in one operator', () => {
  test('has each of her spaces, as who has that right alone', async ({ operator }) => {
    const { agreementId, engineeringId, ended, payer, member } = await several(operator)
    const alone = {
      funder: await operator.funder(agreementId),
      consultant: await operator.consultant(engineeringId, ended),
      network: await operator.network(),
    }
    for (const [who, space, page, input] of [
      [payer, 'funder', fundedAgreementsPage, {}],
      [payer, 'funder', fundedAgreementPage, { agreementId }],
      [payer, 'consultant', missionsPage, {}],
      [payer, 'network', networkEditionsPage, {}],
      [member, 'network', networkEditionsPage, {}],
    ] as const) {
      const expected = await alone[space].read(page, input)
      expect(expected.kind).toBe('done')
      expect(await inSpace(operator, who, space).read(page, input)).toEqual(expected)
    }
    expect(await inSpace(operator, member).read(caseList, {})).toMatchObject({ kind: 'done' })
  })

  test('reads nothing of her team from there: neither by its pages nor in its tables', async ({ operator }) => {
    const { number, member, payer } = await several(operator)
    for (const actor of [inSpace(operator, member, 'network'), inSpace(operator, payer, 'funder')]) {
      expect(await actor.read(caseList, {})).toEqual(notFound)
      expect(await actor.read(historyPage, { number })).toEqual(notFound)
      const rows = await withTenant(actor.door, 'read', testClock, ({ tx }) => tx.select().from(accompaniments))
      expect(rows).toEqual([])
    }
  })

  test('opens no space that she has not, though another of hers would show the same', async ({ operator, foreign }) => {
    const { agreementId, member } = await several(operator)
    const funder = await operator.funder(agreementId)
    expect(await funder.read(fundedAgreementPage, { agreementId })).toMatchObject({ kind: 'done' })
    expect(await inSpace(operator, funder, 'network').read(fundedAgreementPage, { agreementId })).toEqual(notFound)
    for (const who of [member, await foreign.practitioner()]) {
      const actor = inSpace(operator, who, 'funder')
      expect(await actor.read(fundedAgreementsPage, {})).toEqual(notFound)
      expect(await actor.read(fundedAgreementPage, { agreementId })).toEqual(notFound)
    }
  })
})
