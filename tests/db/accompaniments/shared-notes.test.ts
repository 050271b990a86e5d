import { describe, expect } from 'vitest'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { notePage } from '#app/features/accompaniments/note-page.query.server.ts'
import { setNoteAudience } from '#app/features/accompaniments/set-note-audience.command.server.ts'
import { timelinePage } from '#app/features/accompaniments/timeline-page.query.server.ts'
import { updateNote } from '#app/features/accompaniments/update-note.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { roleUrl } from '#db/roles.ts'
import { SECRET, withClient } from '../../harness/connection.ts'
import { aFollowUp } from '../../harness/factories/accompaniment.ts'
import { aLink } from '../../harness/factories/link.ts'
import { createCase, createEngineering } from '../../harness/missions.ts'
import { type TestActor, type TestOperator, test } from '../../harness/operator.ts'
import { coachingCase } from '../../harness/samples/steps.ts'

const secret = 'Le directeur songe à partir.'
const told = 'Le comité se réunit le 12.'

/** A case with a note of each audience, its consultant, the consultant of another case and the link of a wave. */
async function stage(operator: TestOperator) {
  const [mine, other] = [await createCase(operator), await createCase(operator, 'Une autre structure')]
  const practitioner = await operator.practitioner()
  const note = async (body: string) => (await practitioner.must(addNote, { number: mine.number, body })).id
  const [internal, shared] = [await note(secret), await note(told)]
  await practitioner.must(setNoteAudience, { number: mine.number, noteId: shared, version: 1, audience: 'shared' })
  const engineeringId = await createEngineering(operator, [mine])
  const elsewhereId = await createEngineering(operator, [other])
  const followUpId = await aFollowUp(operator, { ...mine, accompanimentId: mine.id })
  const link = { purpose: 'follow_up', subjectId: followUpId, accompanimentId: mine.id } as const
  return {
    ...mine,
    practitioner,
    internal,
    shared,
    engineeringId,
    elsewhereId,
    consultant: await operator.user('consultant', { subjectId: engineeringId }),
    stranger: await operator.user('consultant', { subjectId: elsewhereId }),
    contact: operator.contact(await aLink(operator, link)),
  }
}

const bodies = (page: unknown) => [secret, told].filter(body => JSON.stringify(page).includes(body))
const mission = (actor: TestActor, engineeringId: string) => actor.read(missionPage, { engineeringId })

describe('a note', () => {
  test('is internal until it is shared, and only what is shared leaves the team', async ({ operator }) => {
    const { consultant, stranger, contact, practitioner, ...of } = await stage(operator)
    expect(bodies(await mission(consultant, of.engineeringId))).toEqual([told])
    expect(bodies(await mission(stranger, of.elsewhereId))).toEqual([])
    expect(bodies(await contact.read(personalLinkPage))).toEqual([told])
    const timeline = await practitioner.read(timelinePage, { number: of.number })
    expect(bodies(timeline)).toEqual([secret, told])
    const entries = timeline.kind === 'done' ? timeline.value.entries.flatMap(({ note }) => note ?? []) : []
    expect(Object.fromEntries(entries.map(({ body, isShared }) => [body, isShared]))).toEqual({
      [secret]: false,
      [told]: true,
    })
  })

  test('says who will read it, and comes back to the team saying who may have', async ({ operator }) => {
    const { practitioner, consultant, contact, number, shared, engineeringId } = await stage(operator)
    const page = await practitioner.read(notePage, { number, noteId: shared })
    expect(page).toMatchObject({
      value: {
        note: { audience: 'shared', sharedAt: expect.any(String) },
        readers: { organisation: 'La Ruche des Possibles', consultants: [expect.any(String)] },
      },
    })
    await practitioner.must(setNoteAudience, { number, noteId: shared, version: 2, audience: 'internal' })
    expect(bodies(await mission(consultant, engineeringId))).toEqual([])
    expect(bodies(await contact.read(personalLinkPage))).toEqual([])
    expect(await practitioner.read(notePage, { number, noteId: shared })).toMatchObject({
      value: { note: { audience: 'internal', sharedAt: expect.any(String) } },
    })
  })

  test('that was rewritten since it was read is not shared: both texts are shown', async ({ operator }) => {
    const { practitioner, contact, number, internal } = await stage(operator)
    await practitioner.must(updateNote, { number, noteId: internal, version: 1, body: `${secret} Bientôt.` })
    const share = { number, noteId: internal, version: 1, audience: 'shared' }
    expect(await practitioner.run(setNoteAudience, share)).toMatchObject({ kind: 'conflict', current: { version: 2 } })
    expect(bodies(await contact.read(personalLinkPage))).toEqual([told])
  })

  test('of a programme that keeps what is said for its author is never shared', async ({ operator }) => {
    const { number, practitioner } = await coachingCase(operator)
    const { id: noteId } = await practitioner.must(addNote, { number, body: secret })
    expect(await practitioner.read(notePage, { number, noteId })).toMatchObject({ value: { mayShare: false } })
    const share = { number, noteId, version: 1, audience: 'shared' }
    expect(await practitioner.run(setNoteAudience, share)).toMatchObject({
      kind: 'failed',
      failure: { tag: 'note-not-shareable' },
    })
  })

  test('is written by no narrow actor, and an internal one is read by none, whatever the query', async ({
    operator,
    databaseUrl,
  }) => {
    const { id } = await stage(operator)
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      const as = async (subjects: string) => {
        await client.query('begin')
        await client.query(
          `select set_config('app.operator_id', $1, true), set_config('app.reach', 'subjects', true), set_config('app.subjects', $2, true)`,
          [operator.id, subjects],
        )
      }
      await as(id)
      expect((await client.query('select body from notes')).rows).toEqual([{ body: told }])
      await expect(client.query(`update notes set body = 'x'`)).rejects.toThrow('row-level security')
      await client.query('rollback')
      // A funder or a network reaches agreements, and no case.
      await as(newId())
      expect((await client.query('select body from notes')).rows).toEqual([])
      await client.query('rollback')
    })
  })
})
