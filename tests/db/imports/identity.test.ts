import { and, asc, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { accompanimentAgreements, accompaniments, snapshots, volunteerTime } from '#db/schema/accompaniments.ts'
import { agreements, funders, targets } from '#db/schema/agreements.ts'
import { engineeringMembers, engineerings, providers } from '#db/schema/engineerings.ts'
import { grants, operators } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { users } from '#db/schema/users.ts'
import {
  countsOf,
  importFiled,
  importPath,
  refusalsOf,
  workedExample,
  workedFolder,
} from '#tests/harness/import-folder.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const casesOf = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx.select().from(accompaniments).where(eq(accompaniments.operatorId, operator.id)).orderBy(asc(accompaniments.id)),
  )
const organisationsOf = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx.select().from(organisations).where(eq(organisations.operatorId, operator.id)).orderBy(asc(organisations.id)),
  )

const twoFiles = (structures: string, accompagnements = '') => ({
  structures: `ref;nom;siret;rna;secteur;qpv\n${structures}`,
  accompagnements: `ref;structure;dispositif\n${accompagnements}`,
})

describe('the same ref in a later folder', () => {
  test('is an update, of that row and no other', async ({ operator }) => {
    const { door } = operator.system()
    await importPath(workedExample, door)
    const before = await casesOf(operator)
    const folder = await workedFolder()
    folder.structures = folder.structures
      .replace('Association A;;W452000001', 'Les Amis d’A;;W452000001')
      .replace('culture', '')
    folder.conventions = folder.conventions.replace('60000', '65000,50').replace(';45', ';45|18')
    folder.objectifs = folder.objectifs.replace('diagnostics;6', 'diagnostics;8')
    folder.accompagnements = folder.accompagnements
      .replace('2025-07-02;;;;;CONV-DEMO', ';;;;;')
      .replace(
        'P2;B;dla-individuel;practitioner@demo.example;prescripteur',
        'P2;B;dla-individuel;nouvelle@demo.example;retour',
      )
    folder.ingenieries = folder.ingenieries.replace('P3|P4;Cabinet Deux', 'P4|P5;  cabinet   DEUX ')
    const found = await importFiled(folder, door)
    expect(found.report.refusals).toEqual([])
    expect(countsOf(found)).toMatchObject({
      structures: [0, 1, 4, 0],
      conventions: [0, 1, 0, 0],
      objectifs: [0, 1, 2, 0],
      accompagnements: [0, 2, 3, 0],
      ingenieries: [0, 1, 1, 0],
      photos: [0, 0, 3, 0],
      suivis: [0, 0, 4, 0],
    })
    const after = await casesOf(operator)
    expect(after.map(({ id, number }) => [id, number])).toEqual(before.map(({ id, number }) => [id, number]))
    expect(after.map(({ state }) => state)).toEqual([
      'in_progress',
      'referred',
      'in_progress',
      'in_progress',
      'abandoned',
    ])
    expect(after[0]).toMatchObject({ restitutionOn: null, stateSince: '2025-04-02', version: 2 })
    expect(after[1]).toMatchObject({ channel: 'returning' })
    expect(after[2]?.version).toBe(1)
    const [first] = await organisationsOf(operator)
    expect(first).toMatchObject({
      name: 'Les Amis d’A',
      sector: null,
      searchText: 'les amis d a w452000001',
      version: 2,
    })
    await operator.inside(async ({ tx }) => {
      const links = await tx
        .select()
        .from(accompanimentAgreements)
        .where(eq(accompanimentAgreements.operatorId, operator.id))
      expect(links.map(link => link.accompanimentId).sort()).toEqual(
        after
          .slice(1)
          .map(({ id }) => id)
          .sort(),
      )
      const [agreement] = await tx.select().from(agreements).where(eq(agreements.operatorId, operator.id))
      expect(agreement).toMatchObject({ amountCents: 6_500_050, departments: ['18', '45'] })
      const set = await tx
        .select({ value: targets.value })
        .from(targets)
        .where(and(eq(targets.operatorId, operator.id), eq(targets.indicator, 'diagnostics')))
      expect(set).toEqual([{ value: 8 }])
      const members = await tx
        .select({ id: engineeringMembers.accompanimentId })
        .from(engineeringMembers)
        .innerJoin(engineerings, eq(engineerings.id, engineeringMembers.engineeringId))
        .where(and(eq(engineeringMembers.operatorId, operator.id), eq(engineerings.kind, 'collective')))
      expect(members.map(({ id }) => id).sort()).toEqual([after[3]?.id, after[4]?.id].sort())
      expect((await tx.select().from(providers).where(eq(providers.operatorId, operator.id))).length).toBe(2)
    })
  })

  test('that drops rows deletes nothing, and may name those of an earlier one', async ({ operator }) => {
    const { door } = operator.system()
    await importPath(workedExample, door)
    const later = await importFiled(
      {
        ...twoFiles('', 'P6;A;dla-individuel\n'),
        photos: 'structure;accompagnement;date;occasion;effectif\nB;P2;2025-06-01;manuel;4\n',
        seances: 'ingenierie;date;jours;statut\nI2;2025-12-01;1;tenue\n',
        objectifs: 'convention;annee;indicateur;cible\nCONV-DEMO;2026;diagnostics;7\n',
        actions: 'accompagnement;nature;titre\nP9;structure;x\n',
      },
      door,
    )
    expect(refusalsOf(later)).toEqual([['actions.csv', 2, 'accompagnement', 'unknown-reference']])
    const kept = await importFiled(
      {
        ...twoFiles('', 'P6;A;dla-individuel\n'),
        photos: 'structure;accompagnement;date;occasion;effectif\nB;P2;2025-06-01;manuel;4\n',
        seances: 'ingenierie;date;jours;statut\nI2;2025-12-01;1;tenue\n',
        objectifs: 'convention;annee;indicateur;cible\nCONV-DEMO;2026;diagnostics;7\n',
      },
      door,
    )
    expect(kept.outcome.kind).toBe('done')
    const cases = await casesOf(operator)
    expect(cases.map(({ number }) => number)).toEqual([
      '2025-0001',
      '2025-0002',
      '2025-0003',
      '2025-0004',
      '2025-0005',
      '2026-0001',
    ])
    expect(cases[5]?.organisationId).toBe(cases[0]?.organisationId)
  })
})

describe('rows of files without ref', () => {
  test('are two when they are twice the same, and one more when there is one more', async ({ operator }) => {
    const { door } = operator.system()
    await importPath(workedExample, door)
    const folder = await workedFolder()
    const twin = 'P1;2025-05-05;Réunion;2;15\n'
    folder.benevolat += twin + twin
    expect(countsOf(await importFiled(folder, door)).benevolat).toEqual([2, 0, 2, 0])
    expect(countsOf(await importFiled(folder, door)).benevolat).toEqual([0, 0, 4, 0])
    folder.benevolat += twin
    expect(countsOf(await importFiled(folder, door)).benevolat).toEqual([1, 0, 4, 0])
    await operator.inside(async ({ tx }) => {
      const rows = await tx
        .select()
        .from(volunteerTime)
        .where(and(eq(volunteerTime.operatorId, operator.id), eq(volunteerTime.activity, 'Réunion')))
      expect(rows.length).toBe(3)
    })
  })

  test('keep the order of the file, and a photo may name no accompaniment', async ({ operator }) => {
    const folder = await workedFolder()
    folder.photos += 'A;;2025-02-20;diagnostic;9;;;;;;;;;\nA;;2025-02-20;diagnostic;10;;;;;;;;;\n'
    await importFiled(folder, operator.system().door)
    await operator.inside(async ({ tx }) => {
      const rows = await tx
        .select()
        .from(snapshots)
        .where(eq(snapshots.operatorId, operator.id))
        .orderBy(asc(snapshots.id))
      expect(
        rows.map(({ headcount, position, accompanimentId }) => [headcount, position, accompanimentId === null]),
      ).toEqual([
        [8, 2, false],
        [3, 3, false],
        [20, 4, false],
        [9, 5, true],
        [10, 6, true],
      ])
    })
  })

  test('that say a wave twice, or a photo of another’s case, are remarked', async ({ operator }) => {
    const folder = await workedFolder()
    folder.suivis += 'P3;T3;2025-12-10;2025-12-20;4;;;;;;;;\n'
    folder.photos += 'B;P1;2025-06-01;manuel;4;;;;;;;;;\n'
    const { outcome, report } = await importFiled(folder, operator.system().door)
    expect(outcome.kind).toBe('done')
    expect(report.notices.map(({ file, line, remark }) => [file, line, remark])).toEqual([
      ['photos.csv', 5, { key: 'other-structure' }],
      ['suivis.csv', null, { key: 'repeated-wave', params: { ref: 'P3', wave: 'T3' } }],
    ])
  })
})

describe('a target', () => {
  test('is its agreement, year and indicator: the last row counts, and people are told', async ({ operator }) => {
    const { door } = operator.system()
    const folder = await workedFolder()
    folder.objectifs += 'CONV-DEMO;2025;diagnostics;9\nCONV-DEMO;2025;diagnostics;9\n'
    const first = await importFiled(folder, door)
    expect(countsOf(first).objectifs).toEqual([3, 0, 2, 0])
    expect(first.report.notices.map(({ line, remark }) => [line, remark])).toEqual([
      [5, { key: 'repeated-target', params: { line: 2 } }],
    ])
    expect(countsOf(await importFiled(folder, door)).objectifs).toEqual([0, 0, 5, 0])
  })
})

describe('a SIRET or RNA that the operator already has', () => {
  const known = { siret: '73282932000074', rna: 'W751000001' }
  async function existing(operator: TestOperator, values: Partial<typeof organisations.$inferInsert>) {
    const id = newId()
    await operator.inside(({ tx }) =>
      tx.insert(organisations).values({ operatorId: operator.id, id, name: 'Déjà là', searchText: '', ...values }),
    )
    return id
  }

  test('is that organisation, to which the row only adds', async ({ operator }) => {
    const { door } = operator.system()
    const id = await existing(operator, { siret: known.siret, sector: 'culture', qpv: true })
    const folder = twoFiles(`A;Nom du fichier;732 829 320 00074;${known.rna};;\n`, 'P1;A;dla-individuel\n')
    expect(countsOf(await importFiled(folder, door))).toEqual({
      structures: [0, 1, 0, 0],
      accompagnements: [1, 0, 0, 0],
    })
    expect(await organisationsOf(operator)).toMatchObject([
      { id, name: 'Nom du fichier', siret: known.siret, rna: known.rna, sector: 'culture', qpv: true },
    ])
    expect((await casesOf(operator))[0]?.organisationId).toBe(id)
    expect(countsOf(await importFiled(folder, door))).toEqual({
      structures: [0, 0, 1, 0],
      accompagnements: [0, 0, 1, 0],
    })
  })

  test('takes their source from the fields that it changes, and leaves it to the others', async ({ operator }) => {
    const { door } = operator.system()
    const register = { source: 'register', on: '2026-01-05' } as const
    await existing(operator, { siret: known.siret, rna: known.rna, sources: { name: register, siret: register } })
    await importFiled(twoFiles(`A;Nom du fichier;${known.siret};${known.rna};;\n`), door)
    expect((await organisationsOf(operator))[0]?.sources).toEqual({ siret: register })
  })

  test('joins two rows of one folder', async ({ operator }) => {
    const { door } = operator.system()
    const folder = twoFiles(
      `A;Un;${known.siret};;culture;\nB;Deux;${known.siret};;;oui\n`,
      'P1;A;dla-individuel\nP2;B;dla-individuel\n',
    )
    await importFiled(folder, door)
    const [one, ...others] = await organisationsOf(operator)
    expect([one?.name, one?.sector, one?.qpv, others]).toEqual(['Deux', 'culture', true, []])
    expect((await casesOf(operator)).map(({ organisationId }) => organisationId)).toEqual([one?.id, one?.id])
    expect(countsOf(await importFiled(folder, door)).structures).toEqual([0, 0, 2, 0])
  })

  test('is refused when it names two organisations, or another than the ref does', async ({ operator }) => {
    const { door } = operator.system()
    await existing(operator, { siret: known.siret })
    await existing(operator, { rna: known.rna })
    expect(refusalsOf(await importFiled(twoFiles(`A;Un;${known.siret};${known.rna};;\n`), door))).toEqual([
      ['structures.csv', 2, 'rna', 'two-organisations'],
    ])
    await importFiled(twoFiles('A;Un;;W751000002;;\n'), door)
    expect(refusalsOf(await importFiled(twoFiles(`A;Un;${known.siret};;;\n`), door))).toEqual([
      ['structures.csv', 2, 'siret', 'identifier-of-another'],
    ])
  })

  test('follows a merge: the row adds to what remains', async ({ operator }) => {
    const { door } = operator.system()
    await importFiled(twoFiles('A;Un;;W751000002;culture;\nB;Deux;;W751000003;sport;oui\n'), door)
    const [one, two] = await organisationsOf(operator)
    await operator.inside(({ tx }) =>
      tx
        .update(organisations)
        .set({ mergedIntoId: two?.id })
        .where(and(eq(organisations.operatorId, operator.id), eq(organisations.id, one?.id ?? ''))),
    )
    const later = await importFiled(twoFiles('A;Un bis;;;;\n', 'P1;A;dla-individuel\n'), door)
    expect(later.report.refusals).toEqual([])
    const rows = await organisationsOf(operator)
    expect(rows[1]).toMatchObject({ id: two?.id, name: 'Un bis', rna: 'W751000003', sector: 'sport', qpv: true })
    expect(rows[0]).toMatchObject({ name: 'Un' })
    expect((await casesOf(operator))[0]?.organisationId).toBe(two?.id)
  })
})

describe('people and firms', () => {
  test('match by address or by name; a withdrawn membership stays withdrawn', async ({ operator }) => {
    const gone = await operator.practitioner()
    const manager = await operator.manager()
    await operator.inside(async ({ tx }) => {
      await tx
        .update(grants)
        .set({ revokedAt: new Date() })
        .where(and(eq(grants.operatorId, operator.id), eq(grants.userId, gone.userId)))
      await tx.insert(funders).values({
        operatorId: operator.id,
        id: newId(),
        name: 'RÉGION de  démonstration',
        matchName: 'région de démonstration',
      })
    })
    const folder = await workedFolder()
    folder.accompagnements = folder.accompagnements
      .replace('practitioner@demo.example', `${gone.userId}@test.example`)
      .replace('practitioner@demo.example', `${manager.userId.toUpperCase()}@Test.Example`)
    expect((await importFiled(folder, operator.system().door)).report.refusals).toEqual([])
    const cases = await casesOf(operator)
    expect(cases.slice(0, 2).map(({ practitionerId }) => practitionerId)).toEqual([gone.userId, manager.userId])
    await operator.inside(async ({ tx }) => {
      const given = await tx.select().from(grants).where(eq(grants.operatorId, operator.id))
      expect(given.filter(({ userId }) => userId === gone.userId).map(({ revokedAt }) => revokedAt === null)).toEqual([
        false,
      ])
      expect(given.filter(({ userId }) => userId === manager.userId).length).toBe(1)
      expect(
        (await tx.select().from(funders).where(eq(funders.operatorId, operator.id))).map(({ name }) => name),
      ).toEqual(['RÉGION de  démonstration'])
    })
  })
})

describe('what the product did since', () => {
  test('stays: a later session moves no case that people have moved', async ({ operator }) => {
    const { door } = operator.system()
    await importPath(workedExample, door)
    const cases = await casesOf(operator)
    await operator.inside(({ tx }) =>
      tx
        .update(accompaniments)
        .set({ state: 'suspended' })
        .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.id, cases[2]?.id ?? ''))),
    )
    const folder = await workedFolder()
    folder.seances += 'I2;2025-12-01;1;collective;presentiel;tenue\n'
    folder.orientations += 'P4;CRESS;2025-12-02;;;\n'
    await importFiled(folder, door)
    expect((await casesOf(operator)).map(({ state }) => state)).toEqual([
      'follow_up',
      'referred',
      'suspended',
      'in_progress',
      'abandoned',
    ])
  })
})

describe('the operator of an import', () => {
  const found = (slug: string) => ({ kind: 'system', founding: { slug, name: slug } }) as const
  const slugs = async (slug: string) =>
    (await database('worker').select({ id: operators.id }).from(operators).where(eq(operators.slug, slug))).length

  test('is made when there is none, once, by two imports at the same time', async () => {
    const both = await Promise.all([
      importPath(workedExample, found('deux-a-la-fois')),
      importPath(workedExample, found('deux-a-la-fois')),
    ])
    expect(both.map(({ outcome }) => outcome.kind)).toEqual(['done', 'done'])
    expect(both.map(one => countsOf(one).structures).sort()).toEqual([
      [0, 0, 5, 0],
      [5, 0, 0, 0],
    ])
    expect(await slugs('deux-a-la-fois')).toBe(1)
    expect(countsOf(await importPath(workedExample, found('deux-a-la-fois'))).suivis).toEqual([0, 0, 4, 0])
  })

  test('is not made by a folder that is refused, nor by a trial', async () => {
    const folder = await workedFolder()
    folder.structures = folder.structures.replace('W452000001', 'W1')
    await importFiled(folder, found('refuse'))
    await importPath(workedExample, found('essai'), { isTrial: true })
    expect(await slugs('refuse')).toBe(0)
    expect(await slugs('essai')).toBe(0)
    expect(await database('identity').select().from(users).where(eq(users.email, 'essai@demo.example'))).toEqual([])
  })
})
