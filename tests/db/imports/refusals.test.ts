import { describe, expect } from 'vitest'
import { columnsOf } from '#app/features/imports/columns.ts'
import type { ImportFile } from '#app/features/imports/folder.ts'
import { fingerprint } from '#tests/harness/fingerprint.ts'
import { type Folder, importFiled, refusalsOf, workedFolder } from '#tests/harness/import-folder.ts'
import { test } from '#tests/harness/operator.ts'

/** The worked example with one cell of its first row replaced. */
type Change = { file: ImportFile; column: string; cell: string; line?: number }
function withCell(folder: Folder, { file, column, cell, line = 2 }: Change): Folder {
  const position = [...columnsOf[file]].map(String).indexOf(column)
  const rows = String(folder[file]).split('\n')
  rows[line - 1] = (rows[line - 1] ?? '')
    .split(';')
    .map((known, index) => (index === position ? cell : known))
    .join(';')
  return { ...folder, [file]: rows.join('\n') }
}

const badCells: [file: ImportFile, column: string, cell: string, reason: string][] = [
  ['structures', 'ref', '', 'required'],
  ['structures', 'nom', ' \u200b ', 'required'],
  ['structures', 'nom', 'a\u0000b', 'bad-characters'],
  ['structures', 'nom', 'facture\u202efdp.exe', 'bad-characters'],
  ['structures', 'nom', 'a'.repeat(301), 'too-long'],
  ['structures', 'nom', '#REF!', 'cell-error'],
  ['structures', 'siret', '12345678901234', 'bad-siret'],
  ['structures', 'siret', '7328293200007', 'bad-siret'],
  ['structures', 'rna', 'W45200000', 'bad-rna'],
  ['structures', 'forme_juridique', 'sarl', 'unknown-value'],
  ['structures', 'date_creation', '2011-02-29', 'not-a-date'],
  ['structures', 'date_creation', '31/04/2011', 'not-a-date'],
  ['structures', 'date_creation', '14/03/11', 'not-a-date'],
  ['structures', 'date_creation', '2026-03-13', 'future'],
  ['structures', 'commune', '45000', 'bad-commune'],
  ['structures', 'employeuse', 'vrai', 'not-yes-or-no'],
  ['photos', 'structure', 'Z', 'unknown-reference'],
  ['photos', 'structure', '', 'required'],
  ['photos', 'accompagnement', 'P9', 'unknown-reference'],
  ['photos', 'date', '2026-03-13', 'future'],
  ['photos', 'date', '', 'required'],
  ['photos', 'occasion', 'T0', 'unknown-value'],
  ['photos', 'effectif', '-1', 'negative'],
  ['photos', 'etp', '1e3', 'not-a-number'],
  ['photos', 'budget', 'environ 400', 'not-a-number'],
  ['photos', 'cdi', '99999999999', 'too-big'],
  ['accompagnements', 'structure', 'Z', 'unknown-reference'],
  ['accompagnements', 'structure', 'A\u0000', 'bad-characters'],
  ['accompagnements', 'structure', '', 'structure-required'],
  ['accompagnements', 'dispositif', 'dla', 'unknown-value'],
  ['accompagnements', 'dispositif', '', 'required'],
  ['accompagnements', 'charge_de_mission', 'camille', 'bad-email'],
  ['accompagnements', 'canal', 'internet', 'unknown-value'],
  ...[
    'demande_le',
    'accueil_le',
    'diagnostic_valide_le',
    'comite_le',
    'plan_valide_le',
    'restitution_le',
    'cloture_le',
    'abandon_le',
  ].map((column): [ImportFile, string, string, string] => ['accompagnements', column, '13/03/2026', 'future']),
  ['accompagnements', 'avis', 'oui', 'unknown-value'],
  ['accompagnements', 'issue', 'reussi', 'unknown-value'],
  ['accompagnements', 'motif_abandon', 'autre', 'unknown-value'],
  ['accompagnements', 'conventions', 'CONV-DEMO|CONV-2', 'unknown-reference'],
  ['conventions', 'financeur', '', 'required'],
  ['conventions', 'debut', '2025-13-01', 'not-a-date'],
  ['conventions', 'montant', '-60000', 'negative'],
  ['conventions', 'dispositifs', 'dla-individuel|dla', 'unknown-programme'],
  ['conventions', 'territoires', '45|20', 'unknown-department'],
  ['objectifs', 'convention', 'CONV-2', 'unknown-reference'],
  ['objectifs', 'annee', '25', 'not-a-year'],
  ['objectifs', 'indicateur', 'bonheur', 'unknown-value'],
  ['objectifs', 'cible', 'six', 'not-a-number'],
  ['orientations', 'accompagnement', 'P9', 'unknown-reference'],
  ['orientations', 'envoyee_le', '2027-01-01', 'future'],
  ['orientations', 'reponse', 'oui', 'unknown-value'],
  ['orientations', 'reponse_le', '2027-01-01', 'future'],
  ['actions', 'accompagnement', 'P9', 'unknown-reference'],
  ['actions', 'nature', 'autre', 'unknown-value'],
  ['actions', 'statut', 'fini', 'unknown-value'],
  ['ingenieries', 'type', 'mixte', 'unknown-value'],
  ['ingenieries', 'accompagnements', 'P1|P9', 'unknown-reference'],
  ['ingenieries', 'signee_le', '2026-03-13', 'future'],
  ['ingenieries', 'jours', '-4', 'negative'],
  ['ingenieries', 'montant_ht', 'gratuit', 'not-a-number'],
  ['ingenieries', 'paye_le', '2026-03-13', 'future'],
  ['seances', 'ingenierie', 'I9', 'unknown-reference'],
  ['seances', 'date', '2025-02-30', 'not-a-date'],
  ['seances', 'date', '2026-03-13', 'future'],
  ['seances', 'jours', '-1', 'negative'],
  ['seances', 'type', 'atelier', 'unknown-value'],
  ['seances', 'mode', 'zoom', 'unknown-value'],
  ['seances', 'statut', 'prevue', 'unknown-value'],
  ['suivis', 'accompagnement', 'P9', 'unknown-reference'],
  ['suivis', 'vague', 'T5', 'unknown-value'],
  ['suivis', 'repondu_le', '2026-03-13', 'future'],
  ['suivis', 'effectif', '-9', 'negative'],
  ['suivis', 'lien_emploi', 'moyen', 'unknown-value'],
  ['suivis', 'situation_economique', 'bonne', 'unknown-value'],
  ['suivis', 'objectifs_atteints', '5', 'out-of-range'],
  ['suivis', 'objectifs_atteints', '-1', 'out-of-range'],
  ['suivis', 'appropriation', '2,5', 'out-of-range'],
  ['suivis', 'satisfaction', '11', 'out-of-range'],
  ['suivis', 'accord_citation', '1', 'not-yes-or-no'],
  ['benevolat', 'accompagnement', '', 'required'],
  ['benevolat', 'date', '2026-03-13', 'future'],
  ['benevolat', 'heures', '-6', 'negative'],
  ['benevolat', 'taux_horaire', 'SMIC', 'not-a-number'],
]

describe('a bad cell refuses the whole folder, by its file, line, column and reason', () => {
  test('for every column that can be wrong', async ({ operator, databaseUrl }) => {
    const before = await fingerprint(databaseUrl)
    for (let round = 0; ; round += 1) {
      // One bad cell of each column at a time: all of them must be told together.
      const together = badCells.filter(
        ([file, column], index) =>
          badCells.slice(0, index).filter(([f, c]) => f === file && c === column).length === round,
      )
      if (together.length === 0) break
      let folder: Folder = await workedFolder()
      for (const [file, column, cell] of together) folder = withCell(folder, { file, column, cell })
      const found = await importFiled(folder, operator.system().door)
      const expected = together.map(([file, column, , reason]) => [`${file}.csv`, 2, column, reason])
      expect(refusalsOf(found)).toEqual(expect.arrayContaining(expected))
      expect(found.outcome).toMatchObject({ kind: 'failed', failure: { tag: 'import-refused' } })
    }
    expect(await fingerprint(databaseUrl)).toEqual(before)
  })

  test('and every column has its bad cell here, but for those that take any text', () => {
    const free = [
      'secteur',
      'vers',
      'motif',
      'titre',
      'prestataire',
      'activite',
      'verbatim',
      'ref',
      'code',
      'fin',
      'prevu_le',
    ]
    const numbers = [
      'cdd',
      'femmes',
      'temps_partiel',
      'aides',
      'benevoles',
      'nb_financeurs',
      'emplois_maintenus',
      'qpv',
      'frr',
    ]
    const tried = new Set(badCells.map(([file, column]) => `${file} ${column}`))
    const missed = Object.entries(columnsOf).flatMap(([file, columns]) =>
      columns.filter(column => ![...free, ...numbers].includes(column)).map(column => `${file} ${column}`),
    )
    expect(missed.filter(name => !tried.has(name))).toEqual([])
  })

  test('tells every bad cell at once, each child of a refused row only for itself', async ({ operator }) => {
    const folder = withCell(await workedFolder(), { file: 'accompagnements', column: 'canal', cell: 'fax' })
    folder.structures = String(folder.structures).replace('W452000002', 'W2').replace('45208', 'x')
    const found = await importFiled(folder, operator.system().door)
    expect(refusalsOf(found)).toEqual([
      ['structures.csv', 3, 'rna', 'bad-rna'],
      ['structures.csv', 4, 'commune', 'bad-commune'],
      ['accompagnements.csv', 2, 'canal', 'unknown-value'],
    ])
  })
})

describe('a folder is refused', () => {
  const folders: [string, (folder: Folder) => void, (string | number | null)[][]][] = [
    [
      'for a ref that stands twice',
      folder => {
        folder.structures += 'A;Encore;;;;;;;;;\n'
      },
      [['structures.csv', 7, 'ref', 'duplicate-ref']],
    ],
    [
      'for a code that stands twice',
      folder => {
        folder.conventions += 'CONV-DEMO;Autre;2025-01-01;2025-12-31;;;\n'
      },
      [['conventions.csv', 3, 'code', 'duplicate-ref']],
    ],
    [
      'without its structures',
      folder => {
        delete folder.structures
      },
      [['structures.csv', null, null, 'missing-file']],
    ],
    [
      'without its accompaniments',
      folder => {
        delete folder.accompagnements
      },
      [['accompagnements.csv', null, null, 'missing-file']],
    ],
    [
      'for an empty file',
      folder => {
        folder.actions = ''
      },
      [['actions.csv', null, null, 'empty-file']],
    ],
    [
      'for a file of blank lines',
      folder => {
        folder.actions = '\n;;;\n \n'
      },
      [['actions.csv', null, null, 'empty-file']],
    ],
    [
      'for a column that is missing',
      folder => {
        folder.actions = 'accompagnement;titre;statut\nP1;x;faite\n'
      },
      [['actions.csv', 1, 'nature', 'missing-column']],
    ],
    [
      'for a column that is there twice',
      folder => {
        folder.benevolat = 'accompagnement;date;Date\nP1;2025-01-01;2025-01-01\n'
      },
      [['benevolat.csv', 1, 'date', 'duplicate-column']],
    ],
    [
      'for a row that is too long',
      folder => {
        folder.actions += 'P1;structure;a;faite;;b\n'
      },
      [['actions.csv', 6, null, 'too-many-cells']],
    ],
    [
      'for a quote that is never closed',
      folder => {
        folder.actions += 'P1;structure;"a;faite\nP1;structure;b;faite\n'
      },
      [['actions.csv', 6, null, 'unclosed-quote']],
    ],
    [
      'for UTF-16',
      folder => {
        folder.actions = Buffer.from('\ufeffaccompagnement;nature;titre\n', 'utf16le')
      },
      [['actions.csv', null, null, 'utf-16']],
    ],
    [
      'for two encodings in one file',
      folder => {
        folder.actions = Buffer.concat([
          Buffer.from('accompagnement;nature;titre\nP1;structure;é è à\nP1;structure;caf'),
          Buffer.from([0xe9, 0x0a]),
        ])
      },
      [['actions.csv', 3, null, 'not-utf-8']],
    ],
    [
      'for half a character pair',
      folder => {
        folder.actions = Buffer.concat([
          Buffer.from('accompagnement;nature;titre\nP1;structure;a'),
          Buffer.from([0xed, 0xa0, 0x80, 0x0a]),
        ])
      },
      [['actions.csv', 2, null, 'not-utf-8']],
    ],
  ]
  for (const [name, change, expected] of folders)
    test(name, async ({ operator, databaseUrl }) => {
      const folder: Folder = await workedFolder()
      change(folder)
      const before = await fingerprint(databaseUrl)
      const found = await importFiled(folder, operator.system().door)
      expect(refusalsOf(found)).toEqual(expected)
      expect(found.outcome).toMatchObject({ kind: 'failed', failure: { tag: 'import-refused' } })
      expect(await fingerprint(databaseUrl)).toEqual(before)
    })

  test('for a cell that would swallow the file', async ({ operator }) => {
    const folder = {
      ...(await workedFolder()),
      actions: `accompagnement;nature;titre\nP1;structure;"${'a\n'.repeat(600_000)}"\n`,
    }
    expect(refusalsOf(await importFiled(folder, operator.system().door))).toEqual([
      ['actions.csv', 2, null, 'cell-too-big'],
    ])
  })
})

describe('a folder is taken', () => {
  test('with lines counted as a spreadsheet counts them: blank lines, broken cells', async ({ operator }) => {
    const folder = await workedFolder()
    const benevolat =
      'accompagnement;date;activite;heures\n\nP1;2025-04-10;"Préparation\nde la séance";6\n;;;\nP1;2025-04-10;x;-1\n'
    const found = await importFiled({ ...folder, benevolat }, operator.system().door)
    expect(refusalsOf(found)).toEqual([['benevolat.csv', 5, 'heures', 'negative']])
  })

  test('with short rows, quotes inside words, the first line of Excel, and unknown values left out', async ({
    operator,
  }) => {
    const folder = {
      structures: 'sep=,\r\nref,nom,siret\r\nA,L’association "Les Amis"\r\nB,"dite ""Bis""",\r\n',
      accompagnements: 'ref;structure;dispositif;canal;demande_le\nP1;A;dla-individuel\nP2;B;dla-individuel;;\n',
    }
    const found = await importFiled(folder, operator.system().door)
    expect(found.outcome.kind).toBe('done')
    const short = found.report.notices.filter(({ remark }) => remark.key === 'short-rows')
    expect(short.map(({ file, line }) => [file, line])).toEqual([
      ['structures.csv', 2],
      ['accompagnements.csv', 2],
    ])
  })

  test('with planned days to come, a cancelled session to come, and an agreement that ends later', async ({
    operator,
  }) => {
    const folder = await workedFolder()
    folder.suivis += 'P1;T4;2027-06-01;;;;;;;;;;\n'
    folder.seances += 'I1;2026-09-01;1;individuelle;presentiel;annulee\n'
    folder.conventions += 'C2;Région de démonstration;2026-01-01;2030-12-31;;;\n'
    expect((await importFiled(folder, operator.system().door)).outcome.kind).toBe('done')
  })

  test('with a warning when an agreement does not cover the programme or the department', async ({ operator }) => {
    const folder = await workedFolder()
    folder.conventions += 'C2;Ville;2025-01-01;2025-12-31;;dla-collectif-mse;\nC3;Ville;2025-01-01;2025-12-31;;;18|36\n'
    folder.accompagnements = folder.accompagnements.replace('CONV-DEMO', 'C3|C2|CONV-DEMO')
    const { outcome, report } = await importFiled(folder, operator.system().door)
    expect(outcome.kind).toBe('done')
    expect(report.notices.map(({ file, line, remark }) => [file, line, remark.key])).toEqual([
      ['accompagnements.csv', 2, 'outside-programmes'],
      ['accompagnements.csv', 2, 'outside-departments'],
    ])
  })

  test('with a case that has no organisation yet, where the programme starts without one', async ({ operator }) => {
    const folder = await workedFolder()
    folder.accompagnements += 'P6;;fabrique-a-initiatives;;;2025-02-01;;;;;;;;;;;\n'
    expect((await importFiled(folder, operator.system().door)).outcome.kind).toBe('done')
  })

  test('for a trial, of which nothing stays', async ({ operator, databaseUrl }) => {
    const before = await fingerprint(databaseUrl)
    const { outcome, report } = await importFiled(await workedFolder(), operator.system().door, { isTrial: true })
    expect(outcome).toMatchObject({ kind: 'failed', failure: { tag: 'import-tried' } })
    expect(report.countsOf('structures').created).toBe(5)
    expect(await fingerprint(databaseUrl)).toEqual(before)
  })
})
