import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { timelinePage } from '#app/features/accompaniments/timeline-page.query.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { answerReview } from '#app/features/expert-reviews/answer-review.command.server.ts'
import { finishCopy } from '#app/features/expert-reviews/finish-copy.command.server.ts'
import { openReview } from '#app/features/expert-reviews/open-review.command.server.ts'
import { prepareReview } from '#app/features/expert-reviews/prepare-review.command.server.ts'
import { reviewPage } from '#app/features/expert-reviews/review-page.query.server.ts'
import { revokeReview } from '#app/features/expert-reviews/revoke-review.command.server.ts'
import { tellReview } from '#app/features/expert-reviews/tell-review.effect.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { roleUrl } from '#db/roles.ts'
import { notifications, sends } from '#db/schema/journal.ts'
import { organisations } from '#db/schema/organisations.ts'
import { caseIn } from '#tests/harness/cases.ts'
import { SECRET, withClient } from '#tests/harness/connection.ts'
import { aReview, aSentReview, asWritten, reviewAsked } from '#tests/harness/expert-reviews.ts'
import { aLink } from '#tests/harness/factories/link.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

const at = (day: string) => () => new Date(`${day}T10:00:00Z`)

async function shownTo(centre: TestActor, clock?: () => Date) {
  const outcome = await centre.read(personalLinkPage, {}, clock)
  if (outcome.kind !== 'done' || !('purpose' in outcome.value) || outcome.value.purpose !== 'expert_review') return null
  return outcome.value.review
}
async function pageOf(actor: TestActor, number: string, reviewId: string) {
  const page = await actor.read(reviewPage, { number, reviewId })
  if (page.kind !== 'done') throw new Error(JSON.stringify(page))
  return page.value
}
const aLinkTo = async (operator: TestOperator, subjectId: string) =>
  operator.contact(await aLink(operator, { purpose: 'expert_review', subjectId, accompanimentId: null }))
const plannedBy = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({ id: sends.id, message: sends.message, dueAt: sends.dueAt, recipient: sends.recipient })
      .from(sends)
      .where(and(eq(sends.operatorId, operator.id), eq(sends.recipient, reviewAsked.email)))
      .orderBy(sends.dueAt),
  )

/** A case that names its organisation and its people everywhere that words are written. */
async function toldCase(operator: TestOperator) {
  const opened = await caseIn(operator, 'diagnostic')
  const { number, practitioner, organisationId } = opened
  const identity = { name: 'Le Fournil de Loire', siret: '73282932000074', rna: 'W451234567', phone: '0238001122' }
  await operator.inside(({ tx }) =>
    tx
      .update(organisations)
      .set({ ...identity, email: 'contact@fournil.example', commune: '45234', region: '24' })
      .where(and(eq(organisations.operatorId, operator.id), eq(organisations.id, organisationId))),
  )
  await practitioner.must(addPerson, { id: organisationId, name: 'Jules Marchadier', function: 'leader' })
  const text = `Le Fournil de Loire (SIRET 732 829 320 00074, W451234567), ${number}, suivi par Aïcha Benali et J. Marchadier : contact@fournil.example, 02 38 00 11 22, 3 rue des Carmes, 45000 Orléans.`
  await practitioner.must(saveDiagnostic, {
    number,
    version: 0,
    strengths: text,
    brakes: text,
    conclusions: text,
    situation: { strategic: { score: '2', text }, technical: { text } },
    needs: [{ title: text, domain: 'strategic' }],
  })
  return opened
}
const hidden = ['fournil', 'loire', '732', 'w451', 'benali', 'aïcha', 'marchadier', '@', '02 38', 'carmes', 'orléans']

describe('the copy that leaves', () => {
  test('holds no name, identifier, contact nor address, even when they are typed again', async ({ operator }) => {
    const { practitioner, number, id, organisationId } = await toldCase(operator)
    const parts = ['request', 'figures', 'situation', 'findings', 'needs', 'plan']
    const question = 'Que dire au Fournil de Loire ? Et à « Le Fournil de Loire » ?'
    const { reviewId } = await practitioner.must(prepareReview, { number, ...reviewAsked, parts, question })
    const typed = { strengths: 'Aïcha BENALI et le fournil de loire.', conclusions: 'Rien à taire.' }
    const again = {
      number,
      reviewId,
      version: 1,
      intent: 'save',
      question: 'Jules ?',
      needs: 'contact@fournil.example',
      ...typed,
    }
    const before = await pageOf(practitioner, number, reviewId)
    await practitioner.must(finishCopy, again)
    const after = await pageOf(practitioner, number, reviewId)
    expect(after.review.copy.texts).toEqual({ strengths: '[…] et […].', conclusions: 'Rien à taire.', needs: '[…]' })
    expect(before.review.copy.texts.brakes).toContain('suivi par […]')
    for (const { review } of [before, after]) {
      const words = JSON.stringify(review.copy).toLowerCase()
      // A region is a place of millions.
      for (const name of hidden) expect(words.replace('centre-val de loire', ''), name).not.toContain(name)
      for (const key of [number, id, organisationId]) expect(words).not.toContain(key)
    }
  })

  test('is read by the link, which reaches nothing else of the case', async ({ operator, databaseUrl }) => {
    const { token, reviewId, number } = await aSentReview(operator)
    const other = await aSentReview(operator)
    const centre = operator.contact(token)
    expect(await shownTo(centre)).toMatchObject({ question: 'Le modèle tient-il ?', copy: null, answer: null })
    await centre.must(openReview, {})
    const shown = await shownTo(centre)
    expect(shown?.copy).toMatchObject({ size: 'under_10', texts: { conclusions: 'Consolider le modèle économique.' } })
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`Structure |Benali|${number}`))
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      await client.query(
        `select set_config('app.operator_id', $1, false), set_config('app.reach', 'subjects', false), set_config('app.subjects', $2, false)`,
        [operator.id, reviewId],
      )
      const seen = async (table: string) => (await client.query(`select id from ${table}`)).rows.map(row => row.id)
      expect(await seen('expert_reviews')).toEqual([reviewId])
      for (const table of [
        'accompaniments',
        'organisations',
        'people',
        'diagnostics',
        'needs',
        'plan_actions',
        'notes',
      ])
        expect(await seen(table), table).toEqual([])
    })
    expect(other.reviewId).not.toBe(reviewId)
  })

  test('is what stands in the form that sends it; an older reading sends nothing', async ({ operator }) => {
    const { practitioner, number, reviewId } = await aReview(operator)
    const asked = { number, reviewId, ...asWritten }
    const manager = await operator.manager()
    await manager.must(finishCopy, { ...asked, question: 'Autrement ?', intent: 'save' })
    expect(await practitioner.run(finishCopy, { ...asked, intent: 'send' })).toMatchObject({
      kind: 'conflict',
      current: { version: 2, values: { question: 'Autrement ?' } },
    })
    expect(await plannedBy(operator)).toEqual([])
    const read = { ...asked, version: 2, needs: '', conclusions: 'Ce que je viens de taire.' }
    await practitioner.must(finishCopy, { ...read, intent: 'send' })
    const { state, review } = await pageOf(practitioner, number, reviewId)
    expect(state).toBe('waiting')
    expect(review.copy.texts).toEqual({ conclusions: 'Ce que je viens de taire.' })
    for (const intent of ['save', 'send'])
      expect(await practitioner.run(finishCopy, { ...read, version: review.version, intent })).toMatchObject({
        failure: { tag: 'review-already-sent' },
      })
  })

  test('does not leave once its day has come', async ({ operator }) => {
    const { practitioner, number, reviewId } = await aReview(operator)
    const asked = { number, reviewId, ...asWritten, intent: 'send' }
    expect(await practitioner.run(finishCopy, asked, { clock: at('2026-04-02') })).toMatchObject({
      failure: { tag: 'review-too-late' },
    })
  })
})

describe('the link of a second reading', () => {
  test('reads nothing before it is sent, nor after its day', async ({ operator }) => {
    const { token } = await aSentReview(operator)
    const centre = operator.contact(token)
    await centre.must(openReview, {})
    expect(await shownTo(centre, at('2026-04-02'))).not.toBeNull()
    const answer = { outcome: 'opinion', opinion: 'Il tient.' }
    for (const late of [at('2026-04-03'), at('2026-12-31')]) {
      expect(await shownTo(centre, late)).toBeNull()
      expect(await centre.run(answerReview, answer, { clock: late })).toEqual({ kind: 'not-found' })
    }
    const { reviewId: unsent } = await aReview(operator)
    const early = await aLinkTo(operator, unsent)
    expect(await shownTo(early)).toBeNull()
    expect(await early.run(openReview, {})).toEqual({ kind: 'not-found' })
  })

  test('opens on nothing once it is taken back, and its letters stay', async ({ operator }) => {
    const { token, practitioner, number, reviewId } = await aSentReview(operator)
    const centre = operator.contact(token)
    expect(await shownTo(centre)).not.toBeNull()
    await practitioner.must(revokeReview, { number, reviewId })
    expect(await shownTo(centre)).toBeNull()
    // A link that a letter kept after the revocation would open on nothing either.
    expect(await shownTo(await aLinkTo(operator, reviewId))).toBeNull()
    const [letter] = await plannedBy(operator)
    await perform(sendMessage, operator.id, { sendId: letter?.id ?? '' }, { clock: testClock })
    const [row] = await operator.inside(({ tx }) =>
      tx
        .select({ state: sends.state })
        .from(sends)
        .where(and(eq(sends.operatorId, operator.id), eq(sends.id, letter?.id ?? ''))),
    )
    expect(row?.state).toBe('cancelled')
  })
})

describe('a resource centre', () => {
  test('gives its opinion, or says that it cannot; the case tells it and the practitioner hears of it', async ({
    operator,
  }) => {
    const { token, practitioner, number, reviewId, id } = await aSentReview(operator)
    const centre = operator.contact(token)
    expect(await centre.run(answerReview, { outcome: 'opinion' })).toMatchObject({
      kind: 'invalid',
      fields: { opinion: ['input.required'] },
    })
    await centre.must(openReview, {})
    await centre.must(openReview, {})
    await centre.must(answerReview, { outcome: 'unable', opinion: 'Pas notre métier.' })
    await centre.must(answerReview, { outcome: 'opinion', opinion: 'Il tient.', specialities: 'Billetterie' })
    expect(await pageOf(practitioner, number, reviewId)).toMatchObject({
      state: 'answered',
      review: { outcome: 'opinion', opinion: 'Il tient.', specialities: 'Billetterie', answeredOn: '2026-03-12' },
    })
    const line = await practitioner.read(timelinePage, { number })
    const told = line.kind === 'done' ? line.value.entries.map(({ event }) => event) : []
    expect(told.filter(event => event === 'expert-review.read')).toHaveLength(1)
    expect(told).toEqual(
      expect.arrayContaining(['expert-review.sent', 'expert-review.declined', 'expert-review.answered']),
    )
    expect(await practitioner.run(revokeReview, { number, reviewId })).toMatchObject({
      failure: { tag: 'review-already-answered' },
    })
    for (const _ of [1, 2])
      await perform(tellReview, operator.id, { accompanimentId: id, reviewId }, { clock: testClock })
    const heard = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(heard.filter(({ kind }) => kind === 'expert-review.answered')).toHaveLength(1)
  })

  test('is recalled once, before its day, when there is room for it', async ({ operator }) => {
    await aSentReview(operator)
    expect(await plannedBy(operator)).toMatchObject([
      { message: 'expert-review.request' },
      { message: 'expert-review.reminder', dueAt: new Date('2026-03-30T06:00:00Z') },
    ])
    const soon = await operator.practitioner()
    const { number, reviewId } = await aReview(operator, { dueOn: '2026-03-14', email: 'presse@opale.example' })
    await soon.must(finishCopy, { number, reviewId, ...asWritten, intent: 'send' })
    const [only, ...more] = await operator.inside(({ tx }) =>
      tx
        .select({ message: sends.message })
        .from(sends)
        .where(and(eq(sends.operatorId, operator.id), eq(sends.recipient, 'presse@opale.example'))),
    )
    expect([only?.message, more]).toEqual(['expert-review.request', []])
  })

  test('is asked for tomorrow at the earliest and for three months at most, about something', async ({ operator }) => {
    const { number, practitioner } = await caseIn(operator)
    const refusals: [object, object][] = [
      [{ dueOn: '2026-03-12' }, { failure: { tag: 'due-too-soon', field: 'dueOn' } }],
      [{ dueOn: '2026-06-11' }, { failure: { tag: 'due-too-late', field: 'dueOn' } }],
      [{ parts: [] }, { kind: 'invalid', fields: { parts: ['input.required'] } }],
    ]
    for (const [input, answer] of refusals)
      expect(await practitioner.run(prepareReview, { number, ...reviewAsked, ...input })).toMatchObject(answer)
  })
})
