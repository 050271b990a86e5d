import { expect, test } from 'vitest'
import { ISSUE_KEYS, issueMessage, parseIssue } from './issue.ts'

test('a message carries its key and parameters there and back', () => {
  expect(issueMessage('input.too-long', { max: 200 })).toBe('input.too-long|max=200')
  expect(parseIssue('input.too-long|max=200')).toEqual({ key: 'input.too-long', params: { max: 200 } })
  expect(parseIssue('input.too-small|min=-0.25')).toEqual({ key: 'input.too-small', params: { min: -0.25 } })
  expect(parseIssue('input.too-late|max=2026-01-31')).toEqual({ key: 'input.too-late', params: { max: '2026-01-31' } })
  for (const key of ISSUE_KEYS) expect(parseIssue(issueMessage(key))).toEqual({ key, params: {} })
})

test('what others wrote never reaches a screen', () => {
  for (const other of ['Invalid input: expected string', '', 'input.nothing|max=1', '|', '__proto__']) {
    expect(parseIssue(other)).toEqual({ key: 'input.invalid', params: {} })
  }
})
