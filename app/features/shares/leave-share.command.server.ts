import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseById } from '#app/features/engineerings/engineerings.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { leaveShare as leave, shareById } from './received-shares.store.server.ts'
import { LeaveShareInput } from './share-input.ts'

/** A case of this operator takes part no more. */
export const leaveShare = defineCommand({
  name: 'share.leave',
  input: LeaveShareInput,
  subject: async ({ tx, operator }, { shareId, accompanimentId }) => {
    const share = await shareById(tx, operator.id, shareId)
    const leaving = await caseById(tx, operator.id, accompanimentId)
    return share && leaving && { share, leaving }
  },
  allow: isMember,
  run: async ({ tx, operator, record }, { shareId, accompanimentId }, { share, leaving }) => {
    if (await leave(tx, operator.id, { shareId, accompanimentId }))
      await record({
        name: 'share.left',
        subjectKind: 'share',
        subjectId: shareId,
        accompanimentId,
        data: { title: share.title, member: leaving.name },
      })
    return ok({ member: leaving.name })
  },
})
