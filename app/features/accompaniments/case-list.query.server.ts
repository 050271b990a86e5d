import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { practitionersOf } from '#app/features/operators/practitioners.store.server.ts'
import { currentProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { isId } from '#app/kernel/ids.ts'
import { caseListInput } from './accompaniment-input.ts'
import { casesPage } from './case-list.store.server.ts'
import { labelOfState, stateLabels } from './state-labels.ts'

const casesPerPage = 25

export const caseList = defineQuery({
  name: 'accompaniment.list',
  input: caseListInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today }, { texte, etat, dispositif, charge, retard, page }) => {
    const current = page ?? 1
    const filter = {
      text: texte,
      state: etat,
      programme: dispositif,
      practitionerId: isId(charge) ? charge : null,
      late: retard === '1',
    }
    const programmes = await currentProgrammes(tx, operator.id)
    const labels = stateLabels(programmes.map(({ definition }) => definition))
    const rows = await casesPage(tx, operator.id, filter, {
      today,
      limit: casesPerPage,
      offset: (current - 1) * casesPerPage,
    })
    return {
      base: `/o/${operator.slug}`,
      today,
      filter,
      page: current,
      perPage: casesPerPage,
      total: rows[0]?.total ?? 0,
      cases: rows.map(({ total: _total, state, ...row }) => ({
        ...row,
        state: { code: state, label: labelOfState(labels, state) },
      })),
      states: Object.entries(labels).map(([code, label]) => ({ code, label })),
      programmes: programmes.map(({ code, name }) => ({ code, name })),
      practitioners: await practitionersOf(tx, operator.id, today),
    }
  },
})
