import { expect, test } from 'vitest'
import { derivedId, isId, newId, newToken } from './ids.ts'

test('ids are UUIDs of version 7 and sort by the time they were minted', () => {
  const ids = Array.from({ length: 1000 }, newId)
  expect(ids.every(isId)).toBe(true)
  expect(ids.every(id => id[14] === '7')).toBe(true)
  expect(new Set(ids).size).toBe(1000)
  expect([...ids].sort()).toEqual(ids)
})

test('the same parts derive the same id, other parts or other cuts another', () => {
  const derived = [derivedId('a', 'b'), derivedId('ab'), derivedId('a', 'b', ''), derivedId('b', 'a')]
  expect(derived.every(isId)).toBe(true)
  expect(new Set(derived).size).toBe(4)
  expect(derivedId('a', 'b')).toBe(derived[0])
})

test.each([
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0190163D-8694-739B-AEA5-966C26F8AD91',
  '{0190163d-8694-739b-aea5-966c26f8ad91}',
  '0190163d8694739baea5966c26f8ad91',
  ' 0190163d-8694-739b-aea5-966c26f8ad91',
  '0190163d-8694-739b-aea5-966c26f8ad91\n',
  '',
  null,
  7,
  ['0190163d-8694-739b-aea5-966c26f8ad91'],
])('%j is not an id', value => {
  expect(isId(value)).toBe(false)
})

test('tokens are 256 bits that a link can carry', () => {
  const tokens = Array.from({ length: 1000 }, newToken)
  expect(tokens.every(token => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true)
  expect(new Set(tokens).size).toBe(1000)
  expect(Buffer.from(tokens[0] ?? '', 'base64url')).toHaveLength(32)
})
