import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import type { DocumentFormat } from '#app/features/documents/document-formats.ts'
import { organisationById } from '#app/features/organisations/organisations.store.server.ts'
import { diagnosticSnapshot } from '#app/features/snapshots/snapshots.store.server.ts'
import { readOrigins } from '#app/features/snapshots/stored-origins.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import type { DiagnosticContent } from './diagnostic-content.ts'
import { takeDiagnosticInput } from './diagnostic-input.ts'
import { diagnosticOf, needsOf } from './diagnostics.store.server.ts'
import { expertiseDomains } from './expertise-domains.ts'
import { authorsOf, contestsOf } from './remarks.store.server.ts'
import { readSituation } from './situation.ts'

type Taken = { content: DiagnosticContent; format: DocumentFormat; locale: 'fr' | 'en' }

/** Takes the diagnostic away as a document that is given back to the organisation, and notes who did. */
export const takeDiagnostic = defineCommand({
  name: 'diagnostic.take',
  input: takeDiagnosticInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, today, record },
    { format, langue },
    { row, programme },
  ): Promise<Result<Taken, Failure<'no-diagnostic'>>> => {
    const diagnostic = await diagnosticOf(tx, operator.id, row.id)
    if (!diagnostic) return fail('no-diagnostic')
    const organisation = row.organisationId ? await organisationById(tx, operator.id, row.organisationId) : null
    const snapshot = await diagnosticSnapshot(tx, operator.id, row.id)
    const situation = readSituation(diagnostic.situation)
    const { participants, documentsSeen, strengths, brakes, conclusions } = diagnostic
    await record({
      name: 'diagnostic.taken',
      subjectKind: 'diagnostic',
      subjectId: diagnostic.id,
      accompanimentId: row.id,
      data: { format },
    })
    return ok({
      format,
      locale: langue ?? 'fr',
      content: {
        number: row.number,
        operator: operator.name,
        organisation: organisation?.name ?? row.title,
        programme: programme.definition.name,
        writtenOn: today,
        authors: (await authorsOf(tx, operator.id, row.id)).map(({ name }) => name),
        snapshot: snapshot && { ...snapshot, origins: readOrigins(snapshot.origins) },
        needs: await needsOf(tx, operator.id, row.id),
        situation: expertiseDomains.map(domain => ({
          domain,
          score: situation[domain]?.score ?? null,
          text: situation[domain]?.text ?? null,
        })),
        participants,
        documentsSeen,
        strengths,
        brakes,
        conclusions,
        contests: await contestsOf(tx, operator.id, row.id),
        validated: diagnostic.validatedOn
          ? {
              on: diagnostic.validatedOn,
              by: diagnostic.validatedByName,
              function: diagnostic.validatedByFunction,
              reservation: diagnostic.reservation,
            }
          : null,
      },
    })
  },
})
