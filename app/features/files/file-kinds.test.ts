import { Document, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type MadeEntry, zipOf } from '#tests/harness/zip.ts'
import { fileKinds, judgeFile, largestFile } from './file-kinds.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const pdf = bytes('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
const office = (...more: MadeEntry[]) =>
  zipOf([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }, ...more])

describe('what a file is', () => {
  it('is told by its bytes', async () => {
    const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Bonjour')] }] }))
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('A').addRow([1])
    const xlsx = new Uint8Array(await workbook.xlsx.writeBuffer())
    expect(judgeFile('statuts.pdf', pdf)).toEqual({ kind: 'pdf' })
    expect(judgeFile('Statuts.PDF', pdf)).toEqual({ kind: 'pdf' })
    expect(judgeFile('scan.png', png)).toEqual({ kind: 'png' })
    expect(judgeFile('scan.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toEqual({ kind: 'jpeg' })
    expect(judgeFile('bilan.docx', new Uint8Array(docx))).toEqual({ kind: 'docx' })
    expect(judgeFile('comptes.xlsx', xlsx)).toEqual({ kind: 'xlsx' })
    const odt = zipOf([{ name: 'mimetype', content: fileKinds.odt.type }, { name: 'content.xml' }])
    expect(judgeFile('projet.odt', odt)).toEqual({ kind: 'odt' })
    expect(judgeFile('liste.csv', bytes('nom;jours\nLa Ruche;2,5\n'))).toEqual({ kind: 'text' })
    expect(judgeFile('note.txt', bytes('Vu la trésorière : < 3 mois.'))).toEqual({ kind: 'text' })
  })

  it('must be what its name says', () => {
    expect(judgeFile('statuts.docx', pdf)).toEqual({ refused: 'file-kind-differs' })
    expect(judgeFile('photo.pdf', png)).toEqual({ refused: 'file-kind-differs' })
    expect(judgeFile('statuts', pdf)).toEqual({ refused: 'file-kind-differs' })
  })
})

describe('FIL-02 a file that would do harm', () => {
  const hostile: Record<string, [string, Uint8Array]> = {
    'a program named PDF': ['facture.pdf', bytes('MZ\u0090\u0000')],
    'a program named text': ['facture.txt', bytes('MZ quelque chose')],
    'a page named text': ['note.txt', bytes('<!doctype html><script>alert(1)</script>')],
    'a page after spaces': ['note.txt', bytes('  \n <html>')],
    'a page after words': ['note.md', bytes('bonjour <script src=//evil>')],
    'a drawing that runs': ['logo.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
    'a script': ['note.txt', bytes('#!/bin/sh\nrm -rf /')],
    'a PDF cut on its way': ['statuts.pdf', bytes('%PDF-1.7\n1 0 obj')],
    'a PDF with a program behind it': ['statuts.pdf', bytes(`${'%PDF-1.7\n%%EOF\n'}${'MZ'.repeat(2000)}`)],
    'an old office document': ['statuts.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    'any archive': ['tout.zip', zipOf([{ name: 'a.txt', content: 'a' }])],
    'an archive named document': ['tout.docx', zipOf([{ name: 'a.txt', content: 'a' }])],
    'a document with macros': ['statuts.docx', office({ name: 'word/vbaProject.bin' })],
    'a text document with macros': [
      'statuts.odt',
      zipOf([{ name: 'mimetype', content: fileKinds.odt.type }, { name: 'Basic/Standard/Module1.xml' }]),
    ],
    'a locked document': ['statuts.docx', office({ name: 'a', isEncrypted: true })],
    'a bomb': ['statuts.docx', office({ name: 'a', size: 4_000_000_000 })],
    'a thousand bombs': ['statuts.docx', office(...Array.from({ length: 6000 }, (_, n) => ({ name: `n${n}` })))],
    'a way out of its folder': ['statuts.docx', office({ name: '../../etc/passwd' })],
    'an archive whose table is cut': ['statuts.docx', office().slice(0, -30)],
    nothing: ['vide.pdf', new Uint8Array()],
    'too much': ['film.pdf', new Uint8Array(largestFile + 1)],
  }
  for (const [what, [name, content]] of Object.entries(hostile))
    it(`is refused: ${what}`, () => {
      expect(judgeFile(name, content)).toHaveProperty('refused')
    })
})
