import { describe, expect } from 'vitest'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import type { FigureAsk } from '#app/features/figures/figure.ts'
import { figureCases } from '#app/features/figures/figure-cases.query.server.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { figuresPage } from '#app/features/figures/figures-page.query.server.ts'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { saveTypology } from '#app/features/typology/save-typology.command.server.ts'
import { typologyPage } from '#app/features/typology/typology-page.query.server.ts'
import { day } from '#app/kernel/day.ts'
import { aCase } from '#tests/harness/factories/accompaniment.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { coachingCase } from '#tests/harness/samples/steps.ts'

/** Four cases requested in 2026: three of the DLA, of which two are typed, and one of coaching, as its programme says. */
async function fourCases(operator: TestOperator) {
  await operator.inside(({ tx }) => installProgrammes(tx, operator.id))
  const practitioner = await operator.practitioner()
  const fournil = await aCase(operator, { requestedOn: '2026-02-01' }, { name: 'Le Fournil' })
  const terre = await aCase(operator, { requestedOn: '2026-02-01' }, { name: 'Terre et Partage' })
  const velo = await aCase(operator, { requestedOn: '2026-02-01' }, { name: 'Atelier Vélo' })
  const coached = await coachingCase(operator)
  const of = (number: string, more: Record<string, unknown>) =>
    practitioner.must(saveTypology, { number, version: 0, ...more })
  await of(fournil.number, {
    trade: 'consulting',
    phase: 'crisis',
    publics: ['youth', 'women'],
    domains: ['technical'],
  })
  await of(terre.number, { trade: 'coaching', publics: ['women'], place: 'hybrid' })
  return { practitioner, fournil, terre, velo, coached }
}

describe('the typology of a case', () => {
  test('is what its programme declares, until somebody says otherwise', async ({ operator }) => {
    const { practitioner, velo } = await fourCases(operator)
    const shown = async () => {
      const page = await practitioner.read(typologyPage, { number: velo.number })
      if (page.kind !== 'done') throw new Error(page.kind)
      return page.value
    }
    const declared = { target: 'organisation', trade: 'guidance', format: 'individual', publics: '' }
    expect(await shown()).toMatchObject({ version: 0, values: declared, declaredBy: { fr: 'DLA individuel' } })
    const given = {
      target: 'project',
      functions: ['leader', 'governance'],
      days: '2,5',
      months: '4',
      rhythm: 'le lundi',
    }
    await practitioner.must(saveTypology, { number: velo.number, version: 0, ...given })
    expect(await shown()).toMatchObject({
      version: 1,
      declaredBy: null,
      values: {
        target: 'project',
        trade: null,
        functions: 'leader\ngovernance',
        days: 2.5,
        months: 4,
        rhythm: 'le lundi',
      },
    })
  })

  test('keeps its history, and shows to the second who saves what the first wrote', async ({ operator }) => {
    const { practitioner, fournil } = await fourCases(operator)
    const { number } = fournil
    await practitioner.must(saveTypology, { number, version: 1, trade: 'training', publics: ['youth'] })
    const late = await practitioner.run(saveTypology, { number, version: 1, trade: 'guidance' })
    expect(late).toMatchObject({ kind: 'conflict', current: { version: 2, values: { trade: 'training' } } })
    const first = await practitioner.run(saveTypology, { number, version: 0, trade: 'guidance' })
    expect(first).toMatchObject({ kind: 'conflict' })
    const history = await practitioner.read(historyPage, { number })
    if (history.kind !== 'done') throw new Error(history.kind)
    const texts = JSON.stringify(history.value)
    expect(texts).toContain('typology.saved')
    expect(texts).toContain('training')
  })

  test('refuses what is not in its lists, and a third of a day', async ({ operator }) => {
    const { practitioner, velo } = await fourCases(operator)
    const wrong = { number: velo.number, version: 0, trade: 'astrology', publics: ['youth', 'cats'], days: '0,3' }
    const outcome = await practitioner.run(saveTypology, wrong)
    expect(outcome).toMatchObject({ kind: 'invalid' })
    const fields = outcome.kind === 'invalid' ? Object.keys(outcome.fields) : []
    expect(fields.sort()).toEqual(['days', 'publics[1]', 'trade'])
  })
})

describe('what it serves', () => {
  test('the caseload is kept by trade, public and phase', async ({ operator }) => {
    const { practitioner, coached } = await fourCases(operator)
    const kept = async (input: Record<string, string>) => {
      const list = await practitioner.read(caseList, input)
      if (list.kind !== 'done') throw new Error(JSON.stringify(list))
      return list.value.cases.map(({ title, number }) => (number === coached.number ? 'coached' : title)).sort()
    }
    expect(await kept({ metier: 'coaching' })).toEqual(['Terre et Partage', 'coached'])
    expect(await kept({ metier: 'guidance' })).toEqual(['Atelier Vélo'])
    expect(await kept({ public: 'women' })).toEqual(['Le Fournil', 'Terre et Partage'])
    expect(await kept({ public: 'women', moment: 'crisis' })).toEqual(['Le Fournil'])
  })

  test('figures are broken down by it: one cell per case, or one per value', async ({ operator }) => {
    const { practitioner } = await fourCases(operator)
    const contacts = async (dimension: FigureAsk['dimension']) =>
      operator.inside(async ({ tx }) => {
        const [from, to] = [day('2026-01-01'), day('2026-12-31')]
        if (!from || !to) throw new Error('no such day')
        const ask = { period: { from, to }, dimension, agreement: null, audience: 'operator' as const }
        const { cells, figures } = await computeFigures(tx, operator.id, ask)
        const count = (of: typeof figures) => of.find(({ code }) => code === 'contacts')?.value ?? null
        return { total: count(figures), cells: Object.fromEntries(cells.map(cell => [cell.key, count(cell.figures)])) }
      })
    expect(await contacts('trade')).toEqual({ total: 4, cells: { coaching: 2, consulting: 1, guidance: 1 } })
    expect(await contacts('target')).toEqual({ total: 4, cells: { organisation: 1, people: 1, null: 2 } })
    expect(await contacts('place')).toEqual({ total: 4, cells: { hybrid: 1, null: 3 } })
    expect(await contacts('public')).toEqual({ total: 4, cells: { women: 2, youth: 1, null: 2 } })
    expect(await contacts('expertise')).toEqual({ total: 4, cells: { technical: 1, null: 3 } })
    const behind = async (search: Record<string, string>) => {
      const list = await practitioner.read(figureCases, {
        du: '2026-01-01',
        au: '2026-12-31',
        code: 'contacts',
        ...search,
      })
      return list.kind === 'done' ? list.value.list.count : list.kind
    }
    expect(await behind({ par: 'public', cle: 'women' })).toBe(2)
    expect(await behind({ par: 'trade', cle: 'coaching' })).toBe(2)
  })

  test('cells that overlap are not shown as a funder reads them', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const page = await practitioner.read(figuresPage, { par: 'public', pour: 'financeur', convention: 'X' })
    expect(page).toMatchObject({ kind: 'done', value: { errors: { par: 'notForFunders' } } })
  })
})
