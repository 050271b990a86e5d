import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { judgeEngineering } from '#app/features/engineerings/engineering-rules.ts'
import {
  engineeringOfCase,
  membersOf,
  updateEngineering,
} from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { sessionSpan } from '#app/features/sessions/sessions.store.server.ts'
import { passOn } from '#app/features/shares/pass-on.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import type { Invoice } from './contract.ts'
import { PaymentInput } from './contract-input.ts'
import { settledOn, waitingFor } from './contract-rules.ts'
import { deliverablesOf, invoicesOf, payInvoice as pay } from './contracts.store.server.ts'

type Address = { engineeringId: string; number: string | null; invoiceId: string }
type Subject = { engineering: Engineering; invoice: Invoice; invoices: Invoice[] }

async function invoiceOf({ tx, operator }: CommandContext, address: Address): Promise<Subject | null> {
  const engineering = await engineeringOfCase(tx, operator.id, address, { lock: true })
  const invoices = await invoicesOf(tx, operator.id, address.engineeringId)
  const invoice = invoices.find(({ id }) => id === address.invoiceId)
  return engineering && invoice ? { engineering, invoice, invoices } : null
}

/** A payment with its proof. The one that settles the whole amount pays the engineering. */
export const payInvoice = defineCommand({
  name: 'invoice.pay',
  input: PaymentInput,
  subject: invoiceOf,
  allow: isMember,
  run: async (ctx, input, { engineering, invoice, invoices }) => {
    const { tx, operator, today } = ctx
    const { engineeringId, invoiceId, version, paidOn, paymentProof } = input
    if (invoice.version !== version) {
      const values = { paidOn: invoice.paidOn, paymentProof: invoice.paymentProof }
      throw await conflictOn(tx, operator.id, invoiceId, { version: invoice.version, values })
    }
    if (invoice.paidOn) return fail('invoice-paid')
    if (paidOn > today) return fail('day-to-come', undefined, 'paidOn')
    if (paidOn < invoice.receivedOn) return fail('paid-before-invoice', undefined, 'paidOn')
    const { orderedQuarters, amountCents } = engineering
    const others = invoices.filter(({ id }) => id !== invoiceId)
    const deliverables = await deliverablesOf(tx, operator.id, engineeringId)
    const waiting = waitingFor({ orderedQuarters, amountCents, invoices: others, deliverables }, invoice)
    if (waiting) return fail('deliverable-not-accepted', { title: waiting.title })
    await pay(tx, operator.id, { id: invoiceId, paidOn, paymentProof })
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    await recordOnCases(ctx, cases, {
      name: 'invoice.paid',
      subjectKind: 'invoice',
      subjectId: invoiceId,
      happenedOn: paidOn,
      data: { title: engineering.title, reference: invoice.reference, proof: paymentProof },
    })
    const settled = settledOn(amountCents, [...others, { ...invoice, paidOn }])
    if (settled && !engineering.paidOn) {
      const { id: _id, kind: _kind, version: _version, ...before } = engineering
      const after = { ...before, paidOn: settled }
      const judged = judgeEngineering(after, await sessionSpan(tx, operator.id, engineeringId), today)
      if (!judged.ok) return judged
      await updateEngineering(tx, operator.id, engineeringId, { ...after, state: judged.value })
      const about = { subjectKind: 'engineering', subjectId: engineeringId, happenedOn: settled }
      await recordOnCases(ctx, cases, { name: 'engineering.paid', ...about, data: { title: engineering.title } })
      await passOn(ctx, engineeringId, `${engineering.version} paid`)
      await refreshNextSteps(tx, operator.id, cases, today)
    }
    return ok({ reference: invoice.reference })
  },
})
