import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { recordNetworkStatus } from '#app/features/network/record-status.command.server.ts'
import { writeNormGap } from '#app/features/network/write-norm-gap.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { mergeOrganisations } from '#app/features/organisations/merge-organisations.command.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { undoMerge } from '#app/features/organisations/undo-merge.command.server.ts'
import { addVolunteerTime } from '#app/features/volunteering/add-volunteer-time.command.server.ts'
import { roleUrl } from '#db/roles.ts'
import { events } from '#db/schema/journal.ts'
import { organisationMerges } from '#db/schema/organisations.ts'
import { caseIn } from '#tests/harness/cases.ts'
import { SECRET, withClient } from '#tests/harness/connection.ts'
import { type TestActor, test } from '#tests/harness/operator.ts'

async function sheet(actor: TestActor, id: string) {
  const page = await actor.read(organisationPage, { id })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.network
}
const because = { reason: 'Adhésion votée en assemblée.' }

describe('the place of an organisation in the network', () => {
  test('is a history: each change is a line more, with its day, its reason and who noted it', async ({ operator }) => {
    const { practitioner, organisationId: id } = await caseIn(operator)
    expect(await sheet(practitioner, id)).toMatchObject({ holding: null, statuses: [] })
    await practitioner.must(recordNetworkStatus, { id, status: 'member', sinceOn: '2026-03-01', ...because })
    // Said afterwards of an earlier day: it does not undo what holds today.
    await practitioner.must(recordNetworkStatus, {
      id,
      status: 'beneficiary',
      sinceOn: '2025-06-01',
      reason: 'Accueil.',
    })
    const { holding, statuses } = await sheet(practitioner, id)
    expect(holding).toMatchObject({ status: 'member', sinceOn: '2026-03-01' })
    expect(statuses).toMatchObject([
      { status: 'member', reason: because.reason, recordedBy: expect.stringContaining('practitioner') },
      { status: 'beneficiary', sinceOn: '2025-06-01' },
    ])
  })

  test('is not of a day to come, nor what it was already', async ({ operator }) => {
    const { practitioner, organisationId: id } = await caseIn(operator)
    const member = { id, status: 'member', sinceOn: '2026-03-01', ...because }
    expect(await practitioner.run(recordNetworkStatus, { ...member, sinceOn: '2026-03-13' })).toMatchObject({
      failure: { tag: 'day-to-come', field: 'sinceOn' },
    })
    await practitioner.must(recordNetworkStatus, member)
    expect(await practitioner.run(recordNetworkStatus, { ...member, sinceOn: '2026-03-05' })).toMatchObject({
      failure: { tag: 'status-unchanged', field: 'status' },
    })
    expect(await practitioner.run(recordNetworkStatus, { id, status: 'left', sinceOn: '2026-03-05' })).toMatchObject({
      kind: 'invalid',
      fields: { reason: expect.anything() },
    })
  })

  test('is written once: PostgreSQL refuses to change or erase it', async ({ operator, databaseUrl }) => {
    const { practitioner, organisationId: id } = await caseIn(operator)
    await practitioner.must(recordNetworkStatus, { id, status: 'member', sinceOn: '2026-03-01', ...because })
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      await client.query(
        `select set_config('app.operator_id', $1, false), set_config('app.reach', 'operator', false)`,
        [operator.id],
      )
      for (const statement of [
        `update network_statuses set status = 'left'`,
        `update network_statuses set reason = 'Autre chose.'`,
        'delete from network_statuses',
        `update norm_gap_notes set difference = 'Rien.'`,
        'delete from norm_gap_notes',
      ])
        await expect(client.query(statement), statement).rejects.toThrow(/permission denied/)
      expect((await client.query('select from network_statuses')).rowCount).toBe(1)
    })
  })

  test('narrows the caseload to the cases of who holds it today', async ({ operator }) => {
    const { practitioner, organisationId: id, number } = await caseIn(operator)
    const other = await caseIn(operator)
    await practitioner.must(recordNetworkStatus, { id, status: 'member', sinceOn: '2025-03-01', ...because })
    await practitioner.must(recordNetworkStatus, { id, status: 'activist', sinceOn: '2026-01-01', ...because })
    await practitioner.must(recordNetworkStatus, {
      id: other.organisationId,
      status: 'member',
      sinceOn: '2026-01-01',
      ...because,
    })
    const kept = async (reseau: string) => {
      const list = await practitioner.read(caseList, { reseau })
      return list.kind === 'done' ? list.value.cases.map(found => found.number) : list.kind
    }
    expect(await kept('activist')).toEqual([number])
    expect(await kept('member')).toEqual([other.number])
    expect(await kept('left')).toEqual([])
  })

  test('stands beside the volunteer time given to all its cases', async ({ operator }) => {
    const { practitioner, organisationId: id, number } = await caseIn(operator)
    const line = { number, doneOn: '2026-03-02', activity: 'Accueil d’une autre structure' }
    await practitioner.must(addVolunteerTime, { ...line, hours: '2,5', hourlyRate: '11,88' })
    await practitioner.must(addVolunteerTime, { ...line, hours: '1' })
    expect((await sheet(practitioner, id)).volunteering).toEqual({ hours: 3.5, cents: 2970 })
  })

  test('follows its organisation into another sheet, and back', async ({ operator }) => {
    const { practitioner, organisationId: otherId } = await caseIn(operator)
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche des Possibles', isAnother: 'oui' })
    await practitioner.must(recordNetworkStatus, { id: otherId, status: 'member', sinceOn: '2026-03-01', ...because })
    await practitioner.must(writeNormGap, { id: otherId, version: 0, difference: 'Tout.', acceptedBecause: 'Assumé.' })
    await practitioner.must(mergeOrganisations, { id, version: 1, otherId, otherVersion: 1 })
    expect(await sheet(practitioner, id)).toMatchObject({ holding: { status: 'member' }, normGap: [{ version: 1 }] })
    const late = { id: otherId, status: 'left', sinceOn: '2026-03-02', ...because }
    expect(await practitioner.run(recordNetworkStatus, late)).toMatchObject({ failure: { tag: 'already-merged' } })
    const [merge] = await operator.inside(({ tx }) =>
      tx.select().from(organisationMerges).where(eq(organisationMerges.keptId, id)),
    )
    await practitioner.must(undoMerge, { id, mergeId: merge?.id })
    expect(await sheet(practitioner, id)).toMatchObject({ holding: null, normGap: [] })
    expect(await sheet(practitioner, otherId)).toMatchObject({
      holding: { status: 'member' },
      normGap: [{ version: 1 }],
    })
  })
})

describe('the note on the accepted gap to the norm', () => {
  const note = { difference: 'Aucun permanent.', acceptedBecause: 'Les bénévoles se relaient.' }

  test('keeps what it said before, and shows a colleague’s words to who wrote on an older reading', async ({
    operator,
  }) => {
    const { practitioner, organisationId: id } = await caseIn(operator)
    const colleague = await operator.practitioner()
    await colleague.must(writeNormGap, { id, version: 0, ...note })
    expect(await practitioner.run(writeNormGap, { id, version: 0, ...note, difference: 'Rien.' })).toMatchObject({
      kind: 'conflict',
      current: { version: 1, values: note },
    })
    await practitioner.must(writeNormGap, { id, version: 1, ...note, difference: 'Une permanence par mois.' })
    expect((await sheet(practitioner, id)).normGap).toMatchObject([
      { version: 2, difference: 'Une permanence par mois.' },
      { version: 1, difference: 'Aucun permanent.', author: expect.stringContaining('practitioner') },
    ])
  })

  test('is in no history', async ({ operator }) => {
    const { practitioner, organisationId: id } = await caseIn(operator)
    await practitioner.must(writeNormGap, { id, version: 0, ...note })
    const written = await operator.inside(({ tx }) =>
      tx.select().from(events).where(eq(events.operatorId, operator.id)),
    )
    expect(written.some(({ name }) => name === 'network.norm-gap-written')).toBe(true)
    expect(JSON.stringify(written)).not.toContain('permanent')
  })
})
