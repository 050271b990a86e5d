import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { AnswerReferenceInput } from './reference-input.ts'
import { referenceByLink, writeCitation } from './references.store.server.ts'

/** The organisation says whether, and how, the provider may cite it; it may say otherwise later. */
export const answerReference = defineCommand({
  name: 'reference.answer',
  input: AnswerReferenceInput,
  subject: async ctx => (ctx.actor.kind === 'contact' ? referenceByLink(ctx, ctx.actor.link, { lock: true }) : null),
  allow: (actor, reference) => holdsLink(actor, 'reference', reference.id),
  run: async ({ tx, operator, today, record }, { citation }, before) => {
    const { id, accompanimentId, provider } = before
    const isWithdrawn = citation === 'none' && before.citation !== null && before.citation !== 'none'
    await writeCitation(tx, operator.id, id, {
      citation,
      answeredOn: today,
      withdrawnOn: isWithdrawn ? today : null,
    })
    await record({
      name: isWithdrawn ? 'reference.withdrawn' : 'reference.answered',
      subjectKind: 'reference',
      subjectId: id,
      accompanimentId,
      data: { provider, changes: { citation: [before.citation, citation] } },
    })
    return ok({ citation })
  },
})
