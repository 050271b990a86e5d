import { and, eq, isNull } from 'drizzle-orm'
import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { grants } from '#db/schema/operators.ts'
import { RevokeFunderInput } from './agreement-input.ts'

/** Ends the reading of one person, from her next request on. */
export const revokeFunder = defineCommand({
  name: 'agreement.revokeFunder',
  input: RevokeFunderInput,
  subject: async ({ tx, operator }, { agreementId, grantId }) => {
    const [row] = await tx
      .select({ id: grants.id })
      .from(grants)
      .where(
        and(
          eq(grants.operatorId, operator.id),
          eq(grants.id, grantId),
          eq(grants.kind, 'funder'),
          eq(grants.subjectId, agreementId),
          isNull(grants.revokedAt),
        ),
      )
    return row ?? null
  },
  allow: isManager,
  run: async ({ tx, operator, now, record }, { agreementId, grantId }) => {
    await tx
      .update(grants)
      .set({ revokedAt: now })
      .where(and(eq(grants.operatorId, operator.id), eq(grants.id, grantId)))
    await record({
      name: 'agreement.funder-revoked',
      subjectKind: 'agreement',
      subjectId: agreementId,
      data: { grantId },
    })
    return ok({ agreementId })
  },
})
