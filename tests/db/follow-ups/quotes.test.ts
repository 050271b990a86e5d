import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { chooseReference } from '#app/features/follow-ups/choose-reference.command.server.ts'
import { decideQuoteByLink } from '#app/features/follow-ups/decide-quote.command.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { consentedStories } from '#app/features/reports/stories.store.server.ts'
import { testimonyListPage } from '#app/features/testimonies/testimony-list.query.server.ts'
import { day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements } from '#db/schema/accompaniments.ts'
import { consents, followUpResponses, followUps } from '#db/schema/follow-ups.ts'
import { events } from '#db/schema/journal.ts'
import { aCase, aFollowUp } from '../../harness/factories/accompaniment.ts'
import { anAgreement } from '../../harness/factories/agreement.ts'
import { aLink } from '../../harness/factories/link.ts'
import { type TestOperator, test, testDay } from '../../harness/operator.ts'

const sentence = 'Nous décidons à temps.'
const dayAfter = () => new Date('2026-03-13T09:00:00Z')

/** A wave of a case that an agreement pays, the link of two people of its organisation, and what a report would quote. */
async function aFundedWave(operator: TestOperator) {
  const of = await aCase(operator, { state: 'follow_up' })
  const { agreementId } = await anAgreement(operator)
  await operator.inside(({ tx }) =>
    tx
      .insert(accompanimentAgreements)
      .values({ operatorId: operator.id, id: newId(), accompanimentId: of.accompanimentId, agreementId }),
  )
  const followUpId = await aFollowUp(operator, of, { wave: 'T3', state: 'sent' })
  const practitioner = await operator.practitioner()
  const by = async (name: string) => {
    const { id } = await practitioner.must(addPerson, { id: of.organisationId, name, function: 'governance' })
    const subject = { purpose: 'follow_up' as const, subjectId: followUpId, accompanimentId: of.accompanimentId }
    return operator.contact(await aLink(operator, { ...subject, personId: id }))
  }
  const quoted = (on: string = testDay) =>
    operator.inside(async ({ tx }) => {
      const today = day(on)
      if (!today) throw new Error('no day')
      const period = { from: day('2026-01-01') ?? today, to: day('2026-12-31') ?? today }
      const stories = await consentedStories(tx, operator.id, { agreementId, period, today })
      return stories.map(({ body, consent, author }) => [body, consent, author])
    })
  return { ...of, followUpId, practitioner, by, quoted }
}

const givenOf = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({ audience: consents.audience, name: consents.personName, withdrawnOn: consents.withdrawnOn })
      .from(consents)
      .where(eq(consents.operatorId, operator.id))
      .orderBy(consents.id),
  )

describe('a sentence left with the answers of a wave', () => {
  for (const [quoteAudience, read] of [
    ['internal', []],
    ['funder', [[sentence, 'funder', null]]],
    ['public', [[sentence, 'public', null]]],
  ] as const)
    test(`is read by those that its author chose: ${quoteAudience}`, async ({ operator }) => {
      const { by, quoted, practitioner, number } = await aFundedWave(operator)
      await (await by('Aïcha')).must(answerByLink, { verbatim: sentence, quoteAudience, respondent: 'Aïcha Benali' })
      expect(await quoted()).toEqual(read)
      expect(await givenOf(operator)).toEqual([{ audience: quoteAudience, name: 'Aïcha Benali', withdrawnOn: null }])
      const page = await practitioner.read(testimonyListPage, { numero: number, audience: quoteAudience })
      expect(page).toMatchObject({ value: { total: 1 } })
    })

  test('is quoted by nobody when she chose nobody, and she may choose later by the same link', async ({ operator }) => {
    const { by, quoted } = await aFundedWave(operator)
    const contact = await by('Aïcha')
    await contact.must(answerByLink, { verbatim: sentence })
    expect(await quoted()).toEqual([])
    expect(await contact.read(personalLinkPage)).toMatchObject({
      value: { wave: { isOpen: false, quote: { body: sentence, audience: null, withdrawnOn: null } } },
    })
    await contact.must(decideQuoteByLink, { audience: 'funder' })
    expect(await quoted()).toEqual([[sentence, 'funder', null]])
  })

  test('leaves everything that is built once she withdraws it, and history says when', async ({ operator }) => {
    const { by, quoted, followUpId } = await aFundedWave(operator)
    const contact = await by('Aïcha')
    await contact.must(answerByLink, { verbatim: sentence, quoteAudience: 'public', respondent: 'Aïcha Benali' })
    await contact.must(decideQuoteByLink, { audience: 'nobody' }, { clock: dayAfter })
    expect(await quoted('2026-03-13')).toEqual([])
    expect(await contact.read(personalLinkPage, {}, dayAfter)).toMatchObject({
      value: { wave: { quote: { audience: null, withdrawnOn: '2026-03-13' } } },
    })
    const [row] = await operator.inside(({ tx }) =>
      tx.select({ agreed: followUps.quoteConsent }).from(followUps).where(eq(followUps.id, followUpId)),
    )
    expect(row?.agreed).toBe(false)
    const told = await operator.inside(({ tx }) =>
      tx
        .select({ name: events.name, on: events.happenedOn, data: events.data })
        .from(events)
        .where(eq(events.subjectKind, 'testimony'))
        .orderBy(events.id),
    )
    expect(told).toMatchObject([
      { name: 'consent.given', on: testDay, data: { audience: 'public' } },
      { name: 'consent.withdrawn', on: '2026-03-13', data: { audience: 'public' } },
    ])
    expect(JSON.stringify(told)).not.toContain('Benali')
    // Withdrawn twice is withdrawn once; given again, the first one stays as it was.
    await contact.must(decideQuoteByLink, { audience: 'nobody' }, { clock: dayAfter })
    await contact.must(decideQuoteByLink, { audience: 'funder' }, { clock: dayAfter })
    expect(await givenOf(operator)).toMatchObject([
      { audience: 'public', withdrawnOn: '2026-03-13' },
      { audience: 'funder', withdrawnOn: null },
    ])
  })

  const yearsAfter = () => new Date('2035-01-10T09:00:00Z')
  for (const agreed of ['with her answers', 'later'])
    test(`is withdrawn by the same link for as long as it may be kept, agreed to ${agreed}`, async ({ operator }) => {
      const { by, quoted } = await aFundedWave(operator)
      const contact = await by('Aïcha')
      const quoteAudience = agreed === 'later' ? undefined : 'public'
      await contact.must(answerByLink, { verbatim: sentence, quoteAudience })
      if (agreed === 'later') await contact.must(decideQuoteByLink, { audience: 'public' })
      await contact.must(decideQuoteByLink, { audience: 'nobody' }, { clock: yearsAfter })
      expect(await quoted('2035-01-11')).toEqual([])
    })

  test('opens nothing after the last day of its link where nobody may read it', async ({ operator }) => {
    const contact = await (await aFundedWave(operator)).by('Aïcha')
    await contact.must(answerByLink, { verbatim: sentence })
    expect(await contact.read(personalLinkPage, {}, yearsAfter)).toMatchObject({ kind: 'not-found' })
  })

  test('is her own: nobody else decides of it, by another link of the same wave', async ({ operator }) => {
    const { by, quoted } = await aFundedWave(operator)
    const [first, second] = [await by('Aïcha'), await by('Bruno')]
    await first.must(answerByLink, { verbatim: sentence, quoteAudience: 'funder' })
    expect(await second.run(decideQuoteByLink, { audience: 'nobody' })).toMatchObject({ failure: { tag: 'no-quote' } })
    await second.must(answerByLink, { verbatim: 'À nous de jouer.', quoteAudience: 'public' })
    await second.must(decideQuoteByLink, { audience: 'nobody' })
    expect(await quoted()).toEqual([[sentence, 'funder', null]])
  })

  test('stays withdrawn when its author’s answers become those that figures read', async ({ operator }) => {
    const { by, followUpId, number, practitioner } = await aFundedWave(operator)
    await (await by('Aïcha')).must(answerByLink, { headcount: '9' })
    const second = await by('Bruno')
    await second.must(answerByLink, { verbatim: sentence, quoteAudience: 'public' })
    await second.must(decideQuoteByLink, { audience: 'nobody' })
    const [response] = await operator.inside(({ tx }) =>
      tx.select({ id: followUpResponses.id }).from(followUpResponses).where(eq(followUpResponses.isReference, false)),
    )
    await practitioner.must(chooseReference, { followUpId, number, responseId: response?.id ?? '' })
    const [row] = await operator.inside(({ tx }) => tx.select().from(followUps).where(eq(followUps.id, followUpId)))
    expect(row).toMatchObject({ verbatim: sentence, quoteConsent: false })
  })

  test('told on the telephone keeps who may read it, as the call said', async ({ operator }) => {
    const { quoted, followUpId, number, practitioner } = await aFundedWave(operator)
    const call = { followUpId, number, answeredOn: '2026-03-10', respondent: 'Présidence' }
    await practitioner.must(recordByPhone, { ...call, verbatim: sentence, quoteAudience: 'funder' })
    expect(await quoted()).toEqual([[sentence, 'funder', null]])
  })
})
