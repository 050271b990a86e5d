import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { basisPoints } from '#app/kernel/cents.ts'
import { ok } from '#app/kernel/result.ts'
import { keepContractDefaults } from './contract-defaults.store.server.ts'
import { contractDefaultsOf } from './contract-defaults.ts'
import { ContractDefaultsInput } from './contract-input.ts'

/** Words the clauses that new contracts begin with; those that are written keep theirs. */
export const setContractDefaults = defineCommand({
  name: 'contract.set-defaults',
  input: ContractDefaultsInput,
  subject: theOperator,
  allow: isManager,
  run: async ({ tx, operator, record }, { vat, ...clauses }) => {
    const next = { ...clauses, vatBasisPoints: basisPoints(vat) }
    await keepContractDefaults(tx, operator.id, next)
    await record({
      name: 'operator.contract-defaults-set',
      subjectKind: 'operator',
      subjectId: operator.id,
      data: { changes: changesBetween(contractDefaultsOf(operator.settings) ?? {}, next) },
    })
    return ok({})
  },
})
