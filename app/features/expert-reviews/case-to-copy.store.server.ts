import { and, asc, eq } from 'drizzle-orm'
import type { Case } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { diagnosticOf, needsOf } from '#app/features/diagnostics/diagnostics.store.server.ts'
import { expertiseDomains } from '#app/features/diagnostics/expertise-domains.ts'
import { readSituation, scoresOf } from '#app/features/diagnostics/situation.ts'
import { regionName } from '#app/features/organisations/place.ts'
import { diagnosticSnapshot } from '#app/features/snapshots/snapshots.store.server.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import { establishments, organisations, people } from '#db/schema/organisations.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { CaseToCopy, Texts } from './expert-review.ts'
import { wordsOfName } from './redaction.ts'

const known = (values: readonly (string | null | undefined)[]) => values.flatMap(value => value || [])

/** What a copy may be made of, before any of it is struck out. */
export async function caseToCopy(tx: TenantTx, operatorId: string, { row, programme }: Case): Promise<CaseToCopy> {
  const [organisation] = row.organisationId
    ? await tx
        .select({ legalForm: organisations.legalForm, region: organisations.region })
        .from(organisations)
        .where(and(eq(organisations.operatorId, operatorId), eq(organisations.id, row.organisationId)))
    : []
  const diagnostic = await diagnosticOf(tx, operatorId, row.id)
  const snapshot = await diagnosticSnapshot(tx, operatorId, row.id)
  return {
    programme: programme.definition.name,
    legalForm: organisation?.legalForm ?? null,
    region: regionOf(row.territory?.region ?? organisation?.region),
    headcount: snapshot?.headcount ?? null,
    budget: snapshot?.budget ?? null,
    scores: scoresOf(diagnostic?.situation),
    texts: {
      ...written({
        request: row.motive,
        strengths: diagnostic?.strengths,
        brakes: diagnostic?.brakes,
        conclusions: diagnostic?.conclusions,
        needs: lines((await needsOf(tx, operatorId, row.id)).map(({ title }) => title)),
        plan: lines(await actionsOf(tx, operatorId, row.id)),
      }),
      ...situationTexts(diagnostic?.situation),
    },
  }
}

const regionOf = (code: string | null | undefined) => (code ? regionName(code) : null)
const lines = (titles: readonly string[]) => titles.map(title => `– ${title}`).join('\n')

const written = (texts: Record<string, string | null | undefined>): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text))

function situationTexts(stored: unknown): Texts {
  const situation = readSituation(stored)
  return written(Object.fromEntries(expertiseDomains.map(domain => [`situation_${domain}`, situation[domain]?.text])))
}

async function actionsOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<string[]> {
  const rows = await tx
    .select({ title: planActions.title })
    .from(planActions)
    .where(and(eq(planActions.operatorId, operatorId), eq(planActions.accompanimentId, accompanimentId)))
    .orderBy(asc(planActions.position), asc(planActions.id))
  return rows.map(({ title }) => title)
}

/** All that would name the organisation, its people or who follows it, in the words under which the product knows them. */
export async function namesInCase(tx: TenantTx, operatorId: string, { row }: Case): Promise<string[]> {
  const names = known([row.title, row.number])
  if (row.practitionerId) {
    const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, row.practitionerId))
    names.push(...known([user?.name]))
  }
  if (!row.organisationId) return names
  const o = organisations
  const [organisation] = await tx
    .select()
    .from(o)
    .where(and(eq(o.operatorId, operatorId), eq(o.id, row.organisationId)))
  if (organisation) {
    const { name, siret, rna, siretDraft, rnaDraft, email, phone, commune } = organisation
    names.push(...known([name, siret, siret?.slice(0, 9), rna, siretDraft, rnaDraft, email, phone, commune]))
  }
  const p = people
  for (const person of await tx
    .select({ name: p.name, email: p.email, phone: p.phone })
    .from(p)
    .where(and(eq(p.operatorId, operatorId), eq(p.organisationId, row.organisationId))))
    names.push(...wordsOfName(person.name), ...known([person.email, person.phone]))
  const e = establishments
  for (const place of await tx
    .select({ name: e.name, siret: e.siret, commune: e.commune })
    .from(e)
    .where(and(eq(e.operatorId, operatorId), eq(e.organisationId, row.organisationId))))
    names.push(...known([place.name, place.siret, place.commune]))
  return names
}
