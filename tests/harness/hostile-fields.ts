/** Wrong answers to a field that expects one kind of thing. */

const lines = (text: string) => text.split('\n').filter(line => line !== '')

/** Not whole numbers from zero to a million, save the few that read as one. */
export const NUMBERS: readonly unknown[] = [
  ...lines(`
NaN
Infinity
-Infinity
1e309
1e3
1E-7
0x10
0b11
0o17
1_000
1,2,3
1,5
1.5
1.234,5
1,234.5
1 23
--1
+1
1-
- 1
٧
７
½
²
Ⅷ
2147483648
9007199254740993
999999999999999999999999999999
-1
.5
5.
12 %
12€
zéro
=1+1
`),
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 31,
  2 ** 53 + 2,
  1e21,
  0.1,
  -1,
  true,
  [7],
  { value: 7 },
]

/** These read as a number: minus zero is zero, spaces around are nothing. */
export const READABLE_NUMBERS: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  ['-0', 0],
  [-0, 0],
  [' 7 ', 7],
  ['\u00a07', 7],
  ['007', 7],
  ['7,0', 7],
  ['1 000', 1000],
  ['1\u202f000', 1000],
  [7, 7],
])

/** None of these is a yes or a no that was said. */
export const BOOLEANS: readonly unknown[] = [
  '0',
  '1',
  'off',
  '2',
  'null',
  'undefined',
  '[]',
  '{}',
  'truee',
  'no',
  0,
  1,
  [],
  {},
  ['oui'],
]

/** None of these is a day, and none may become one by being shifted. */
export const DATES: readonly unknown[] = [
  ...lines(`
2026-02-30
2026-02-29
2025-02-29
1900-02-29
2026-04-31
2026-06-31
2026-13-01
2026-00-01
2026-01-00
2026-01-32
0000-01-01
0001-01-01
1899-12-31
2201-01-01
9999-12-31
10000-01-01
+010000-01-01
-000001-01-01
26-01-01
1/1/26
30/02/2026
31/11/2026
02/28/2026
2026/01/01
2026-1-1
20260101
2026-W01-1
2026-001
45292
46023,5
2026-03-29T02:30
2026-10-25T02:30:00+02:00
2026-01-01T24:00:00Z
2026-06-30T23:59:60Z
24:00
1er janvier 2026
demain
now
infinity
-infinity
epoch
today
Invalid Date
٢٠٢٦-٠١-٠١
2026–01–01
2026-01-01; drop table
`),
  20260101,
  0,
  Number.NaN,
  new Date(Number.NaN),
  ['2026-01-01'],
  { $date: '2026-01-01' },
]

/** Ids of the right form that belong to nobody here. */
export const STRANGERS: readonly string[] = [
  '0190163d-8694-739b-aea5-966c26f8ad91',
  '0198c5a2-0000-7000-8000-000000000000',
  'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
]

/** Ids of a wrong form. */
export const MALFORMED_IDENTIFIERS: readonly unknown[] = [
  ...lines(`
00000000-0000-0000-0000-000000000000
ffffffff-ffff-ffff-ffff-ffffffffffff
0190163D-8694-739B-AEA5-966C26F8AD91
{0190163d-8694-739b-aea5-966c26f8ad91}
urn:uuid:0190163d-8694-739b-aea5-966c26f8ad91
0190163d8694739baea5966c26f8ad91
0190163d-8694-739b-aea5-966c26f8ad9
0190163d-8694-739b-aea5-966c26f8ad911
0190163g-8694-739b-aea5-966c26f8ad91
0190163d-8694-739b-0ea5-966c26f8ad91
0190163d–8694–739b–aea5–966c26f8ad91
1
-1
0
2147483648
null
undefined
NaN
*
%
' or '1'='1
1; drop table users; --
../../etc/passwd
..%2f..%2fetc%2fpasswd
0190163d-8694-739b-aea5-966c26f8ad91/../autre
0190163d-8694-739b-aea5-966c26f8ad91'
`),
  '0190163d-8694-739b-aea5-966c26f8ad91\n',
  '0190163d-8694-739b-aea5-966c26f8ad91\u0000',
  7,
  ['0190163d-8694-739b-aea5-966c26f8ad91'],
  { id: '0190163d-8694-739b-aea5-966c26f8ad91' },
]

export const IDENTIFIERS: readonly unknown[] = [...STRANGERS, ...MALFORMED_IDENTIFIERS]

/** Addresses that a standard may allow and that no message is ever sent to. */
export const EMAILS: readonly string[] = [
  ...lines(String.raw`
plain
@no-local.example
no-domain@
two@@at.example
a@b@c.example
a@localhost
a@127.0.0.1
a@[127.0.0.1]
a@[IPv6:::1]
.a@b.example
a.@b.example
a..b@c.example
a@-b.example
a@b-.example
a@b..example
a@.example
a@b.example.
a@b.1
a@b.c
a b@c.example
"a b"@c.example
"a"@c.example
a\@b@c.example
a(comment)@b.example
A <a@b.example>
a@b.example,c@d.example
a@b.example;c@d.example
a@b.example c@d.example
mailto:a@b.example
a%c.example@b.example
b.example!a@c.example
|sh@b.example
${'`id`'}@b.example
é@b.example
a@bücher.example
a@b.example?bcc=c@d.example
a@b_c.example
<script>@b.example
`),
  'a@b.example\r\nBcc: c@d.example',
  'a@b.example\n',
  'a\r\n@b.example',
  'a@b.example\u0000',
  'a@b.exa\u0301mple',
  'a\u202e@b.example',
  'a@b\u2024example',
  `${'a'.repeat(65)}@b.example`,
  `a@${'b'.repeat(64)}.example`,
  `a@${'b.'.repeat(130)}example`,
  `${'a'.repeat(10_000)}@b.example`,
]

export const FILE_NAMES: readonly string[] = [
  ...lines(String.raw`
../../etc/passwd
..\..\windows\system32\config\sam
/etc/passwd
C:\boot.ini
\\serveur\partage\fichier.pdf
file:///etc/passwd
..
.
.htaccess
.env
CON
NUL.pdf
aux.txt
COM1
rapport.pdf.exe
rapport.pdf%00.exe
rapport.pdf;.exe
rapport.pdf::$DATA
rapport.p​df
rapport.pdf.
rapport.svg
rapport.html
rapport.docm
~rapport.pdf
-rf
--help
$(id).pdf
a;id;.pdf
<img src=x onerror=alert(1)>.pdf
a"; filename="b.exe
é à ü « ».pdf
`),
  'rapport.pdf ',
  'rapport\r\nSet-Cookie: a=1.pdf',
  'rapport\u0000.pdf',
  'facture\u202efdp.exe',
  `${'a'.repeat(300)}.pdf`,
  `${'é'.repeat(200)}.pdf`,
  '',
]
