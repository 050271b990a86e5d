import { giveCases } from '#app/features/handovers/give-cases.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { caseIn } from '../cases.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

/** A case in somebody's hands, and somebody else to give it to. */
async function aGift(operator: TestOperator) {
  const { number, practitioner } = await caseIn(operator, 'intake')
  const receiver = await operator.practitioner()
  const cases = [{ number, chosen: 'oui', brief: 'La trésorière rappelle lundi.' }]
  return { practitioner, input: { fromId: practitioner.userId, toId: receiver.userId, cases } }
}

async function aHandover(operator: TestOperator) {
  const { practitioner, input } = await aGift(operator)
  return practitioner.must(giveCases, input)
}

export const samples: Record<string, Sample> = {
  'handover.new-page': { allowed: ['practitioner', 'manager'], prepare: async () => ({ input: { de: newId() } }) },
  'handover.give': {
    // Whoever gives too, when she is no manager: see tests/db/handovers.
    allowed: ['manager'],
    prepare: async operator => ({ input: (await aGift(operator)).input }),
  },
  'handover.page': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => ({ input: await aHandover(operator) }),
  },
  'handover.undo': {
    // Whoever gave or received too: see tests/db/handovers.
    allowed: ['manager'],
    prepare: async operator => ({ input: await aHandover(operator) }),
  },
}
