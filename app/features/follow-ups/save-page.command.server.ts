import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { readAnswers } from '#app/features/steps/record-answers.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { actionsAsked, readReview } from './action-reviews.store.server.ts'
import { askedOf, lockFollowUp } from './follow-up-answers.store.server.ts'
import { SavePageInput } from './follow-up-input.ts'
import { mayAnswer } from './respondents.ts'
import { keptOfPage, responsePages } from './response-pages.ts'
import { beginResponse, keepResponse, responsesFor } from './responses.store.server.ts'
import { trackedQuestions } from './tracked.ts'

/** One page of a wave, kept: whoever leaves finds it again by the same link, on any device. */
export const savePage = defineCommand({
  name: 'followUp.savePage',
  input: SavePageInput,
  subject: ({ tx, operator, actor }) =>
    actor.kind === 'contact' ? lockFollowUp(tx, operator.id, actor.link.subjectId) : Promise.resolve(null),
  allow: (actor, followUp) => holdsLink(actor, 'follow_up', followUp.id),
  run: async (ctx, { page: wanted, declined, ...sent }, followUp) => {
    const { tx, operator, actor } = ctx
    const personId = actor.kind === 'contact' ? actor.link.personId : null
    const known = await responsesFor(tx, operator.id, followUp.id, { channel: 'link', personId })
    if (!mayAnswer(followUp.state, { ...known, personId })) return fail('follow-up-already-answered')
    const response = known.own ?? (await beginResponse(tx, followUp, { channel: 'link', personId }))
    const { definition } = await askedOf(tx, operator.id, followUp.accompanimentId)
    const tracked = trackedQuestions(definition)
    const standing = sent.standing ?? response.answers.standing
    const plan = await actionsAsked(tx, operator.id, followUp)
    const asked = { hasTracked: tracked.length > 0, hasPlan: plan.length > 0, standing }
    const page = responsePages(followUp.wave, asked)[wanted - 1]
    if (!page) return fail('no-such-page')
    if (page.kind === 'tracked') readAnswers(tracked, sent.answers)
    if (page.kind === 'plan') readReview(plan, sent)
    const answers = { ...response.answers, ...keptOfPage(page, sent) }
    const before = Array.isArray(response.answers.declined) ? response.answers.declined : []
    const codes: string[] = 'questions' in page ? page.questions.map(({ code }) => code) : []
    const kept = [...before.filter(code => !codes.includes(String(code))), ...declined]
    await keepResponse(tx, response, {
      answers: { ...answers, declined: kept },
      pages: Math.max(response.pages, wanted),
      respondent: sent.respondent ?? response.respondent,
    })
    return ok({ next: wanted + 1 })
  },
})
