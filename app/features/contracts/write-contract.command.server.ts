import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { basisPoints } from '#app/kernel/cents.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { ContractTextInput } from './contract-input.ts'
import { contractTextOf, writeContractText } from './contract-text.store.server.ts'
import { contractTextValues } from './contract-text.ts'

/** What the contract says beside its figures. Nothing is asked here: the document says what it cannot do without. */
export const writeContract = defineCommand({
  name: 'contract.write',
  input: ContractTextInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, input, engineering) => {
    const { tx, operator } = ctx
    const { engineeringId, number: _number, vat, ...texts } = input
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    const before = await contractTextOf(tx, operator.id, engineeringId)
    const was = before ? contractTextValues(before) : {}
    const written = { ...texts, vatBasisPoints: basisPoints(vat) }
    if (!(await writeContractText(tx, operator.id, engineeringId, written)))
      throw await conflictOn(tx, operator.id, engineeringId, { version: before?.version ?? 0, values: was })
    const members = await membersOf(tx, operator.id, [engineeringId])
    await recordOnCases(
      ctx,
      members.map(member => member.accompanimentId),
      {
        name: 'contract.written',
        subjectKind: 'engineering',
        subjectId: engineeringId,
        data: { title: engineering.title, changes: changesBetween(was, contractTextValues(written)) },
      },
    )
    return ok({ engineeringId })
  },
})
