import { and, eq, sql } from 'drizzle-orm'
import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { Conflict } from '#app/access/outcome.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { agreements } from '#db/schema/agreements.ts'
import { EditAgreementInput } from './agreement-input.ts'
import { type AgreementWithFunder, agreementById, funderNamed, isCodeTaken } from './agreements.store.server.ts'

export const editAgreement = defineCommand({
  name: 'agreement.edit',
  input: EditAgreementInput,
  subject: ({ tx, operator }, { agreementId }) => agreementById(tx, operator.id, agreementId),
  allow: isMember,
  run: async ({ tx, operator, record }, { agreementId, version, funder, ...input }, before) => {
    if (input.endsOn < input.startsOn) return fail('ends-before-it-starts', undefined, 'endsOn')
    if (await isCodeTaken(tx, operator.id, input.code, agreementId))
      return fail('agreement-code-taken', undefined, 'code')
    const funderId = await funderNamed(tx, operator.id, funder)
    const changed = await tx
      .update(agreements)
      .set({ ...input, funderId, version: sql`${agreements.version} + 1`, updatedAt: sql`now()` })
      .where(
        and(eq(agreements.operatorId, operator.id), eq(agreements.id, agreementId), eq(agreements.version, version)),
      )
      .returning({ version: agreements.version })
    if (changed.length === 0) throw new Conflict({ version: before.version, values: texts(before) })
    await record({
      name: 'agreement.edited',
      subjectKind: 'agreement',
      subjectId: agreementId,
      data: { from: texts(before), to: { ...input, funder } },
    })
    return ok({ agreementId })
  },
})

const texts = (row: AgreementWithFunder): Record<string, string> => ({
  code: row.code,
  title: row.title ?? '',
  funder: row.funder,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  amountCents: row.amountCents === null ? '' : String(row.amountCents / 100),
  programmes: row.programmes.join(', '),
  departments: row.departments.join(', '),
})
