import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { heldQuarters } from '#app/features/sessions/sessions.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { InvoiceInput } from './contract-input.ts'
import { judgeInvoice } from './contract-rules.ts'
import { deliverablesOf, insertInvoice, invoicesOf } from './contracts.store.server.ts'

/** An invoice against days that were held, never more of them. */
export const recordInvoice = defineCommand({
  name: 'invoice.record',
  input: InvoiceInput,
  // Locked: two invoices recorded at once do not both take the last held day.
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, { engineeringId, reference, receivedOn, days, amount }, engineering) => {
    const { tx, operator, today } = ctx
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    const { signedOn, orderedQuarters, amountCents, title } = engineering
    const bill = { receivedOn, quarters: days, amountCents: amount }
    const judged = judgeInvoice(
      {
        signedOn,
        orderedQuarters,
        amountCents,
        heldQuarters: await heldQuarters(tx, operator.id, engineeringId),
        invoices: await invoicesOf(tx, operator.id, engineeringId),
        deliverables: await deliverablesOf(tx, operator.id, engineeringId),
      },
      bill,
      today,
    )
    if (!judged.ok) return judged
    const id = newId()
    if (!(await insertInvoice(tx, operator.id, { id, engineeringId, reference, ...bill })))
      return fail('invoice-known', undefined, 'reference')
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    await recordOnCases(ctx, cases, {
      name: 'invoice.recorded',
      subjectKind: 'invoice',
      subjectId: id,
      happenedOn: receivedOn,
      data: { title, reference, days: days / 4, amount: amount / 100 },
    })
    return ok({ reference })
  },
})
