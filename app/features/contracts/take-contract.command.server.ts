import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { ContractAddress } from './contract-input.ts'
import { writtenContract } from './contract-text.store.server.ts'
import { missingParts } from './contract-text.ts'

/** Takes the contract away as a document, once nothing that it needs is missing. */
export const takeContract = defineCommand({
  name: 'contract.take',
  input: ContractAddress,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }),
  allow: isMember,
  run: async ({ tx, operator, record }, { engineeringId }, engineering) => {
    const contract = await writtenContract(tx, operator, engineering)
    const missing = missingParts(contract)
    if (missing.length > 0) return fail('contract-incomplete', { count: missing.length })
    const data = { title: engineering.title }
    await record({ name: 'contract.taken', subjectKind: 'engineering', subjectId: engineeringId, data })
    return ok(contract)
  },
})
