import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#app/kernel/day.ts'
import type { Criterion, Offer, Score, Terms } from './consultation.ts'
import { gridTotal, judgeDecision, judgeOpening, totalOf } from './consultation-rules.ts'
import { draftTerms } from './terms-draft.ts'

const on = (text: string): Day => {
  const value = day(text)
  if (!value) throw new Error(text)
  return value
}
const today = on('2026-03-12')
const none = { phases: null, deliverables: null, calendar: null, skills: null, contact: null, publicity: null }
const terms: Terms = {
  ...none,
  context: 'Une ressourcerie.',
  issue: 'Un modèle fragile.',
  results: null,
  quarters: 16,
  budgetCents: 500_000,
  vatBasisPoints: 2_000,
  agreedOn: on('2026-03-01'),
  version: 1,
}
const criteria: Criterion[] = [
  { id: 'method', label: 'Méthode', weight: 60 },
  { id: 'price', label: 'Prix', weight: 40 },
]
const opening = {
  terms,
  criteria,
  asked: 3,
  deadline: addDays(today, 15),
  waiverReason: null,
  waiverDocument: null,
}

describe('a consultation opens', () => {
  it('when the terms are agreed and three providers are asked', () => {
    expect(judgeOpening(opening, today)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['terms-missing', { terms: null }],
    ['terms-missing', { terms: { ...terms, version: 0 } }],
    ['terms-without-days', { terms: { ...terms, quarters: null } }],
    ['terms-without-budget', { terms: { ...terms, budgetCents: null } }],
    ['terms-without-criteria', { criteria: [] }],
    ['terms-not-agreed', { terms: { ...terms, agreedOn: null } }],
    ['deadline-past', { deadline: today }],
    ['nobody-asked', { asked: 0 }],
    ['too-few-providers', { asked: 2 }],
    ['waiver-without-document', { asked: 1, waiverReason: 'Un seul cabinet connaît ce logiciel.' }],
  ])('not without its due: %s', (tag, change) => {
    expect(judgeOpening({ ...opening, ...change }, today)).toMatchObject({ failure: { tag } })
  })

  it('with fewer providers, when a reason and its document are given', () => {
    const waiver = { waiverReason: 'Un seul cabinet connaît ce logiciel.', waiverDocument: 'Note du 3 mars' }
    expect(judgeOpening({ ...opening, asked: 1, ...waiver }, today).ok).toBe(true)
  })
})

const offer = (id: string, email: string | null = 'offres@cabinet.example'): Offer => ({
  id,
  providerId: `${id}-provider`,
  provider: `Cabinet ${id}`,
  email,
  note: null,
  version: 1,
  isDeposited: false,
  file: null,
  receivedOn: on('2026-03-01'),
  quarters: 16,
  amountCents: 420_000,
})
const full = (offerId: string): Score[] =>
  criteria.map(({ id, weight }) => ({ offerId, criterionId: id, scorer: 'organisation', points: weight - 5 }))
const decision = {
  deadline: on('2026-03-05'),
  decidedOn: on('2026-03-10'),
  offers: [offer('a'), offer('b')],
  criteria,
  scores: [...full('a'), ...full('b')],
  chosenOfferId: 'b',
  preferredOfferId: 'a',
  conflict: 'none' as const,
  conflictNote: null,
}

describe('a provider is chosen', () => {
  it('once every offer has the organisation’s view on every criterion', () => {
    expect(judgeDecision(decision, today)).toMatchObject({ ok: true, value: { id: 'b' } })
    expect(totalOf('a', 'organisation', criteria, decision.scores)).toBe(90)
    expect(totalOf('a', 'practitioner', criteria, decision.scores)).toBeNull()
    expect(gridTotal(criteria)).toBe(100)
  })

  it.each([
    ['deadline-not-passed', { deadline: today }],
    ['decided-before-deadline', { decidedOn: on('2026-03-04') }],
    ['decided-in-the-future', { decidedOn: addDays(today, 1) }],
    ['unknown-offer', { chosenOfferId: 'c' }],
    ['unknown-offer', { preferredOfferId: 'c' }],
    ['offer-not-scored', { scores: full('a') }],
    ['bidder-without-email', { offers: [offer('a', null), offer('b')] }],
    ['conflict-unsaid', { conflict: 'declared' as const }],
  ])('not before: %s', (tag, change) => {
    expect(judgeDecision({ ...decision, ...change }, today)).toMatchObject({ failure: { tag } })
  })
})

describe('the first text of the terms', () => {
  const engineering = {
    id: 'e',
    kind: 'individual' as const,
    title: 'Plan',
    providerId: null,
    state: 'draft' as const,
    startsOn: null,
    endsOn: null,
    signedOn: null,
    deliveredOn: null,
    paidOn: null,
    lateReason: null,
    unconsultedReason: null,
    orderedQuarters: 16,
    amountCents: null,
    version: 1,
  }
  const source = {
    organisation: 'Terre et Partage',
    strengths: 'Une équipe soudée.',
    brakes: null,
    conclusions: 'Un modèle fragile.',
    needs: ['Revoir les prix', 'Former le bureau'],
  }

  it('is that of the diagnostic, and nothing more', () => {
    expect(draftTerms([source], engineering, 2_000)).toMatchObject({
      context: 'Une équipe soudée.',
      issue: 'Un modèle fragile.',
      results: '- Revoir les prix\n- Former le bureau',
      phases: null,
      quarters: 16,
      version: 0,
    })
    expect(draftTerms([], engineering, null)).toMatchObject({ context: null, issue: null, results: null })
  })

  it('says whose it is when several organisations take part', () => {
    const other = { ...source, organisation: 'Le Fournil', strengths: null, brakes: 'Un local vétuste.' }
    expect(draftTerms([source, other], engineering, 2_000).context).toBe(
      'Terre et Partage\nUne équipe soudée.\n\nLe Fournil\nUn local vétuste.',
    )
  })
})
