import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { funderPartsOf } from '#app/features/shares/shares.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { TransferInput } from './contract-input.ts'
import { insertTransfer, transfersOf } from './funder-transfers.store.server.ts'
import { judgeTransfer, transferDues } from './funder-transfers.ts'

/** A funder has paid of its part; beyond what is due, it takes a reason. */
export const recordTransfer = defineCommand({
  name: 'transfer.record',
  input: TransferInput,
  // Locked: two transfers noted at once do not both fill what is left.
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, { engineeringId, agreementId, paidOn, amount, reference, overReason }, engineering) => {
    const { tx, operator, today } = ctx
    const payers = await funderPartsOf(tx, operator.id, engineeringId)
    const funders = payers.map(({ code, funder, ...payer }) => ({ ...payer, label: `${code} · ${funder}` }))
    const known = await transfersOf(tx, operator.id, engineeringId)
    const due = transferDues(engineering.amountCents, funders, known).find(one => one.agreementId === agreementId)
    if (!due) return fail('unknown-agreement', undefined, 'agreementId')
    const judged = judgeTransfer(due, { paidOn, amountCents: amount, overReason }, today)
    if (!judged.ok) return judged
    const id = newId()
    const transfer = { id, engineeringId, agreementId, paidOn, amountCents: amount, reference, ...judged.value }
    if (!(await insertTransfer(tx, operator.id, transfer))) return fail('transfer-known', undefined, 'reference')
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    await recordOnCases(ctx, cases, {
      name: 'transfer.recorded',
      subjectKind: 'transfer',
      subjectId: id,
      happenedOn: paidOn,
      data: { title: engineering.title, funder: due.label, reference, amount: amount / 100, ...judged.value },
    })
    return ok({ reference })
  },
})
