import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { advanceCase } from '#app/features/accompaniments/advance-case.command.server.ts'
import { committeeDocument } from '#app/features/committees/committee-document.server.ts'
import { createCommittee } from '#app/features/committees/create-committee.command.server.ts'
import { giveAdvice } from '#app/features/committees/give-advice.command.server.ts'
import { recordItemOpinion } from '#app/features/committees/record-item-opinion.command.server.ts'
import { removeItem } from '#app/features/committees/remove-item.command.server.ts'
import { removeCommitteeMember } from '#app/features/committees/remove-member.command.server.ts'
import { saveItem } from '#app/features/committees/save-item.command.server.ts'
import { sendAgenda } from '#app/features/committees/send-agenda.command.server.ts'
import { takePack } from '#app/features/committees/take-pack.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { roleUrl } from '#db/roles.ts'
import { sends } from '#db/schema/journal.ts'
import { caseIn, caseRow } from '../../harness/cases.ts'
import { aCommittee, meetingOf, seatLink } from '../../harness/committees.ts'
import { SECRET, withClient } from '../../harness/connection.ts'
import { type TestActor, test } from '../../harness/operator.ts'

async function agendaOf(member: TestActor, clock?: () => Date) {
  const outcome = await member.read(personalLinkPage, {}, clock)
  if (outcome.kind !== 'done' || !('purpose' in outcome.value) || outcome.value.purpose !== 'committee') return null
  return outcome.value.agenda
}
const at = (day: string) => () => new Date(`${day}T10:00:00Z`)

describe('the opinion of a committee', () => {
  test('passes whatever it is; one against asks for its reason, and days are advised by quarters', async ({
    operator,
  }) => {
    const { practitioner, committeeId, itemId, number } = await aCommittee(operator)
    const against = { committeeId, itemId, version: 1, opinion: 'unfavourable', advisedQuarters: '2,25' }
    expect(await practitioner.run(recordItemOpinion, against)).toMatchObject({
      failure: { tag: 'opinion-needs-reason', field: 'reason' },
    })
    await practitioner.must(advanceCase, { number, transition: 'submit_to_committee' })
    await practitioner.must(recordItemOpinion, { ...against, reason: 'Trop tôt.' })
    const [item] = (await meetingOf(practitioner, committeeId)).items
    expect(item).toMatchObject({ opinion: 'unfavourable', reason: 'Trop tôt.', advisedQuarters: 9 })
    expect(await caseRow(operator, number)).toMatchObject({
      committeeOn: '2026-03-20',
      opinion: 'unfavourable',
      opinionComment: 'Trop tôt.',
    })
    const late = await practitioner.run(recordItemOpinion, { ...against, opinion: 'favourable' })
    expect(late).toMatchObject({ kind: 'conflict', current: { version: 2 } })
  })

  test('keeps its case on the agenda', async ({ operator }) => {
    const { practitioner, committeeId, itemId } = await aCommittee(operator)
    await practitioner.must(recordItemOpinion, { committeeId, itemId, version: 1, opinion: 'for_information' })
    expect(await practitioner.run(removeItem, { committeeId, itemId })).toMatchObject({
      failure: { tag: 'item-has-opinion' },
    })
  })
})

describe('what a committee should weigh', () => {
  test('stands on the agenda and in its papers until it is written anew', async ({ operator }) => {
    const { practitioner, committeeId, number } = await aCommittee(operator)
    const lines = { presentation: 'Une association de seize ans.', warnings: 'Le bail finit en juin.' }
    await practitioner.must(saveItem, { committeeId, number, version: 1, ...lines })
    expect((await meetingOf(practitioner, committeeId)).items).toMatchObject([lines])
    const pack = await practitioner.must(takePack, { committeeId, format: 'docx' })
    expect(pack.content.items).toMatchObject([lines])
    const { blocks } = committeeDocument(pack.content, 'fr')
    expect(blocks).toContainEqual({ kind: 'text', text: lines.warnings })
    expect(blocks[0]).toEqual({
      kind: 'note',
      text: 'Le comité conseille, il ne décide pas. Ces pages sont confidentielles.',
    })
    expect(await practitioner.run(saveItem, { committeeId, number, version: 1, ...lines })).toMatchObject({
      kind: 'conflict',
      current: { version: 2, values: { warnings: lines.warnings } },
    })
  })
})

describe('a member of the committee', () => {
  test('reads the lines of the agenda by her link, and nothing else of the case', async ({ operator, databaseUrl }) => {
    const { practitioner, memberId, committeeId, id } = await aCommittee(operator)
    const other = await aCommittee(operator)
    const agenda = await agendaOf(operator.contact(await seatLink(operator, memberId)))
    expect(agenda?.items).toMatchObject([
      { presentation: 'Une association de seize ans.', warnings: 'Trésorerie courte.' },
    ])
    expect(JSON.stringify(agenda)).not.toContain(id)
    expect((await meetingOf(practitioner, committeeId)).items).toHaveLength(1)
    // What the door lets her reach, asked to PostgreSQL itself.
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      await client.query(
        `select set_config('app.operator_id', $1, false), set_config('app.reach', 'subjects', false), set_config('app.subjects', $2, false)`,
        [operator.id, [memberId, committeeId].join(',')],
      )
      const seen = async (table: string) => (await client.query(`select id from ${table}`)).rows.map(row => row.id)
      expect(await seen('committees')).toEqual([committeeId])
      expect(await seen('committee_members')).toEqual([memberId])
      for (const table of ['accompaniments', 'organisations', 'diagnostics', 'needs', 'files'])
        expect(await seen(table), table).toEqual([])
      expect(await seen('committee_items')).not.toContain(other.itemId)
    })
  })

  test('comes from the first day of the agenda to the last, and no longer', async ({ operator }) => {
    const { memberId, itemId } = await aCommittee(operator, { opensOn: '2026-03-10', closesOn: '2026-03-18' })
    const member = operator.contact(await seatLink(operator, memberId))
    expect(await agendaOf(member, at('2026-03-09'))).toBeNull()
    expect(await agendaOf(member, at('2026-03-10'))).not.toBeNull()
    expect(await agendaOf(member, at('2026-03-18'))).not.toBeNull()
    expect(await agendaOf(member, at('2026-03-19'))).toBeNull()
    const advice = { itemId, opinion: 'favourable' }
    expect(await member.run(giveAdvice, advice, { clock: at('2026-03-19') })).toEqual({ kind: 'not-found' })
  })

  test('gives her own opinion, which she may change, and reads nobody else’s', async ({ operator }) => {
    const { practitioner, committeeId, memberId, itemId } = await aCommittee(operator)
    const member = operator.contact(await seatLink(operator, memberId))
    expect(await member.run(giveAdvice, { itemId, opinion: 'unfavourable' })).toMatchObject({
      failure: { tag: 'opinion-needs-reason', field: 'body' },
    })
    await member.must(giveAdvice, { itemId, opinion: 'unfavourable', body: 'Trop de jours.' })
    await member.must(giveAdvice, { itemId, opinion: 'favourable_with_reservations' })
    expect((await meetingOf(practitioner, committeeId)).advice).toMatchObject([
      { member: 'Paul Martin', opinion: 'favourable_with_reservations', body: null },
    ])
    expect(await practitioner.run(removeCommitteeMember, { committeeId, memberId })).toMatchObject({
      failure: { tag: 'member-has-advised' },
    })
  })

  test('says nothing of a case of another agenda, and nothing once she is taken off', async ({ operator }) => {
    const { practitioner, committeeId, memberId } = await aCommittee(operator)
    const other = await aCommittee(operator)
    const member = operator.contact(await seatLink(operator, memberId))
    expect(await member.run(giveAdvice, { itemId: other.itemId, opinion: 'favourable' })).toEqual({ kind: 'not-found' })
    await practitioner.must(removeCommitteeMember, { committeeId, memberId })
    expect(await agendaOf(member)).toBeNull()
  })
})

describe('an agenda', () => {
  test('leaves once a day to each member, when it has cases and days to come', async ({ operator }) => {
    const { practitioner, committeeId, memberId } = await aCommittee(operator)
    const empty = await practitioner.must(createCommittee, { heldOn: '2026-04-01' })
    expect(await practitioner.run(sendAgenda, { committeeId: empty.id })).toMatchObject({
      failure: { tag: 'agenda-empty' },
    })
    await practitioner.must(sendAgenda, { committeeId })
    await practitioner.must(sendAgenda, { committeeId })
    const planned = await operator.inside(({ tx }) =>
      tx.select({ payload: sends.payload }).from(sends).where(eq(sends.operatorId, operator.id)),
    )
    expect(planned).toEqual([{ payload: { committeeId, memberId } }])
    const late = { clock: at('2026-03-21') }
    expect(await practitioner.run(sendAgenda, { committeeId }, late)).toMatchObject({
      failure: { tag: 'agenda-closed' },
    })
  })

  test('holds a case once, and dates its committee', async ({ operator }) => {
    const { practitioner, committeeId, number } = await aCommittee(operator)
    await practitioner.must(saveItem, { committeeId, number, version: 1, presentation: 'Autrement dit.' })
    expect((await meetingOf(practitioner, committeeId)).items).toMatchObject([{ presentation: 'Autrement dit.' }])
    expect((await caseRow(operator, number)).committeeOn).toBe('2026-03-20')
    const { number: second } = await caseIn(operator, 'planning')
    expect((await meetingOf(practitioner, committeeId)).candidates).toMatchObject([{ number: second }])
  })

  test('shows what a colleague wrote to the one who saves on an older reading', async ({ operator }) => {
    const { practitioner, committeeId, number } = await aCommittee(operator)
    const colleague = await operator.practitioner()
    await colleague.must(saveItem, { committeeId, number, version: 1, presentation: 'Les mots de la collègue.' })
    for (const version of [1, undefined])
      expect(
        await practitioner.run(saveItem, { committeeId, number, version, presentation: 'Les miens.' }),
      ).toMatchObject({
        kind: 'conflict',
        current: { version: 2, values: { presentation: 'Les mots de la collègue.' } },
      })
    await practitioner.must(saveItem, { committeeId, number, version: 2, presentation: 'Les deux.' })
    expect((await meetingOf(practitioner, committeeId)).items).toMatchObject([{ presentation: 'Les deux.' }])
  })

  test('closes after it opens', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const days = { heldOn: '2026-04-01', opensOn: '2026-04-02' }
    expect(await practitioner.run(createCommittee, days)).toMatchObject({
      failure: { tag: 'closes-before-it-opens', field: 'closesOn' },
    })
  })
})
