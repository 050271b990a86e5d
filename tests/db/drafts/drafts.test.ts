import { count, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { discardDraft } from '#app/features/drafts/discard-draft.command.server.ts'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { saveDraft } from '#app/features/drafts/save-draft.command.server.ts'
import { sweepDrafts } from '#app/features/drafts/sweep-drafts.effect.server.ts'
import { asSent } from '#app/http/drafts.ts'
import { roleUrl } from '#db/roles.ts'
import { drafts } from '#db/schema/drafts.ts'
import { auditLines, events } from '#db/schema/journal.ts'
import { caseIn } from '../../harness/cases.ts'
import { SECRET, withClient } from '../../harness/connection.ts'
import { type TestActor, type TestOperator, test, testClock } from '../../harness/operator.ts'

const form = 'add-note'
const placeIn = ({ slug }: TestOperator, number = '2026-0001') => `/o/${slug}/accompagnements/${number}`
const draft = (operator: TestOperator, text: string, more: Record<string, unknown> = {}) => ({
  place: placeIn(operator),
  form,
  known: 0,
  tab: 'first',
  typed: asSent({ body: text }),
  ...more,
})

async function textsOf(actor: TestActor, operator: TestOperator): Promise<string[]> {
  const outcome = await actor.read(draftsHere, { place: placeIn(operator) })
  return outcome.kind === 'done' ? outcome.value.map(({ typed }) => typed.body ?? '') : []
}

const rows = (operator: TestOperator) =>
  operator.inside(({ tx }) => tx.select().from(drafts).where(eq(drafts.operatorId, operator.id)))

describe('DUR-04 a draft', () => {
  test('comes back as it was typed, to its author alone', async ({ operator }) => {
    const author = await operator.practitioner()
    await author.must(saveDraft, draft(operator, 'La présidente hésite \u202eencore\u0000'))
    expect(await textsOf(author, operator)).toEqual(['La présidente hésite \u202eencore\u0000'])
    for (const other of [await operator.practitioner(), await operator.manager()])
      expect(await textsOf(other, operator)).toEqual([])
  })

  test('is sealed, and hidden from everybody else by the database itself', async ({ operator, databaseUrl }) => {
    const [author, manager] = [await operator.practitioner(), await operator.manager()]
    await author.must(saveDraft, draft(operator, 'Confidence'))
    const [row] = await rows(operator)
    expect(Buffer.from(row?.sealed ?? '', 'base64').toString('latin1')).not.toContain('Confidence')
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      const seenBy = async (userId: string) => {
        await client.query(
          `select set_config('app.operator_id', $1, false), set_config('app.reach', 'operator', false), set_config('app.user_id', $2, false)`,
          [operator.id, userId],
        )
        return (await client.query('select 1 from drafts')).rowCount
      }
      expect([await seenBy(author.userId), await seenBy(manager.userId)]).toEqual([1, 0])
    })
  })

  test('counts for nothing: no history, no line of the chain', async ({ operator }) => {
    const author = await operator.practitioner()
    const written = () =>
      operator.inside(async ({ tx }) => [
        ...(await tx.select({ n: count() }).from(events).where(eq(events.operatorId, operator.id))),
        ...(await tx.select({ n: count() }).from(auditLines).where(eq(auditLines.operatorId, operator.id))),
      ])
    const before = await written()
    await author.must(saveDraft, draft(operator, 'En cours'))
    expect(await written()).toEqual(before)
  })

  test('leaves with the form that is saved, and stays with the one that is refused', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator)
    const place = placeIn(operator, number)
    await practitioner.must(saveDraft, draft(operator, 'Une note', { place }))
    const options = { formKey: 'clef-de-page.add-note', draft: { place, form } }
    expect((await practitioner.run(addNote, { number, body: '' }, options)).kind).toBe('invalid')
    expect(await rows(operator)).toHaveLength(1)
    await practitioner.must(addNote, { number, body: 'Une note' }, options)
    expect(await rows(operator)).toHaveLength(0)
    const late = await practitioner.run(saveDraft, draft(operator, 'Une no', { place, key: options.formKey }))
    expect(late).toMatchObject({ kind: 'failed', failure: { tag: 'draft-spent' } })
    expect(await rows(operator)).toHaveLength(0)
  })

  test('a note and the draft that was on its way never both stay', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator)
    const place = placeIn(operator, number)
    for (let round = 0; round < 15; round++) {
      const key = `course-${round}-xxxx.add-note`
      await Promise.all([
        practitioner.must(addNote, { number, body: `Note ${round}` }, { formKey: key, draft: { place, form } }),
        practitioner.run(saveDraft, draft(operator, `Note ${round}`, { place, key })),
      ])
      expect(await rows(operator), `round ${round}`).toHaveLength(0)
    }
  })

  test('is written by one page at a time, which the other is told', async ({ operator }) => {
    const author = await operator.practitioner()
    const { version } = await author.must(saveDraft, draft(operator, 'Ici'))
    await author.must(saveDraft, draft(operator, 'Ici aussi', { known: 0 }))
    expect(await author.run(saveDraft, draft(operator, 'Là', { tab: 'second', known: version }))).toMatchObject({
      kind: 'conflict',
      current: { version: version + 1 },
    })
    expect(await textsOf(author, operator)).toEqual(['Ici aussi'])
    await author.must(saveDraft, draft(operator, 'Là', { tab: 'second', known: version + 1 }))
    expect((await author.run(saveDraft, draft(operator, 'Ici encore', { known: version + 1 }))).kind).toBe('conflict')
    expect(await textsOf(author, operator)).toEqual(['Là'])
  })

  test('is thrown away by its author, or after thirty days by itself', async ({ operator }) => {
    const author = await operator.practitioner()
    await author.must(saveDraft, draft(operator, 'À jeter'))
    await (await operator.practitioner()).must(discardDraft, { place: placeIn(operator), form })
    expect(await rows(operator)).toHaveLength(1)
    await author.must(discardDraft, { place: placeIn(operator), form })
    expect(await rows(operator)).toHaveLength(0)
    await author.must(saveDraft, draft(operator, 'Oublié'))
    const in29 = () => new Date(testClock().getTime() + 29 * 86_400_000)
    expect(await perform(sweepDrafts, operator.id, {}, { clock: in29 })).toBe(0)
    const in31 = () => new Date(testClock().getTime() + 31 * 86_400_000)
    expect(await perform(sweepDrafts, operator.id, {}, { clock: in31 })).toBe(1)
  })

  test('leads to no other site and to no other operator', async ({ operator, foreign }) => {
    const author = await operator.practitioner()
    for (const place of ['//evil.example', '/o//evil', `/o/${foreign.slug}/x`, `/o/${operator.slug}/../x`, 'x'])
      expect(await author.run(saveDraft, draft(operator, 'x', { place })), place).toEqual({ kind: 'not-found' })
  })
})
