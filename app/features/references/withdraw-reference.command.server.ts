import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { WithdrawReferenceInput } from './reference-input.ts'
import { referenceById, writeCitation } from './references.store.server.ts'

/** The organisation has said, otherwise than by its link, that it is not to be cited any more. */
export const withdrawReference = defineCommand({
  name: 'reference.withdraw',
  input: WithdrawReferenceInput,
  subject: async ({ tx, operator }, { engineeringId, number, referenceId }) => {
    const engineering = await engineeringOfCase(tx, operator.id, { engineeringId, number })
    const reference = await referenceById(tx, operator.id, referenceId, { lock: true })
    return engineering && reference?.engineeringId === engineering.id ? reference : null
  },
  allow: isMember,
  run: async ({ tx, operator, today, record }, { referenceId }, { citation, provider, accompanimentId }) => {
    if (citation !== 'named' && citation !== 'anonymous') return fail('reference-not-given')
    await writeCitation(tx, operator.id, referenceId, { citation: 'none', withdrawnOn: today })
    await record({
      name: 'reference.withdrawn',
      subjectKind: 'reference',
      subjectId: referenceId,
      accompanimentId,
      data: { provider, changes: { citation: [citation, 'none'] } },
    })
    return ok({ referenceId })
  },
})
