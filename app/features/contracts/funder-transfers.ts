import { splitByKey } from '#app/kernel/cents.ts'
import type { Day } from '#app/kernel/day.ts'
import { fail, ok } from '#app/kernel/result.ts'
import type { Transfer } from './contract.ts'

/** What an agreement is due to pay of a contract, has paid and still has to, in cents; null while there is no amount. */
export type TransferDue = {
  agreementId: string
  label: string
  due: number | null
  received: number
  left: number | null
}

type Paying = { agreementId: string; label: string; weight: number }

/**
 * The parts sum to the contract, to the cent. An agreement that has paid and left the key since is due nothing, and stays
 * in sight.
 */
export function transferDues(
  contractCents: number | null,
  funders: readonly Paying[],
  transfers: readonly Pick<Transfer, 'agreementId' | 'label' | 'amountCents'>[],
): TransferDue[] {
  const parts =
    contractCents === null || funders.length === 0
      ? null
      : splitByKey(
          contractCents,
          funders.map(({ weight }) => weight),
        )
  const others = new Map(
    transfers.flatMap(({ agreementId, label }) =>
      funders.some(funder => funder.agreementId === agreementId) ? [] : [[agreementId, label]],
    ),
  )
  const lines = [
    ...funders.map(({ agreementId, label }, index) => ({ agreementId, label, due: parts?.[index] ?? null })),
    ...[...others].map(([agreementId, label]) => ({ agreementId, label, due: 0 })),
  ]
  return lines.map(({ agreementId, label, due }) => {
    const received = transfers.reduce(
      (sum, transfer) => sum + (transfer.agreementId === agreementId ? transfer.amountCents : 0),
      0,
    )
    return { agreementId, label, due, received, left: due === null ? null : due - received }
  })
}

type Draft = { paidOn: Day; amountCents: number; overReason: string | null }

/** What goes beyond the due is a fact that somebody has to explain; while nothing is known to be due, anything does. */
export function judgeTransfer({ left }: Pick<TransferDue, 'left'>, draft: Draft, today: Day) {
  if (draft.paidOn > today) return fail('day-to-come', undefined, 'paidOn')
  const isOver = draft.amountCents > (left ?? 0)
  if (isOver && !draft.overReason)
    return fail('transfer-above-due', { left: Math.max(left ?? 0, 0) / 100 }, 'overReason')
  return ok({ overReason: isOver ? draft.overReason : null })
}
