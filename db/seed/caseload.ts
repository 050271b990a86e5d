import { saveFilter } from '#app/features/accompaniments/save-filter.command.server.ts'
import { giveCases } from '#app/features/handovers/give-cases.command.server.ts'
import { casesHeldBy } from '#app/features/handovers/handovers.store.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { type Stage, workingDay } from './stage.ts'
import { handoverBriefs, keptFilters } from './texts.ts'

/** What a team does with its cases: filters that it keeps, two cases that changed hands these days. */
export async function tellTeamwork(stage: Stage, { lead, from, to }: { lead: string; from: string; to: string }) {
  const on = workingDay(addDays(stage.today, -2), stage.today)
  for (const filter of keptFilters) await stage.must(saveFilter, stage.as(lead), on, filter)
  const held = await stage.inside(on, ({ tx, operator }) => casesHeldBy(tx, operator.id, from, 20))
  const waiting = held.filter(({ nextStep }) => nextStep !== null).slice(-handoverBriefs.length)
  await stage.must(giveCases, stage.as(from), on, {
    fromId: from,
    toId: to,
    cases: waiting.map(({ number }, rank) => ({ number, chosen: 'oui', brief: handoverBriefs[rank] })),
  })
}
