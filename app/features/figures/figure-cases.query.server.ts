import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { catalogue, isFigureCode } from './catalogue.ts'
import { casesBehind } from './figure-cases.store.server.ts'
import { agreementByCode, agreementChoices, computeFigures } from './figures.store.server.ts'
import { choiceOf } from './figures-choice.ts'
import { figureCasesInput } from './figures-input.ts'

const casesPerPage = 100

/** The cases behind one figure of the page of figures, with what each gives to it. */
export const figureCases = defineQuery({
  name: 'figures.cases',
  input: figureCasesInput,
  // The address must make sense as a whole: it is made by a link of the figures' page.
  subject: async ({ tx, operator, today }, { code, ...typed }) => {
    const codes = (await agreementChoices(tx, operator.id)).map(agreement => agreement.code)
    const { choice } = choiceOf(typed, today, codes)
    return choice && isFigureCode(code) ? { choice, code } : null
  },
  allow: isMember,
  run: async ({ tx, operator }, { cle, inconnu, page, du, au, par, convention, pour }, { choice, code }) => {
    const agreement = choice.agreement ? await agreementByCode(tx, operator.id, choice.agreement) : null
    const ask = { ...choice, agreement }
    const cell = choice.dimension && (cle !== null || inconnu !== null) ? { key: inconnu ? null : cle } : null
    const set = await computeFigures(tx, operator.id, ask)
    const named = cell && (set.cells.find(({ key }) => key === cell.key) ?? null)
    const figures = cell ? named?.figures : set.figures
    const current = page ?? 1
    const window = { limit: casesPerPage, offset: (current - 1) * casesPerPage }
    return {
      base: `/o/${operator.slug}`,
      typed: { du, au, par, convention, pour },
      ask,
      code,
      kind: catalogue[code].measure.kind,
      cell: cell && { key: cell.key, name: named?.name ?? null },
      figure: figures?.find(one => one.code === code) ?? null,
      page: current,
      perPage: casesPerPage,
      list: await casesBehind(tx, operator.id, ask, { code, cell, ...window }),
    }
  },
})
