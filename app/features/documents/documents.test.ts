import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { DiagnosticContent } from '#app/features/diagnostics/diagnostic-content.ts'
import { diagnosticDocument } from '#app/features/diagnostics/diagnostic-document.server.ts'
import { expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'
import { documentFile } from './document-file.server.ts'

const hostile = '#image("/etc/passwd") <script> $x$ *gras* & \u0007 « 😀 👩‍🌾 日本 a\u0301\u0330'
const content: DiagnosticContent = {
  number: '2026-0007',
  operator: 'DLA du Loiret',
  organisation: 'La Ruche',
  programme: { fr: 'DLA individuel', en: 'Individual DLA' },
  writtenOn: '2026-03-12',
  authors: ['Nadia Perrin', 'Luc Morel'],
  participants: 'La présidente',
  documentsSeen: null,
  snapshot: {
    takenOn: '2026-01-20',
    origin: 'payroll',
    certainty: 'sure',
    origins: { volunteers: { on: '2025-12-31', origin: null, certainty: 'estimated' } },
    headcount: 8,
    fte: 6.5,
    permanent: 6,
    fixedTerm: 2,
    women: 5,
    partTime: null,
    subsidised: 1,
    volunteers: 20,
    budget: 410_000,
    funderCount: 6,
    funderKinds: ['state', 'town'],
    strategy: null,
    governance: 3,
    alliances: 'Un groupement d’achat',
  },
  needs: [
    {
      title: 'Lire ses comptes',
      domain: 'functional',
      urgency: 'months',
      jobsEffect: null,
      reservation: 'Pas seulement',
    },
  ],
  situation: expertiseDomains.map((domain, index) => ({
    domain,
    score: index === 7 ? null : index % 5,
    text: index === 0 ? hostile : null,
  })),
  strengths: 'Une équipe soudée\n\nUn lieu',
  brakes: null,
  conclusions: hostile,
  contests: [
    {
      id: '1',
      line: 'conclusions',
      lineThen: 'Trop de projets',
      body: 'Ce n’est pas cela.',
      contestedBy: 'Aïcha Benali',
      contestedAt: new Date('2026-03-01T10:00:00Z'),
      answer: null,
      answeredByName: null,
      version: 1,
    },
  ],
  validated: null,
}

/** The text of the main part of a DOCX, as it is written there. */
function mainPart(docx: Buffer): string {
  const name = 'word/document.xml'
  const at = docx.lastIndexOf(name) - 46
  const local = docx.readUInt32LE(at + 42)
  const start = local + 30 + docx.readUInt16LE(local + 26) + docx.readUInt16LE(local + 28)
  return inflateRawSync(docx.subarray(start, start + docx.readUInt32LE(at + 20))).toString()
}

describe('the restitution of a diagnostic', () => {
  for (const locale of ['fr', 'en'] as const)
    it(`is a tagged PDF in its language, whatever people wrote: ${locale}`, async () => {
      const { name, body } = await documentFile(diagnosticDocument(content, locale), 'pdf')
      expect(name).toBe('Diagnostic - La Ruche.pdf')
      const raw = body.toString('latin1')
      expect(raw.startsWith('%PDF-1.7')).toBe(true)
      expect(raw).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
      expect(raw).toContain(`/Lang (${locale})`)
      expect(raw).toContain('pdfuaid')
    })

  it('is a DOCX that says the same, editable', async () => {
    const { body } = await documentFile(diagnosticDocument(content, 'fr'), 'docx')
    const xml = mainPart(body)
    for (const words of [
      'Lire ses comptes',
      'Dans les six mois',
      'Paie (DSN) ou registre du personnel',
      '31 décembre 2025',
      'Estimé',
      'L’État, La commune ou l’intercommunalité',
      '3 sur 4',
      'Un groupement d’achat',
      'Effet sur l’emploi',
      'Heading1',
      'Ce n’est pas cela.',
      'non noté',
      'Pas encore de réponse',
      'Une équipe soudée',
    ])
      expect(xml, words).toContain(words)
    expect(xml).toContain('&lt;script&gt;')
    expect(xml).not.toContain('\u0007')
  })

  it('names the domains that nobody has scored, and that it is not validated', () => {
    const { lede, blocks } = diagnosticDocument(content, 'fr')
    expect(lede).toContain('pas encore validée')
    expect(JSON.stringify(blocks)).toContain('Domaines qui n’ont pas été notés')
  })
})
