/**
 * What a primitive of `input.ts` says when it refuses: a key and its parameters, in one string because a zod issue and a
 * form library carry only a string. Screens translate it; nobody shows it as it is.
 */
export const ISSUE_KEYS = [
  'input.invalid',
  'input.nobody-to-tell',
  'input.product-is-for-the-team',
  'input.required',
  'input.unknown-field',
  'input.too-short',
  'input.too-long',
  'input.one-line',
  'input.bad-characters',
  'input.not-text',
  'input.not-a-number',
  'input.not-a-whole-number',
  'input.too-many-decimals',
  'input.not-quarter-days',
  'input.too-small',
  'input.too-big',
  'input.not-a-date',
  'input.not-an-hour',
  'input.too-early',
  'input.too-late',
  'input.not-yes-or-no',
  'input.not-in-list',
  'input.too-few',
  'input.too-many',
  'input.bad-email',
  'input.bad-id',
  'input.bad-siret',
  'input.bad-siren',
  'input.bad-rna',
  'input.bad-commune',
] as const

export type IssueKey = (typeof ISSUE_KEYS)[number]
export type IssueParams = Readonly<Record<string, string | number>>

/** `input.too-long|max=200` */
export function issueMessage(key: IssueKey, params: IssueParams = {}): string {
  return [key, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join('|')
}

/** Anything that was not written by `issueMessage` reads as `input.invalid`: zod's own English never reaches a screen. */
export function parseIssue(message: string): { key: IssueKey; params: IssueParams } {
  const [head, ...rest] = message.split('|')
  const key = ISSUE_KEYS.find(candidate => candidate === head)
  if (!key) return { key: 'input.invalid', params: {} }
  const params: Record<string, string | number> = {}
  for (const pair of rest) {
    const at = pair.indexOf('=')
    if (at < 1) continue
    const value = pair.slice(at + 1)
    params[pair.slice(0, at)] = /^-?[0-9]+(\.[0-9]+)?$/.test(value) ? Number(value) : value
  }
  return { key, params }
}
