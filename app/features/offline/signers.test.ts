import { expect, test } from 'vitest'
import { factsShown, factsTyped, mayBeSigned, signedBy, signersOf } from './signers.ts'
import type { UnsentSession } from './unsent.ts'

const [ruche, fournil] = ['01a205ab-780f-7418-b963-33949c25e364', '01a205ab-780f-7418-b963-33949c25e365']
const written: UnsentSession = {
  id: 'one',
  person: 'her',
  operator: 'dla-demo',
  engineeringId: 'mission',
  title: 'Mission',
  sessionId: null,
  fields: [
    ['status', 'held'],
    ['heldOn', '2026-03-10'],
    ['beginsAt', '09:00'],
    ['endsAt', '12:00'],
    ['days', '0.5'],
    ['attendance[0].accompanimentId', ruche],
    ['attendance[0].personName', ' Anne Petit '],
    ['attendance[0].status', 'present'],
    ['attendance[1].accompanimentId', ruche],
    ['attendance[1].personName', 'Carole Absente'],
    ['attendance[1].status', 'absent'],
    ['attendance[2].accompanimentId', fournil],
    ['attendance[2].personName', ''],
    ['attendance[2].status', 'remote'],
    ['attendance[3].accompanimentId', fournil],
    ['attendance[3].personName', ''],
  ],
  writtenAt: '2026-03-10T11:00:00Z',
  state: 'waiting',
  photos: [],
  signatures: [],
  recordedAs: null,
  reply: null,
}
const anne = {
  id: 'signature',
  accompanimentId: ruche,
  personName: 'Anne Petit',
  facts: factsTyped(written),
  signedName: 'Anne Petit',
  wasThere: true,
  drawing: null,
  signedAt: '2026-03-10T11:00:00Z',
  refusal: null,
}
const changed = (name: string, value: string): UnsentSession['fields'] =>
  written.fields.map(([field, typed]) => [field, field === name ? value : typed])

test('those who came sign, and nobody else', () => {
  expect(signersOf(written).map(({ accompanimentId, personName }) => [accompanimentId, personName])).toEqual([
    [ruche, 'Anne Petit'],
    [fournil, null],
  ])
})

test('a signature stands as long as the session says what was signed', () => {
  const signed = signedBy(written, anne)
  expect(signersOf(signed).map(({ signature }) => signature?.id)).toEqual(['signature', undefined])
  const corrected = { ...signed, fields: changed('endsAt', '11:00') }
  expect(signersOf(corrected).map(({ signature }) => signature)).toEqual([null, null])
  const again = signedBy(corrected, { ...anne, id: 'again', facts: factsTyped(corrected) })
  expect(again.signatures.map(({ id }) => id)).toEqual(['again'])
})

test('a session is handed round once it was held, and until it is sent', () => {
  expect(mayBeSigned(written)).toBe(true)
  expect(mayBeSigned({ ...written, fields: changed('status', 'planned') })).toBe(false)
  expect(mayBeSigned({ ...written, state: 'typing' })).toBe(false)
  expect(mayBeSigned({ ...written, recordedAs: 'session' })).toBe(false)
  expect(mayBeSigned({ ...written, fields: written.fields.slice(0, 5) })).toBe(false)
})

test('what is signed is shown as the session will say it', () => {
  const shown = { heldOn: '2026-03-10', beginsAt: '09:00', endsAt: '12:00', quarters: 2, place: null }
  expect(factsShown(written)).toEqual(shown)
})
