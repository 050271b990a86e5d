import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { answerShareRow, shareById } from './received-shares.store.server.ts'
import { standingPart } from './share.ts'
import { AnswerShareInput } from './share-input.ts'
import { shareTell } from './shares.jobs.ts'

/** This operator takes its part of what another one leads, or does not. */
export const answerShare = defineCommand({
  name: 'share.answer',
  input: AnswerShareInput,
  subject: ({ tx, operator }, { shareId }) => shareById(tx, operator.id, shareId),
  allow: isMember,
  run: async ({ tx, operator, today, record, enqueue }, { shareId, version, answer }, share) => {
    if (share.version !== version)
      throw await conflictOn(tx, operator.id, shareId, { version: share.version, values: { answer: share.state } })
    await answerShareRow(tx, operator.id, {
      id: shareId,
      state: answer,
      answeredOn: today,
      stands: standingPart(share) !== null,
    })
    const changes = { state: [share.state, answer] }
    await record({
      name: 'share.answered',
      subjectKind: 'share',
      subjectId: shareId,
      data: { title: share.title, changes },
    })
    await enqueue(shareTell, { shareId }, `${shareId}:${version}`)
    return ok({ shareId })
  },
})
