import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Day, day as known } from '#app/kernel/day.ts'
import { type CaseToCopy, dueDay, minimised, parts, stateOf, textKeys } from './expert-review.ts'
import { namesAny, redacted, wordsOfName } from './redaction.ts'

const day = (value: string): Day => {
  const found = known(value)
  if (!found) throw new Error(value)
  return found
}
const names = ['Le Fournil de Loire', ...wordsOfName('Aïcha Benali'), 'contact@fournil.example', '2026-0042']

describe('what is struck out of a text', () => {
  it('is a name in any writing, and nothing that only looks like it', () => {
    const read: [string, string][] = [
      ['Le Fournil de Loire embauche.', '[…] embauche.'],
      ['LE FOURNIL  DE LOIRE (aicha benali)', '[…] ([…])'],
      ['Mme Benali préside, Aïcha signe.', 'Mme […] préside, […] signe.'],
      ['le-fournil-de-loire', '[…]'],
      ['Les fournils de la Loire', 'Les fournils de la Loire'],
      ['Dossier 2026-0042.', 'Dossier […].'],
    ]
    for (const [text, left] of read) expect(redacted(text, names), text).toBe(left)
  })

  it('never brings together two words that make a name', () => {
    const both = ['Le Fournil', 'Xavier']
    const left = redacted('Le Xavier Fournil', both)
    expect(left).toBe('Le […] Fournil')
    expect(namesAny(left, both)).toBe(false)
  })

  it('is what reaches or identifies anybody, whoever she is', () => {
    const struck = [
      'une.autre@asso.example',
      '06 12 34 56 78',
      '+33 2 38 00 11 22',
      '02.38.00.11.22',
      '732 829 320 00074',
      '732829320',
      'W451234567',
      '12 bis, rue des Carmes',
      '45000 Orléans',
      'https://asso.example/equipe',
      'www.asso.example',
    ]
    for (const text of struck) expect(redacted(`Voir ${text}`, []), text).toBe('Voir […]')
  })

  it('leaves sums, years and numbers of jobs', () => {
    const kept = 'En 2025, 120 000 € de budget, 12 salariés, 410 000 € visés, 3 postes en rue piétonne.'
    expect(redacted(kept, [])).toBe(kept)
  })

  it('is out of the copy, wherever it was written', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzàéèêîôùç')
    const word = fc.array(letters, { minLength: 4, maxLength: 9 }).map(all => `q${all.join('')}`)
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map(words => words.join(' '))
    const writing = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize('NFD'),
      (text: string) => text.replaceAll(' ', '-'),
    )
    const around = fc.constantFrom('', ' ', ' et ', '\n', '. ', ' « ', ' » ', ', ', '[…] ')
    fc.assert(
      fc.property(
        name,
        name,
        fc.integer({ min: 10_000_000, max: 99_999_999 }),
        fc.array(fc.record({ key: fc.constantFrom(...textKeys), who: fc.nat(3), as: writing, around }), {
          maxLength: 30,
        }),
        (organisation, person, phone, said) => {
          const hidden = [organisation, person, `06${phone}`, `${person.replaceAll(' ', '.')}@asso.example`]
          const texts: CaseToCopy['texts'] = {}
          for (const { key, who, as, around: beside } of said)
            texts[key] = `${texts[key] ?? 'Avec'} ${as(hidden[who] ?? '')}${beside} `
          const source: CaseToCopy = {
            programme: { fr: 'DLA', en: 'DLA' },
            legalForm: 'association',
            region: 'Bretagne',
            headcount: 7,
            budget: 410_000,
            scores: { strategic: 2 },
            texts,
          }
          const copy = minimised(source, parts, hidden)
          for (const text of Object.values(copy.texts)) expect(namesAny(text, hidden), text).toBe(false)
          const { texts: _texts, ...structured } = copy
          expect(structured).toEqual({
            programme: { fr: 'DLA', en: 'DLA' },
            legalForm: 'association',
            region: 'Bretagne',
            size: 'under_10',
            budget: 'under_500',
            scores: { strategic: 2 },
          })
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a copy', () => {
  it('holds the parts that were chosen, and no other', () => {
    const source: CaseToCopy = {
      programme: { fr: 'DLA', en: 'DLA' },
      legalForm: null,
      region: null,
      headcount: 12,
      budget: 90_000,
      scores: { technical: 1 },
      texts: Object.fromEntries(textKeys.map(key => [key, `Texte de ${key}`])),
    }
    expect(minimised(source, ['needs'], [])).toMatchObject({
      size: null,
      budget: null,
      scores: {},
      texts: { needs: 'Texte de needs' },
    })
    expect(Object.keys(minimised(source, ['findings'], []).texts)).toEqual(['strengths', 'brakes', 'conclusions'])
    expect(minimised(source, ['situation', 'figures'], [])).toMatchObject({
      size: 'under_50',
      scores: { technical: 1 },
    })
  })
})

describe('a request', () => {
  it('ends within three months, and says where it stands', () => {
    const [today, tomorrow] = [day('2026-03-12'), day('2026-03-13')]
    expect(dueDay(today, today)).toMatchObject({ failure: { tag: 'due-too-soon', field: 'dueOn' } })
    expect(dueDay(tomorrow, today)).toEqual({ ok: true, value: tomorrow })
    expect(dueDay(day('2026-06-11'), today)).toMatchObject({ failure: { tag: 'due-too-late', field: 'dueOn' } })
    const dates = { sentAt: null, openedAt: null, answeredAt: null, revokedAt: null, dueOn: '2026-03-20' }
    const at = new Date('2026-03-12T10:00:00Z')
    expect(stateOf(dates, today)).toBe('draft')
    expect(stateOf({ ...dates, sentAt: at }, today)).toBe('waiting')
    expect(stateOf({ ...dates, sentAt: at, openedAt: at }, today)).toBe('read')
    expect(stateOf({ ...dates, sentAt: at, openedAt: at }, '2026-03-21')).toBe('closed')
    expect(stateOf({ ...dates, sentAt: at, answeredAt: at }, '2026-03-21')).toBe('answered')
    expect(stateOf({ ...dates, sentAt: at, revokedAt: at }, today)).toBe('revoked')
  })
})
