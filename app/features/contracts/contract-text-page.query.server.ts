import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { ContractAddress } from './contract-input.ts'
import { writtenContract } from './contract-text.store.server.ts'
import { missingParts } from './contract-text.ts'

/** What the contract says, or its first text, and what is still missing from it. */
export const contractTextPage = defineQuery({
  name: 'contract.text-page',
  input: ContractAddress,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }),
  allow: isMember,
  run: async ({ tx, operator }, _input, engineering) => {
    const contract = await writtenContract(tx, operator, engineering)
    const { organisations, provider, text } = contract
    return {
      operator: operator.slug,
      operatorName: operator.name,
      engineering,
      organisations,
      provider,
      text,
      missing: missingParts(contract),
    }
  },
})
