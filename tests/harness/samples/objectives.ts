import { addObjective } from '#app/features/plans/add-objective.command.server.ts'
import { caseIn } from '../cases.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const
const objective = { title: 'Mois de trésorerie devant soi', unit: 'mois', baseline: '1,5', target: '4' }

async function planned(operator: TestOperator) {
  const { number, practitioner } = await caseIn(operator, 'diagnostic_validated')
  const { id } = await practitioner.must(addObjective, { number, ...objective })
  return { number, objectiveId: id }
}

export const samples: Record<string, Sample> = {
  'plan.add-objective': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await caseIn(operator)).number, ...objective } }),
  },
  'plan.update-objective': {
    allowed: members,
    prepare: async operator => ({ input: { ...(await planned(operator)), ...objective, version: 1, reached: '2' } }),
  },
  'plan.remove-objective': {
    allowed: members,
    prepare: async operator => ({ input: await planned(operator) }),
  },
}
