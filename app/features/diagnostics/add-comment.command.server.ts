import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { addCommentInput } from './diagnostic-input.ts'
import { writeComment } from './remarks.store.server.ts'

/** A word to colleagues about one line of the diagnostic, which the organisation never reads. */
export const addComment = defineCommand({
  name: 'diagnostic.add-comment',
  input: addCommentInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, actor, now, record }, { number, line, body }, { row }) => {
    const authorId = 'userId' in actor ? actor.userId : ''
    const comment = { accompanimentId: row.id, line, body, authorId, writtenAt: now }
    const id = await writeComment(tx, operator.id, comment)
    await record({
      name: 'diagnostic.commented',
      subjectKind: 'diagnostic_comment',
      subjectId: id,
      accompanimentId: row.id,
      data: { line },
    })
    return ok({ number })
  },
})
