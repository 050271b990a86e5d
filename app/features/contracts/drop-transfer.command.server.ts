import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { ok } from '#app/kernel/result.ts'
import { DropTransferInput } from './contract-input.ts'
import { deleteTransfer, transfersOf } from './funder-transfers.store.server.ts'

type Address = { engineeringId: string; number: string | null; transferId: string }

async function transferOf({ tx, operator }: CommandContext, address: Address) {
  const engineering = await engineeringOfCase(tx, operator.id, address, { lock: true })
  const transfers = engineering ? await transfersOf(tx, operator.id, engineering.id) : []
  const transfer = transfers.find(({ id }) => id === address.transferId)
  return engineering && transfer ? { engineering, transfer } : null
}

/** A transfer that was noted by mistake: it counts no more, and history keeps what it was. */
export const dropTransfer = defineCommand({
  name: 'transfer.drop',
  input: DropTransferInput,
  subject: transferOf,
  allow: isMember,
  run: async (ctx, { engineeringId, transferId }, { engineering, transfer }) => {
    const { tx, operator } = ctx
    await deleteTransfer(tx, operator.id, transferId)
    const { reference, label, paidOn, amountCents } = transfer
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    await recordOnCases(ctx, cases, {
      name: 'transfer.dropped',
      subjectKind: 'transfer',
      subjectId: transferId,
      data: { title: engineering.title, funder: label, reference, paidOn, amount: amountCents / 100 },
    })
    return ok({ reference })
  },
})
