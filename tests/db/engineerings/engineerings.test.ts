import { asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { addMember } from '#app/features/engineerings/add-member.command.server.ts'
import { cancelEngineering } from '#app/features/engineerings/cancel-engineering.command.server.ts'
import { cohortsPage } from '#app/features/engineerings/cohorts-page.query.server.ts'
import { createEngineering as buy } from '#app/features/engineerings/create-engineering.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { engineeringPage } from '#app/features/engineerings/engineering-page.query.server.ts'
import { removeMember } from '#app/features/engineerings/remove-member.command.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import { engineerings, providers, sessions } from '#db/schema/engineerings.ts'
import { events } from '#db/schema/journal.ts'
import {
  atOnce,
  createAction,
  createCase,
  createEngineering,
  createSession,
  heldSession,
} from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const contract = {
  kind: 'individual',
  title: 'Plan de trésorerie',
  newProvider: '  Cabinet   UN ',
  daysOrdered: '4,5',
  amount: '4 500,50',
  startsOn: '2026-01-15',
  endsOn: '2026-06-30',
  signedOn: '2026-01-10',
  unconsultedReason: 'Sous le seuil de consultation.',
}
const row = (operator: TestOperator, id: string) =>
  operator.inside(async ({ tx }) => {
    const [found] = await tx.select().from(engineerings).where(eq(engineerings.id, id))
    if (!found) throw new Error('no such engineering')
    return found
  })
const action = (operator: TestOperator, id: string) =>
  operator.inside(async ({ tx }) => (await tx.select().from(planActions).where(eq(planActions.id, id)))[0])

describe('an engineering', () => {
  test('is bought for a case, from a provider that was not known, and told in its history', async ({ operator }) => {
    const one = await createCase(operator)
    const actionId = await createAction(operator, one.id)
    const practitioner = await operator.practitioner()
    const { engineeringId } = await practitioner.must(buy, { ...contract, number: one.number, actionIds: [actionId] })
    expect(await row(operator, engineeringId)).toMatchObject({
      state: 'signed',
      daysOrdered: 4.5,
      amountCents: 450_050,
      signedOn: '2026-01-10',
    })
    expect(await action(operator, actionId)).toMatchObject({ engineeringId, status: 'in_progress' })
    const told = await operator.inside(({ tx }) =>
      tx.select().from(events).where(eq(events.subjectId, engineeringId)).orderBy(asc(events.id)),
    )
    expect(told.map(({ name, happenedOn, accompanimentId }) => [name, happenedOn, accompanimentId])).toEqual([
      ['engineering.created', '2026-03-12', one.id],
      ['engineering.signed', '2026-01-10', one.id],
    ])
  })

  test('signed without a consultation keeps its reason; signed already, it is not asked again', async ({
    operator,
  }) => {
    const practitioner = await operator.practitioner()
    const { number } = await createCase(operator)
    const unexplained = { ...contract, number, unconsultedReason: '' }
    expect(await practitioner.run(buy, unexplained)).toMatchObject({
      failure: { tag: 'signed-without-consultation', field: 'unconsultedReason' },
    })
    const { engineeringId } = await practitioner.must(buy, { ...unexplained, signedOn: '' })
    const { kind: _kind, newProvider: _provider, ...edit } = { ...unexplained, engineeringId, version: 1 }
    expect(await practitioner.run(editEngineering, edit)).toMatchObject({
      failure: { tag: 'signed-without-consultation' },
    })
    await practitioner.must(editEngineering, { ...edit, unconsultedReason: 'Deux devis comparés.' })
    expect(await row(operator, engineeringId)).toMatchObject({ unconsultedReason: 'Deux devis comparés.' })
    await practitioner.must(editEngineering, { ...edit, version: 2 })
  })

  test('takes the provider of that name, however it is spelt', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const one = await createCase(operator)
    const first = await practitioner.must(buy, { ...contract, number: one.number })
    const second = await practitioner.must(buy, { ...contract, number: one.number, newProvider: 'cabinet un' })
    const [a, b] = [await row(operator, first.engineeringId), await row(operator, second.engineeringId)]
    expect(b.providerId).toBe(a.providerId)
    expect(await operator.inside(({ tx }) => tx.select().from(providers))).toHaveLength(1)
    const born = await operator.inside(({ tx }) =>
      tx
        .select()
        .from(events)
        .where(eq(events.subjectId, a.providerId ?? '')),
    )
    expect(born.map(({ name }) => name)).toEqual(['provider.created'])
  })

  test('refuses a provider, an action or a case of another operator', async ({ operator, foreign }) => {
    const [one, theirs] = [await createCase(operator), await createCase(foreign)]
    const bought = await row(foreign, await createEngineering(foreign, [theirs]))
    const actionId = await createAction(foreign, theirs.id)
    const practitioner = await operator.practitioner()
    const own = { ...contract, newProvider: '', number: one.number }
    expect(await practitioner.run(buy, { ...own, providerId: bought.providerId })).toMatchObject({
      failure: { tag: 'provider-gone', field: 'providerId' },
    })
    await practitioner.must(buy, { ...own, actionIds: [actionId] })
    expect(await action(foreign, actionId)).toMatchObject({ engineeringId: null, status: 'to_do' })
    const engineeringId = await createEngineering(operator, [one], { kind: 'collective' })
    expect(await practitioner.run(addMember, { engineeringId, accompanimentId: theirs.id })).toEqual({
      kind: 'not-found',
    })
  })

  test('refuses a negative amount beside its field, and keeps nothing', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const outcome = await practitioner.run(buy, { ...contract, amount: '-1', daysOrdered: '-1' })
    expect(outcome).toMatchObject({ kind: 'invalid', fields: { amount: [/too-small/], daysOrdered: [/too-small/] } })
    expect(await operator.inside(({ tx }) => tx.select().from(engineerings))).toEqual([])
  })

  test('is edited by one at a time: the second sees both texts', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const [practitioner, manager] = [await operator.practitioner(), await operator.manager()]
    const edit = (title: string) => ({ engineeringId, version: 1, title, signedOn: '2026-01-10' })
    const outcomes = await atOnce(operator, engineeringId, [
      () => practitioner.run(editEngineering, edit('Le premier')),
      () => manager.run(editEngineering, edit('Le second')),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done'])
    const stored = await row(operator, engineeringId)
    expect(outcomes.find(({ kind }) => kind === 'conflict')).toMatchObject({
      current: { version: 2, values: { title: stored.title, signedOn: '2026-01-10' } },
    })
  })

  test('signed after its first session asks why', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    await createSession(operator, engineeringId, { heldOn: '2026-02-05' })
    const practitioner = await operator.practitioner()
    const late = { engineeringId, version: 1, title: 'Titre', signedOn: '2026-02-10' }
    expect(await practitioner.run(editEngineering, late)).toMatchObject({
      failure: { tag: 'signed-after-first-session', field: 'lateReason' },
    })
    await practitioner.must(editEngineering, { ...late, lateReason: 'Le président était absent.' })
    expect(await row(operator, engineeringId)).toMatchObject({ signedOn: '2026-02-10', version: 2 })
  })

  test('delivered, finishes the actions it carries; untied, leaves them as they are', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await createEngineering(operator, [one])
    const [kept, dropped] = [await createAction(operator, one.id), await createAction(operator, one.id)]
    const practitioner = await operator.practitioner()
    const edit = { engineeringId, title: 'Titre', signedOn: '2026-01-10' }
    await practitioner.must(editEngineering, { ...edit, version: 1, actionIds: [kept, dropped] })
    await practitioner.must(editEngineering, { ...edit, version: 2, deliveredOn: '2026-03-12', actionIds: kept })
    expect(await action(operator, kept)).toMatchObject({ status: 'done', engineeringId })
    expect(await action(operator, dropped)).toMatchObject({ status: 'in_progress', engineeringId: null })
  })

  test('cancelled, calls off what was planned and keeps what was held', async ({ operator }) => {
    const engineeringId = await createEngineering(operator, [await createCase(operator)])
    await createSession(operator, engineeringId)
    await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-04-01', days: null })
    const consultant = await operator.consultant(engineeringId)
    const practitioner = await operator.practitioner()
    await practitioner.must(cancelEngineering, { engineeringId, reason: 'La structure a renoncé.' })
    const left = await operator.inside(({ tx }) => tx.select().from(sessions).orderBy(asc(sessions.heldOn)))
    expect(left.map(({ status }) => status)).toEqual(['held', 'cancelled'])
    expect(await consultant.run(recordSession, heldSession(engineeringId))).toEqual({ kind: 'not-found' })
    const edit = { engineeringId, version: 2, title: 'Autre', signedOn: '2026-01-10' }
    expect(await practitioner.run(editEngineering, edit)).toMatchObject({ failure: { tag: 'engineering-cancelled' } })
  })
})

describe('the members of a collective engineering', () => {
  test('join by their number or their name, and leave until their first session', async ({ operator }) => {
    const [one, other] = [await createCase(operator, 'Terre et Partage'), await createCase(operator, 'Vélo pour tous')]
    const third = await createCase(operator, 'Le Fournil')
    const engineeringId = await createEngineering(operator, [one, other])
    const practitioner = await operator.practitioner()
    for (const membre of ['fournil', third.number]) {
      const page = await practitioner.read(engineeringPage, { engineeringId, membre })
      expect(page.kind === 'done' && page.value.found.map(({ id }) => id)).toEqual([third.id])
    }
    const known = await practitioner.read(engineeringPage, { engineeringId, membre: 'velo' })
    expect(known.kind === 'done' && known.value.found).toEqual([])
    await practitioner.must(addMember, { engineeringId, accompanimentId: third.id })
    await practitioner.must(addMember, { engineeringId, accompanimentId: third.id })
    await practitioner.must(removeMember, { engineeringId, accompanimentId: other.id })
    await practitioner.must(recordSession, heldSession(engineeringId, [one, third]))
    expect(await practitioner.run(removeMember, { engineeringId, accompanimentId: third.id })).toMatchObject({
      failure: { tag: 'member-was-noted' },
    })
    const cohorts = await practitioner.read(cohortsPage)
    expect(cohorts.kind === 'done' && cohorts.value.cohorts).toMatchObject([
      { id: engineeringId, members: 2, daysHeld: 1 },
    ])
  })

  test('do not exist in an individual one', async ({ operator }) => {
    const [one, other] = [await createCase(operator), await createCase(operator, 'Le Fournil')]
    const engineeringId = await createEngineering(operator, [one])
    const practitioner = await operator.practitioner()
    for (const command of [addMember, removeMember])
      expect(
        await practitioner.run(command, {
          engineeringId,
          accompanimentId: command === addMember ? other.id : one.id,
        }),
      ).toMatchObject({ failure: { tag: 'engineering-individual' } })
  })
})
