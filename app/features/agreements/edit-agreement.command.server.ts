import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { Conflict } from '#app/access/outcome.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { EditAgreementInput } from './agreement-input.ts'
import {
  type AgreementWithFunder,
  agreementById,
  funderNamed,
  isCodeTaken,
  updateAgreement,
} from './agreements.store.server.ts'

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
    const isDone = await updateAgreement(tx, operator.id, { id: agreementId, version }, { ...input, funderId })
    if (!isDone) throw new Conflict({ version: before.version, values: texts(before) })
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
