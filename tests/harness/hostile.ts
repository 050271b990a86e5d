import { BOOLEANS, DATES, EMAILS, FILE_NAMES, IDENTIFIERS, NUMBERS } from './hostile-fields.ts'
import { FORMULAS, MARKUP, QUERIES } from './hostile-payloads.ts'

/**
 * Values that break programs, in fourteen classes. Everything that reads from outside is tried with all of them.
 * A class that may be refused in part says which part; the rest must be stored and shown as it was typed.
 */

const codes = (...points: number[]) => points.map(point => String.fromCodePoint(point))
const around = (characters: string[]) => characters.map(character => `avant${character}après`)

/** C0 and C1 controls, NUL first. Tab and line breaks, which several lines of text may hold, are not here. */
export const CONTROLS: readonly string[] = [
  '\u0000',
  '\u0000fin',
  ...around(
    codes(0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0b, 0x0c, 0x0e, 0x10, 0x1a, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x90, 0x9b, 0x9f),
  ),
  '\u001b[31mrouge\u001b[0m',
]

/** No text is made of these: surrogates alone or reversed, non-characters, marks by the dozen, reversed direction. */
export const BROKEN_UNICODE: readonly string[] = [
  ...around(['\ud800', '\udbff', '\udc00', '\udfff', '\udc00\ud800', '\ud800\ud800\udc00', '\ude00\ud83d']),
  '\ud83d',
  'coupé\ud83d',
  '\udc00coupé',
  ...around(codes(0xfffe, 0xffff, 0xfdd0, 0xfdef, 0x1fffe, 0x1ffff, 0x10fffe, 0x10ffff)),
  `Z${'\u0335\u0321\u034a'.repeat(10)}algo`,
  `e${'\u0301'.repeat(20)}`,
  'a\u0300\u0301\u0302\u0303\u0304',
  '\u0489'.repeat(50),
  `${'\u0e47'.repeat(200)}`,
  ...around(codes(0x202a, 0x202b, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069)),
  'facture\u202efdp.exe',
]

/** Odd, and real text all the same. */
export const ODD_UNICODE: readonly string[] = [
  'e\u0301cole',
  'école',
  '\u212bngström',
  '\ufb01nance',
  '\uff21\uff22\uff23',
  'Ⅷ',
  '한국어',
  '\u1112\u1161\u11ab',
  'שלום עולם',
  'مرحبا بالعالم',
  'ﷺ',
  'नमस्ते',
  'می\u200cخواهم',
  '👩\u200d👩\u200d👧',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '❤\ufe0f',
  '1\ufe0f\u20e3',
  'Tiếng Việt',
  'İstanbul',
  'straße',
  'Ω ≠ Ω',
  '\u{20000}\u{2a6d6}',
  'œuvre – « l’été »',
  'nul\u200bzéro',
  '\ufeffmarque',
]

/** Texts that one sees nothing of: as good as not filled in. */
export const INVISIBLE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\u00a0',
  '\u202f\u2003',
  '\u200b',
  '\u200d\u200c',
  '\u3164',
  '\ufeff',
  '\u2060\u00ad',
]

/** For a field of `max` code points. Those that are too long are built when asked for: ten megabytes weigh. */
export function lengthsFor(max: number): { fit: string[]; tooLong: string[] } {
  return {
    fit: ['a', 'é'.repeat(max), '😀'.repeat(max), 'e\u0301'.repeat(max)],
    tooLong: [
      'a'.repeat(max + 1),
      '😀'.repeat(max + 1),
      'a'.repeat(Math.max(max + 1, 65_536)),
      'a'.repeat(1_000_000),
      '\u1100\u1161\u11a8'.repeat(1_000_000),
      'a'.repeat(10_000_000),
    ],
  }
}

/** `body` is written when it is sent: half a megabyte for each field of a thousand forms is more than a process holds. */
export type HostileBody = { name: string; contentType: string; body: () => string }

const manyKeys = Array.from({ length: 10_000 }, (_, index) => `k${index}`)
const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

/** Bodies whose structure is wrong, whatever the value of the field. */
export function structuresFor(field: string): HostileBody[] {
  const form = (name: string, body: () => string) => ({ name, contentType: FORM, body })
  const json = (name: string, body: () => string) => ({ name, contentType: JSON_TYPE, body })
  return [
    form('missing', () => ''),
    form('twice', () => `${field}=1&${field}=2`),
    form('empty brackets', () => `${field}[]=1&${field}[]=2`),
    form('nested brackets', () => `${field}[b]=1`),
    form('deep brackets', () => `${field}${'[a]'.repeat(1000)}=1`),
    form('dotted', () => `${field}.b.c=1`),
    form('huge index', () => `${field}[999999999]=1`),
    form('__proto__', () => `__proto__[isManager]=1&${field}=1`),
    form('constructor', () => `constructor[prototype][isManager]=1&${field}=1`),
    form('toString', () => `toString=1&hasOwnProperty=1&${field}=1`),
    form('10 000 keys', () => manyKeys.map(key => `${key}=1`).join('&')),
    form('10 000 values', () => manyKeys.map(() => `${field}=1`).join('&')),
    form('broken percent', () => `${field}=%&${field}=%zz&%=1`),
    form('bytes that are not UTF-8', () => `${field}=%ff%fe%c0%80`),
    form('JSON under the wrong type', () => `{"${field}":1}`),
    json('__proto__', () => `{"__proto__":{"isManager":true},"${field}":1}`),
    json('constructor', () => `{"constructor":{"prototype":{"isManager":true}},"${field}":1}`),
    json('same key twice', () => `{"${field}":1,"${field}":2}`),
    json('array', () => `{"${field}":["1","2"]}`),
    json('object', () => `{"${field}":{"$ne":null}}`),
    json('null', () => 'null'),
    json('scalar', () => '"texte"'),
    json('truncated', () => `{"${field}":"tex`),
    json('depth 20 000', () => `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
    json('array depth 20 000', () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    { name: 'multipart without boundary', contentType: 'multipart/form-data', body: () => `${field}=1` },
    {
      name: 'multipart never closed',
      contentType: 'multipart/form-data; boundary=x',
      body: () => `--x\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n1`,
    },
    { name: 'no type', contentType: '', body: () => `${field}=1` },
    { name: 'unknown charset', contentType: `${FORM}; charset=utf-7`, body: () => `${field}=+ADw-` },
  ]
}

/** Lines of a raw request: several clients refuse to send some of them, so they are written on the socket. */
const HEADERS: readonly string[] = [
  `X-Huge: ${'a'.repeat(100_000)}`,
  ...Array.from({ length: 3 }, (_, index) => `X-Many-${index}: ${'b'.repeat(8000)}`),
  'Host: evil.example',
  'Host: localhost\r\nHost: evil.example',
  'Host: ',
  'Host: localhost:99999',
  'Host: localhost@evil.example',
  'X-Forwarded-Host: evil.example',
  'X-Forwarded-For: 127.0.0.1',
  'X-Forwarded-For: 1.1.1.1, 2.2.2.2, not an address',
  'X-Forwarded-Proto: javascript',
  'Forwarded: for="[::1]";host=evil.example;proto=https',
  'X-Real-IP: ::ffff:127.0.0.1',
  'X-HTTP-Method-Override: DELETE',
  'Origin: null',
  'Origin: https://evil.example',
  'Referer: javascript:alert(1)',
  'Cookie: session=1; session=2; =; ; a',
  `Cookie: ${'c=1; '.repeat(2000)}`,
  'Accept-Language: fr;q=9,../../etc/passwd,%00',
  'If-None-Match: W/"\'; drop table users; --"',
  'Range: bytes=0-0,0-1,0-2,-1,99999999999999999999-',
  'Content-Length: -1',
  'Content-Length: 5\r\nContent-Length: 6',
  'Transfer-Encoding: chunked\r\nContent-Length: 4',
  'X-Folded: one\r\n two',
  'X-Null: a\u0000b',
  'Authorization: Bearer ../../..',
  'Expect: 999-nothing',
]

const lengths = lengthsFor(200)

/** Every class by its name, for a test that walks them all. */
export const HOSTILE = {
  controls: CONTROLS,
  unicode: [...BROKEN_UNICODE, ...ODD_UNICODE, ...INVISIBLE_TEXTS],
  lengths: ['', ...lengths.fit, ...lengths.tooLong],
  numbers: NUMBERS,
  booleans: BOOLEANS,
  dates: DATES,
  identifiers: IDENTIFIERS,
  structures: structuresFor('champ'),
  emails: EMAILS,
  fileNames: FILE_NAMES,
  markup: MARKUP,
  queries: QUERIES,
  formulas: FORMULAS,
  headers: HEADERS,
} as const
