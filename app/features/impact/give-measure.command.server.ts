import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { heldStage } from './impact.store.server.ts'
import { openMoment } from './impact.ts'
import { giveMeasureInput } from './impact-input.ts'
import { impactByLink, writeMeasure } from './impact-parties.store.server.ts'

/** What a party measured, and how she sees it, by her link and while that measure is open; she may change it. */
export const giveMeasure = defineCommand({
  name: 'impact.give-measure',
  input: giveMeasureInput,
  subject: async ctx => (ctx.actor.kind === 'contact' ? impactByLink(ctx, ctx.actor.link) : null),
  allow: (actor, { party, indicators }, { indicatorId }) =>
    holdsLink(actor, 'impact', party.id) && indicators.some(({ id }) => id === indicatorId),
  run: async (
    { tx, operator, now, record },
    { indicatorId, value, view },
    { study, party, indicators },
  ): Promise<Result<{ indicatorId: string }, Failure<'measure-not-open' | 'measure-empty'>>> => {
    const stage = await heldStage(tx, operator.id, study.id)
    const moment = stage && openMoment(stage)
    if (!moment) return fail('measure-not-open')
    if (value === null && view === null) return fail('measure-empty', {}, 'value')
    const measure = { operatorId: operator.id, indicatorId, partyId: party.id, moment, value, view, givenAt: now }
    await writeMeasure(tx, measure)
    await record({
      name: 'impact.measured',
      subjectKind: 'impact_party',
      subjectId: party.id,
      accompanimentId: study.accompanimentId,
      data: { by: party.name, indicator: indicators.find(({ id }) => id === indicatorId)?.name, moment, value, view },
    })
    return ok({ indicatorId })
  },
})
