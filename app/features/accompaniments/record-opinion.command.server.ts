import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { opinionInput } from './accompaniment-input.ts'
import { type Accompaniment, lockCase } from './accompaniments.store.server.ts'
import { editOrConflict } from './edit-case.store.server.ts'

const formValues = ({ committeeOn, opinion, opinionComment }: Accompaniment) => ({
  committeeOn,
  opinion,
  opinionComment,
})

/** The day of the committee and, once it has met, its opinion: advice, never a decision. */
export const recordOpinion = defineCommand({
  name: 'accompaniment.record-opinion',
  input: opinionInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, { number, version, ...next }, { row }) => {
    await editOrConflict(ctx, { row, version, next, formValues, event: 'accompaniment.opinion-recorded' })
    return ok({ number })
  },
})
