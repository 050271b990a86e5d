import { likelyDuplicates } from '#app/features/organisations/likely-duplicates.store.server.ts'
import { organisationById, organisationWith } from '#app/features/organisations/organisations.store.server.ts'
import { normaliseIdentifier } from '#app/kernel/identifiers.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Request } from './written-request.ts'

/** The organisations of this operator that the request may well be about; `same`: by its number, and so for sure. */
export async function knownOrganisations(tx: TenantTx, operatorId: string, request: Request) {
  const siret = request.siret && normaliseIdentifier(request.siret)
  const rna = request.rna && normaliseIdentifier(request.rna)
  const bears = await organisationWith(tx, operatorId, { siret, rna }, null)
  const same = bears && (await organisationById(tx, operatorId, bears.id))
  const likely = await likelyDuplicates(tx, operatorId, { name: request.organisationName ?? '', siret, rna })
  return { same, likely: likely.filter(({ id }) => id !== same?.id) }
}
