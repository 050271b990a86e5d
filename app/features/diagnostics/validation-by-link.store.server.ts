import { and, eq } from 'drizzle-orm'
import { diagnosticSnapshot } from '#app/features/snapshots/snapshots.store.server.ts'
import { readOrigins } from '#app/features/snapshots/stored-origins.ts'
import { accompaniments, diagnostics } from '#db/schema/accompaniments.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import { needsOf } from './diagnostics.store.server.ts'
import { linesOf } from './lines-of.ts'
import { contestsOf } from './remarks.store.server.ts'
import { readSituation, scoresOf } from './situation.ts'

/** What a leader reads before she validates: nothing that is not of this diagnostic. */
export async function validationByLink(
  { tx, operator }: { tx: TenantTx; operator: { id: string; name: string } },
  link: { subjectId: string; personId: string | null },
) {
  const [row] = await tx
    .select({ diagnostic: diagnostics, organisation: organisations.name })
    .from(diagnostics)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, diagnostics.operatorId), eq(accompaniments.id, diagnostics.accompanimentId)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(and(eq(diagnostics.operatorId, operator.id), eq(diagnostics.id, link.subjectId)))
  if (!row) return null
  const { diagnostic } = row
  const [person] = link.personId
    ? await tx
        .select({ name: people.name, role: people.role, function: people.function })
        .from(people)
        .where(and(eq(people.operatorId, operator.id), eq(people.id, link.personId)))
    : []
  const snapshot = await diagnosticSnapshot(tx, operator.id, diagnostic.accompanimentId)
  const ranked = await needsOf(tx, operator.id, diagnostic.accompanimentId)
  return {
    operator: operator.name,
    organisation: row.organisation ?? '',
    person: person ?? null,
    version: diagnostic.version,
    strengths: diagnostic.strengths,
    brakes: diagnostic.brakes,
    conclusions: diagnostic.conclusions,
    situation: readSituation(diagnostic.situation),
    scores: scoresOf(diagnostic.situation),
    lines: linesOf(diagnostic, ranked),
    contests: await contestsOf(tx, operator.id, diagnostic.accompanimentId),
    needs: ranked.map(({ id, title, domain, urgency, jobsEffect, reservation }) => ({
      id,
      title,
      domain,
      urgency,
      jobsEffect,
      reservation,
    })),
    snapshot: snapshot && {
      takenOn: snapshot.takenOn,
      origin: snapshot.origin,
      certainty: snapshot.certainty,
      origins: readOrigins(snapshot.origins),
      headcount: snapshot.headcount,
      fte: snapshot.fte,
      permanent: snapshot.permanent,
      fixedTerm: snapshot.fixedTerm,
      volunteers: snapshot.volunteers,
      budget: snapshot.budget,
      funderCount: snapshot.funderCount,
      funderKinds: snapshot.funderKinds,
      strategy: snapshot.strategy,
      governance: snapshot.governance,
      alliances: snapshot.alliances,
    },
    validated: diagnostic.validatedOn
      ? {
          on: diagnostic.validatedOn,
          by: diagnostic.validatedByName,
          function: diagnostic.validatedByFunction,
          reservation: diagnostic.reservation,
        }
      : null,
  }
}
