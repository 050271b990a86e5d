import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { referencesOf } from '#app/features/references/references.store.server.ts'
import { heldQuarters } from '#app/features/sessions/sessions.store.server.ts'
import { funderPartsOf } from '#app/features/shares/shares.store.server.ts'
import type { ContractPage } from './contract.ts'
import { ContractAddress } from './contract-input.ts'
import { writtenContract } from './contract-text.store.server.ts'
import { missingParts } from './contract-text.ts'
import { amendmentsOf, deliverablesOf, invoicesOf } from './contracts.store.server.ts'
import { transfersOf } from './funder-transfers.store.server.ts'

/** What a contract became: amendments, deliverables, invoices and payments. */
export const contractPage = defineQuery({
  name: 'contract.page',
  input: ContractAddress,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }),
  allow: isMember,
  run: async ({ tx, operator, today }, { engineeringId }, engineering): Promise<ContractPage> => {
    const asked = await referencesOf(tx, operator.id, engineeringId)
    const payers = await funderPartsOf(tx, operator.id, engineeringId)
    const members = await membersOf(tx, operator.id, [engineeringId])
    return {
      operator: operator.slug,
      today,
      engineering,
      heldQuarters: await heldQuarters(tx, operator.id, engineeringId),
      amendments: await amendmentsOf(tx, operator.id, engineeringId),
      deliverables: await deliverablesOf(tx, operator.id, engineeringId),
      invoices: await invoicesOf(tx, operator.id, engineeringId),
      funders: payers.map(({ agreementId, code, funder, weight }) => ({
        agreementId,
        label: `${code} · ${funder}`,
        weight,
      })),
      missing: missingParts(await writtenContract(tx, operator, engineering)),
      transfers: await transfersOf(tx, operator.id, engineeringId),
      references: members.map(({ accompanimentId, name }) => ({
        accompanimentId,
        name,
        reference: asked.find(reference => reference.accompanimentId === accompanimentId) ?? null,
      })),
    }
  },
})
