import { describe, expect, it } from 'vitest'
import { type Day, day } from '#app/kernel/day.ts'
import { notedAnswer, partnerAnswer } from './referral.ts'

const on = (written: string): Day => {
  const value = day(written)
  if (!value) throw new Error(`no such day: ${written}`)
  return value
}

describe('what a partner answers', () => {
  it('is said once, and says why when it refuses', () => {
    const waiting = { answer: null }
    expect(partnerAnswer({ answer: 'accepted', word: null }, waiting)).toMatchObject({ ok: true })
    expect(partnerAnswer({ answer: 'refused', word: 'Complet.' }, waiting)).toMatchObject({ ok: true })
    expect(partnerAnswer({ answer: 'refused', word: null }, waiting)).toMatchObject({
      failure: { tag: 'refusal-without-reason', field: 'word' },
    })
    expect(partnerAnswer({ answer: 'refused', word: 'Complet.' }, { answer: 'accepted' })).toMatchObject({
      failure: { tag: 'referral-answered' },
    })
  })
})

describe('what a member notes of it', () => {
  const unanswered = { answer: null, answeredOn: null, word: null, saidAt: null, notedBy: null }
  const noted = { answer: 'accepted' as const, answeredOn: on('2026-03-05'), word: 'Par téléphone.', by: 'jeanne' }

  it('is hers, and stays hers when somebody else completes it', () => {
    const first = { answer: 'accepted', answeredOn: '2026-03-05', word: 'Par téléphone.', notedBy: 'jeanne' } as const
    expect(notedAnswer(noted, unanswered)).toEqual({ ok: true, value: first })
    expect(notedAnswer({ ...noted, word: null, by: 'paul' }, { ...first, saidAt: null })).toEqual({
      ok: true,
      value: first,
    })
    expect(notedAnswer({ ...noted, answer: 'refused', by: 'paul' }, { ...first, saidAt: null })).toMatchObject({
      value: { answer: 'refused', notedBy: 'paul' },
    })
  })

  it('never replaces what the partner said itself', () => {
    const said = {
      answer: 'refused' as const,
      answeredOn: '2026-03-04',
      word: 'Complet.',
      saidAt: new Date('2026-03-04T10:00:00Z'),
      notedBy: null,
    }
    expect(notedAnswer(noted, said)).toMatchObject({ failure: { tag: 'partner-answered', field: 'answer' } })
    expect(notedAnswer({ ...noted, answer: 'refused' }, said)).toEqual({
      ok: true,
      value: { answer: 'refused', answeredOn: '2026-03-04', word: 'Complet.', notedBy: null },
    })
  })
})
