import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Actor } from '#app/access/actor.ts'
import { downloadEdition } from '#app/features/reports/download-edition.command.server.ts'
import { requestEdition } from '#app/features/reports/request-edition.command.server.ts'
import { events } from '#db/schema/journal.ts'
import { anAgreement } from '../../harness/factories/agreement.ts'
import { anEdition } from '../../harness/factories/edition.ts'
import { TestActor, test } from '../../harness/operator.ts'

describe('taking an edition away', () => {
  test('asks a second factor of everybody, and is noted', async ({ operator }) => {
    const { agreementId } = await anAgreement(operator)
    const editionId = await anEdition(operator, agreementId)
    const funder = await operator.funder(agreementId)
    const { userId } = funder
    const input = { editionId, format: 'xlsx' }
    const half = new TestActor({ kind: 'user', userId, operatorSlug: operator.slug, secondFactor: false }, userId)
    const told = () => operator.inside(({ tx }) => tx.select().from(events).where(eq(events.operatorId, operator.id)))
    expect(await half.run(downloadEdition, input)).toEqual({ kind: 'second-factor' })
    expect(await told()).toEqual([])
    await funder.must(downloadEdition, input)
    expect(await told()).toMatchObject([
      { name: 'edition.downloaded', subjectId: editionId, actorId: userId, data: { format: 'xlsx' } },
    ])
  })

  // PostgreSQL hides these editions from them already: the rule is a lock of its own.
  test('is refused by the rule alone to another funder, and to all of them before it is published', () => {
    const content = null
    const funder = (agreementIds: string[]): Actor => ({ kind: 'funder', userId: 'f', agreementIds })
    const network: Actor = { kind: 'network', userId: 'n' }
    const input = { editionId: 'e', format: 'pdf' as const }
    const mayRead = (actor: Actor, isPublished: boolean) =>
      downloadEdition.allow(
        actor,
        { agreementId: 'own', state: isPublished ? 'published' : 'ready', isPublished, content },
        input,
      )
    expect([true, false].map(isPublished => mayRead(funder(['own']), isPublished))).toEqual([true, false])
    expect([true, false].map(isPublished => mayRead(network, isPublished))).toEqual([true, false])
    expect(mayRead(funder(['other']), true)).toBe(false)
  })
})

test('editions that are asked for at the same moment have each a number of their own', async ({ operator }) => {
  const { agreementId } = await anAgreement(operator)
  const practitioner = await operator.practitioner()
  const asked = await Promise.all(
    Array.from({ length: 8 }, () => practitioner.must(requestEdition, { agreementId, year: 2026 })),
  )
  expect(asked.map(({ edition }) => edition).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})
