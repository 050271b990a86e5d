import { isManager, isMember } from '#app/access/actor.ts'
import { defineQuery, type QueryContext, theOperator } from '#app/access/query.server.ts'
import { agreementsToChoose } from '#app/features/agreements/case-agreements.store.server.ts'
import { practitionersOf } from '#app/features/operators/practitioners.store.server.ts'
import { departmentName } from '#app/features/organisations/place.ts'
import { territoriesToChoose } from '#app/features/territories/territories.store.server.ts'
import { boardOf } from './case-board.ts'
import { casesPage, countByState, departmentsOf, firstOfEach } from './case-list.store.server.ts'
import { casesInWords, programmesInUse, programmesOf } from './case-words.store.server.ts'
import { type CaseFilter, filterOf } from './caseload-filter.store.server.ts'
import { type Sorting, sortings } from './caseload-filter.ts'
import { caseListInput } from './caseload-input.ts'
import { filtersOf } from './saved-filters.store.server.ts'
import { stateChoices } from './state-labels.ts'

const casesPerPage = 25
/** Past that many, a column of the board leads to its list. */
const casesPerColumn = 12

/** The caseload: a page of cases, or the board of all of them, with what may narrow it. */
export const caseList = defineQuery({
  name: 'accompaniment.list',
  input: caseListInput,
  subject: theOperator,
  allow: isMember,
  run: async (ctx, input) => {
    const { tx, operator, actor, today } = ctx
    const filter = filterOf(input)
    const inUse = await programmesInUse(tx, operator.id)
    const chosen = inUse.filter(({ code }) => filter.programme === null || code === filter.programme)
    const states = stateChoices(chosen.map(({ definition }) => definition))
    const by = sortings.find(name => name === input.tri?.replace('-', '')) ?? 'echeance'
    const order = { by, descending: input.tri?.startsWith('-') ?? false, states: states.map(({ code }) => code) }
    const shown =
      input.vue === 'colonnes' ? await asBoard(ctx, filter) : await asPage(ctx, filter, order, input.page ?? 1)
    const me = actor.kind === 'member' ? actor.userId : null
    return {
      base: `/o/${operator.slug}`,
      today,
      me,
      filter,
      sort: { by, descending: order.descending },
      perPage: casesPerPage,
      ...shown,
      states,
      programmes: inUse.map(({ code, definition }) => ({ code, label: definition.name })),
      practitioners: await practitionersOf(tx, operator.id, today),
      agreements: await agreementsToChoose(tx, operator.id),
      departments: (await departmentsOf(tx, operator.id)).map(code => ({ code, name: departmentName(code) })),
      territories: await territoriesToChoose(tx, operator.id),
      saved: me ? await filtersOf(tx, operator.id, { userId: me, manages: isManager(actor) }) : [],
    }
  },
})

type Order = { by: Sorting; descending: boolean; states: readonly string[] }

async function asPage({ tx, operator, today }: QueryContext, filter: CaseFilter, order: Order, page: number) {
  const offset = (page - 1) * casesPerPage
  const rows = await casesPage(tx, operator.id, filter, { today, order, limit: casesPerPage, offset })
  return { page, total: rows[0]?.total ?? 0, cases: await casesInWords(tx, operator.id, rows), board: null }
}

async function asBoard({ tx, operator, today }: QueryContext, filter: CaseFilter) {
  const groups = await countByState(tx, operator.id, filter, today)
  const rows = await firstOfEach(tx, operator.id, filter, { today, limit: casesPerColumn })
  const programmes = await programmesOf(
    tx,
    operator.id,
    groups.map(({ programmeId }) => programmeId),
  )
  const definitions = new Map([...programmes].map(([id, { definition }]) => [id, definition]))
  const board = boardOf(groups, rows, definitions)
  return {
    page: 1,
    total: groups.reduce((sum, { count }) => sum + count, 0),
    cases: [],
    board: await Promise.all(
      board.map(async column => ({
        ...column,
        cases: await casesInWords(tx, operator.id, column.cases.slice(0, casesPerColumn)),
      })),
    ),
  }
}
