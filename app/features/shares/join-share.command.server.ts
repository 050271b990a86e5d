import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/engineerings/engineerings.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { joinShare as join, shareById } from './received-shares.store.server.ts'
import { JoinShareInput } from './share-input.ts'

/** A case of this operator takes part in what another one leads: its organisation counts among those supported. */
export const joinShare = defineCommand({
  name: 'share.join',
  input: JoinShareInput,
  subject: ({ tx, operator }, { shareId }) => shareById(tx, operator.id, shareId),
  allow: isMember,
  run: async ({ tx, operator, record }, { shareId, number }, share) => {
    if (share.state === 'declined') return fail('share-declined')
    const joining = await caseByNumber(tx, operator.id, number)
    if (!joining) return fail('unknown-case', undefined, 'number')
    if (await join(tx, operator.id, { shareId, accompanimentId: joining.id }))
      await record({
        name: 'share.joined',
        subjectKind: 'share',
        subjectId: shareId,
        accompanimentId: joining.id,
        data: { title: share.title, member: joining.name },
      })
    return ok({ member: joining.name })
  },
})
