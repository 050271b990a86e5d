import { holdsLink } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { isOpen } from './answers.ts'
import { answeredCase, followUpById, t0Of } from './follow-up-answers.store.server.ts'

/** What the organisation sees behind its personal link. Reading it changes nothing, however often scanners do. */
export const followUpAnswerPage = defineQuery({
  name: 'followUp.answerPage',
  input: object({}),
  subject: ({ tx, operator, actor }) =>
    actor.kind === 'contact' ? followUpById(tx, operator.id, actor.link.subjectId) : Promise.resolve(null),
  allow: (actor, followUp) => holdsLink(actor, 'follow_up', followUp.id),
  run: async ({ tx, operator }, _input, followUp) => ({
    operator: operator.name,
    wave: followUp.wave,
    isOpen: isOpen(followUp.state),
    answeredOn: followUp.answeredOn,
    organisation: (await answeredCase(tx, operator.id, followUp.accompanimentId))?.organisation ?? null,
    t0: await t0Of(tx, operator.id, followUp.accompanimentId),
  }),
})
