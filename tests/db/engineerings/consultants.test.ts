import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { cancelEngineering } from '#app/features/engineerings/cancel-engineering.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { inviteConsultant } from '#app/features/engineerings/invite-consultant.command.server.ts'
import { revokeConsultant } from '#app/features/engineerings/revoke-consultant.command.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { sends } from '#db/schema/journal.ts'
import { grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import { atOnce, createCase, createEngineering } from '#tests/harness/missions.ts'
import { TestActor, type TestOperator, test } from '#tests/harness/operator.ts'

const grantOf = (operator: TestOperator, id: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx.select().from(grants).where(eq(grants.id, id))
    if (!row) throw new Error('no such grant')
    return row
  })
const as = (operator: TestOperator, userId: string) =>
  new TestActor({ kind: 'user', userId, operatorSlug: operator.slug, secondFactor: true }, userId)
const guest = { name: 'Inès Caron', email: 'ines.caron@cabinet.example' }

describe('a consultant', () => {
  test('is let into one mission, from the start of its contract to its end', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    const practitioner = await operator.practitioner()
    const { grantId } = await practitioner.must(inviteConsultant, { engineeringId, ...guest })
    const grant = await grantOf(operator, grantId)
    expect(grant).toMatchObject({
      kind: 'consultant',
      subjectId: engineeringId,
      fromOn: '2026-01-15',
      toOn: '2026-06-30',
    })
    expect((await as(operator, grant.userId).read(missionPage, { engineeringId })).kind).toBe('done')
    const planned = await operator.inside(({ tx }) => tx.select().from(sends).where(eq(sends.operatorId, operator.id)))
    expect(planned).toMatchObject([{ message: 'consultant.mission', recipient: guest.email, state: 'planned' }])
  })

  test('is written to on the day when her contract begins', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)], { startsOn: '2026-04-01' })
    await (await operator.practitioner()).must(inviteConsultant, { engineeringId, ...guest })
    const planned = await operator.inside(({ tx }) => tx.select().from(sends).where(eq(sends.operatorId, operator.id)))
    // Midnight in Paris, in summer time.
    expect(planned.map(({ dueAt }) => dueAt.toISOString())).toEqual(['2026-03-31T22:00:00.000Z'])
  })

  test('is let in from today by a contract that has no dates yet', async ({ operator }) => {
    const undated = { startsOn: null, endsOn: null }
    const engineeringId = await createEngineering(operator, [await createCase(operator)], undated)
    const practitioner = await operator.practitioner()
    const { grantId } = await practitioner.must(inviteConsultant, { engineeringId, ...guest })
    expect(await grantOf(operator, grantId)).toMatchObject({ fromOn: '2026-03-12', toOn: null })
  })

  test('keeps one login for the operators that invite her', async ({ operator, foreign }) => {
    const invitedBy = async (host: TestOperator) => {
      const engineeringId = await createEngineering(host, [await createCase(host)])
      const { grantId } = await (await host.practitioner()).must(inviteConsultant, { engineeringId, ...guest })
      return (await grantOf(host, grantId)).userId
    }
    expect(await invitedBy(operator)).toBe(await invitedBy(foreign))
    const known = await operator.inside(({ tx }) =>
      tx.select({ name: users.name }).from(users).where(eq(users.email, guest.email)),
    )
    expect(known).toEqual([{ name: guest.name }])
  })

  test('is not invited twice, nor when she is of the team, nor once the contract is over', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const practitioner = await operator.practitioner()
    const invite = () => practitioner.run(inviteConsultant, { engineeringId, ...guest })
    const outcomes = await atOnce(operator, engineeringId, [invite, invite])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'failed'])
    expect(outcomes.find(({ kind }) => kind === 'failed')).toMatchObject({
      failure: { tag: 'consultant-already-invited', field: 'email' },
    })
    const own = { engineeringId, name: 'Collègue', email: `${practitioner.userId}@test.example` }
    expect(await practitioner.run(inviteConsultant, own)).toMatchObject({ failure: { tag: 'consultant-is-member' } })
    const over = await createEngineering(operator, [one], { endsOn: '2026-03-11' })
    expect(await practitioner.run(inviteConsultant, { engineeringId: over, ...guest })).toMatchObject({
      failure: { tag: 'contract-over' },
    })
  })

  test('whose access is withdrawn has none at the next request, and may be invited again', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    const practitioner = await operator.practitioner()
    const { grantId } = await practitioner.must(inviteConsultant, { engineeringId, ...guest })
    const consultant = as(operator, (await grantOf(operator, grantId)).userId)
    expect((await consultant.read(missionPage, { engineeringId })).kind).toBe('done')
    await practitioner.must(revokeConsultant, { engineeringId, grantId })
    expect(await consultant.read(missionPage, { engineeringId })).toEqual({ kind: 'not-found' })
    await practitioner.must(inviteConsultant, { engineeringId, ...guest })
    expect((await consultant.read(missionPage, { engineeringId })).kind).toBe('done')
  })

  test('sees her reach move with the dates of the contract', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    const practitioner = await operator.practitioner()
    const { grantId } = await practitioner.must(inviteConsultant, { engineeringId, ...guest })
    await practitioner.must(editEngineering, {
      engineeringId,
      version: 1,
      title: 'Titre',
      startsOn: '2026-02-01',
      endsOn: '2026-09-30',
    })
    expect(await grantOf(operator, grantId)).toMatchObject({ fromOn: '2026-02-01', toOn: '2026-09-30' })
  })

  test('leaves with a cancelled engineering', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    const consultant = await operator.consultant(engineeringId)
    await (await operator.practitioner()).must(cancelEngineering, { engineeringId, reason: 'Fusion' })
    expect(await consultant.read(missionPage, { engineeringId })).toEqual({ kind: 'not-found' })
  })
})
