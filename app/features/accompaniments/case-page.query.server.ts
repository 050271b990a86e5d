import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'
import { aroundCase, caseSummary, casesFollowing } from './case-summary.store.server.ts'
import { tabOfState, tabsOf } from './case-tabs.ts'
import { isEnded, stateOf } from './lifecycle.ts'
import { wakeOf } from './wake-of.ts'

/** What surrounds every tab of a case: who, where it is on its path, what is next, and what will be compared. */
export const casePage = defineQuery({
  name: 'accompaniment.case',
  input: caseInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, today, actor }, _input, { row, programme: { definition } }) => {
    const around = await aroundCase(tx, operator.id, row.id)
    const summary = await caseSummary(tx, operator.id, row.id)
    return {
      number: row.number,
      base: `/o/${operator.slug}/accompagnements/${row.number}`,
      operatorBase: `/o/${operator.slug}`,
      title: around.organisation?.name ?? row.title ?? row.number,
      organisation: around.organisation,
      programme: definition.name,
      state: stateOf(definition, row.state),
      isEnded: isEnded(definition, row.state),
      isMine: actor.kind === 'member' && actor.userId === row.practitionerId,
      practitioner: around.practitioner,
      next: row.nextStep ? { step: row.nextStep, for: row.nextFor, on: row.nextOn, detail: row.nextDetail } : null,
      suspension: row.state === 'suspended' ? { reason: row.suspendReason, resumeOn: row.resumeOn } : null,
      abandonment: row.abandonedOn ? { reason: row.abandonReason, on: row.abandonedOn } : null,
      tabs: tabsOf(definition),
      nextTab: tabOfState(definition, row.state),
      wake: wakeOf(definition, { ...row, ...summary }),
      ...summary,
      typology: around.typology ?? { trade: null, phase: null, domains: [], publics: [], ...definition.typology },
      previous: around.previous,
      followedBy: await casesFollowing(tx, operator.id, row.id),
      today,
    }
  },
})
