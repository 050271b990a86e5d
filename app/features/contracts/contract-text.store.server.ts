import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { termsOf } from '#app/features/consultations/terms.store.server.ts'
import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { contractTexts } from '#db/schema/contracts.ts'
import { providers } from '#db/schema/engineerings.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { OpenOperator, TenantTx } from '#db/tenant.ts'
import { contractDefaultsOf, vatOf } from './contract-defaults.ts'
import type { ContractText, Party, WrittenContract } from './contract-text.ts'
import { amendmentsOf, deliverablesOf } from './contracts.store.server.ts'

export async function contractTextOf(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
): Promise<ContractText | null> {
  const [row] = await tx
    .select()
    .from(contractTexts)
    .where(and(eq(contractTexts.operatorId, operatorId), eq(contractTexts.engineeringId, engineeringId)))
  if (!row) return null
  const { operatorId: _operator, id: _id, engineeringId: _of, createdAt: _created, updatedAt: _updated, ...text } = row
  return text
}

/** The first text of a contract: its object from the terms of reference, its clauses from the operator's own. */
async function firstText(tx: TenantTx, operator: OpenOperator, engineeringId: string): Promise<ContractText> {
  const terms = await termsOf(tx, operator.id, engineeringId)
  const defaults = contractDefaultsOf(operator.settings)
  const object = [terms?.issue, terms?.results].filter(Boolean).join('\n\n')
  return {
    operatorSignatory: null,
    organisationSignatory: null,
    providerSignatory: null,
    object: object === '' ? null : object,
    payment: defaults?.payment ?? null,
    ownership: defaults?.ownership ?? null,
    sharing: defaults?.sharing ?? null,
    confidentiality: defaults?.confidentiality ?? null,
    personalData: defaults?.personalData ?? null,
    termination: defaults?.termination ?? null,
    vatBasisPoints: terms?.vatBasisPoints ?? vatOf(operator.settings),
    version: 0,
  }
}

/** The contract whole: its parties, its figures, what it says and what amended it. */
export async function writtenContract(
  tx: TenantTx,
  operator: OpenOperator,
  engineering: Engineering,
): Promise<WrittenContract> {
  const { id: engineeringId, providerId } = engineering
  return {
    operator: operator.name,
    engineering,
    organisations: await partiesOf(tx, operator.id, engineeringId),
    provider: providerId ? await providerParty(tx, operator.id, providerId) : null,
    text: (await contractTextOf(tx, operator.id, engineeringId)) ?? (await firstText(tx, operator, engineeringId)),
    deliverables: await deliverablesOf(tx, operator.id, engineeringId),
    amendments: await amendmentsOf(tx, operator.id, engineeringId),
  }
}

async function partiesOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<Party[]> {
  const members = await membersOf(tx, operatorId, [engineeringId])
  const ids = members.flatMap(({ organisationId }) => organisationId ?? [])
  if (ids.length === 0) return members.map(({ name }) => ({ name, siret: null }))
  const known = await tx
    .select({ id: organisations.id, siret: organisations.siret })
    .from(organisations)
    .where(and(eq(organisations.operatorId, operatorId), inArray(organisations.id, ids)))
    .orderBy(asc(organisations.name))
  return members.map(({ name, organisationId }) => ({
    name,
    siret: known.find(({ id }) => id === organisationId)?.siret ?? null,
  }))
}

async function providerParty(tx: TenantTx, operatorId: string, id: string): Promise<Party | null> {
  const [row] = await tx
    .select({ name: providers.name, siret: providers.siret })
    .from(providers)
    .where(and(eq(providers.operatorId, operatorId), eq(providers.id, id)))
  return row ?? null
}

/** Writes the text over the version that was read (0 when there was none); false when it has moved. */
export async function writeContractText(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  { version, ...values }: ContractText,
): Promise<boolean> {
  if (version === 0) {
    const begun = await tx
      .insert(contractTexts)
      .values({ operatorId, id: newId(), engineeringId, ...values })
      .onConflictDoNothing()
      .returning({ id: contractTexts.id })
    return begun.length > 0
  }
  const kept = await tx
    .update(contractTexts)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(
      and(
        eq(contractTexts.operatorId, operatorId),
        eq(contractTexts.engineeringId, engineeringId),
        eq(contractTexts.version, version),
      ),
    )
    .returning({ id: contractTexts.id })
  return kept.length > 0
}
