import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Day, day, dayOf } from '#app/kernel/day.ts'
import { accompaniments, diagnostics } from '#db/schema/accompaniments.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { sends } from '#db/schema/journal.ts'
import { links } from '#db/schema/operators.ts'
import { organisations, people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ReminderFacts, WaveFacts } from './reminder-rules.ts'

/** A case under way as the sweep needs it: what its rules look at, and who is to be told. */
export type RemindedCase = {
  id: string
  number: string
  state: string
  programmeId: string
  practitionerId: string | null
  organisation: string | null
  contact: { personId: string; email: string | null } | null
  facts: ReminderFacts
}

/** Every case that is neither closed, abandoned nor suspended; or one of them. */
export async function remindedCases(tx: TenantTx, operatorId: string, only?: string): Promise<RemindedCase[]> {
  const rows = await tx
    .select({
      id: accompaniments.id,
      number: accompaniments.number,
      state: accompaniments.state,
      programmeId: accompaniments.programmeId,
      practitionerId: accompaniments.practitionerId,
      imported: accompaniments.imported,
      createdAt: accompaniments.createdAt,
      requestedOn: accompaniments.requestedOn,
      intakeOn: accompaniments.intakeOn,
      diagnosticStartedOn: accompaniments.diagnosticStartedOn,
      diagnosticValidatedOn: accompaniments.diagnosticValidatedOn,
      organisation: organisations.name,
      contactId: people.id,
      contactEmail: people.email,
      diagnosticId: diagnostics.id,
      sentForValidationAt: diagnostics.sentForValidationAt,
    })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .leftJoin(people, and(eq(people.operatorId, operatorId), eq(people.id, accompaniments.contactPersonId)))
    .leftJoin(
      diagnostics,
      and(eq(diagnostics.operatorId, operatorId), eq(diagnostics.accompanimentId, accompaniments.id)),
    )
    .where(
      and(
        eq(accompaniments.operatorId, operatorId),
        isNull(accompaniments.abandonedOn),
        isNull(accompaniments.suspendedOn),
        isNull(accompaniments.closedOn),
        only ? eq(accompaniments.id, only) : undefined,
      ),
    )
  const waves = await openWaves(tx, operatorId, only)
  return rows.map(row => {
    const historyUntil = row.imported ? dayOf(row.createdAt) : null
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      programmeId: row.programmeId,
      practitionerId: row.practitionerId,
      organisation: row.organisation,
      contact: row.contactId ? { personId: row.contactId, email: row.contactEmail } : null,
      facts: {
        accompanimentId: row.id,
        historyUntil,
        requestedOn: day(row.requestedOn),
        intakeOn: day(row.intakeOn),
        diagnosticStartedOn: day(row.diagnosticStartedOn),
        diagnosticId: row.diagnosticId,
        diagnosticSentOn: row.sentForValidationAt && dayOf(row.sentForValidationAt),
        diagnosticValidatedOn: day(row.diagnosticValidatedOn),
        followUps: (waves.get(row.id) ?? []).map(({ importedOn, ...wave }) => ({
          ...wave,
          historyUntil: row.imported ? importedOn : null,
        })),
      },
    }
  })
}

type OpenWave = Omit<WaveFacts, 'historyUntil'> & { importedOn: Day }

/** Waves that wait for an answer, by case, with the day on which their letter left. */
async function openWaves(tx: TenantTx, operatorId: string, only?: string): Promise<Map<string, OpenWave[]>> {
  const rows = await tx
    .select({
      id: followUps.id,
      accompanimentId: followUps.accompanimentId,
      plannedOn: followUps.plannedOn,
      state: followUps.state,
      createdAt: followUps.createdAt,
      sentAt: sends.sentAt,
    })
    .from(followUps)
    .leftJoin(
      sends,
      and(eq(sends.operatorId, operatorId), eq(sends.sendKey, sql`'follow-up.wave:' || ${followUps.id}`)),
    )
    .where(
      and(
        eq(followUps.operatorId, operatorId),
        inArray(followUps.state, ['planned', 'sent', 'reminded']),
        only ? eq(followUps.accompanimentId, only) : undefined,
      ),
    )
    .orderBy(followUps.plannedOn, followUps.id)
  const found = new Map<string, OpenWave[]>()
  for (const { accompanimentId, sentAt, plannedOn, createdAt, id, state } of rows) {
    if (state !== 'planned' && state !== 'sent' && state !== 'reminded') continue
    const wave = {
      id,
      state,
      plannedOn: day(plannedOn),
      writtenOn: sentAt && dayOf(sentAt),
      importedOn: dayOf(createdAt),
    }
    found.set(accompanimentId, [...(found.get(accompanimentId) ?? []), wave])
  }
  return found
}

/** The person who was last given the link to validate this diagnostic. */
export async function lastAskedToValidate(tx: TenantTx, operatorId: string, diagnosticId: string) {
  const [row] = await tx
    .select({ personId: people.id, email: people.email })
    .from(links)
    .innerJoin(people, and(eq(people.operatorId, operatorId), eq(people.id, links.personId)))
    .where(
      and(
        eq(links.operatorId, operatorId),
        eq(links.subjectId, diagnosticId),
        eq(links.purpose, 'diagnostic_validation'),
      ),
    )
    .orderBy(desc(links.createdAt))
    .limit(1)
  return row ?? null
}
