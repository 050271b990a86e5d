import { candidateCases } from '#app/features/committees/committees.store.server.ts'
import { addParty } from '#app/features/impact/add-party.command.server.ts'
import { advanceStudy } from '#app/features/impact/advance-study.command.server.ts'
import { writeMeasure } from '#app/features/impact/impact-parties.store.server.ts'
import { saveEffect } from '#app/features/impact/save-effect.command.server.ts'
import { saveImpactFrame } from '#app/features/impact/save-frame.command.server.ts'
import { saveIndicator } from '#app/features/impact/save-indicator.command.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { type Stage, workingDay } from './stage.ts'

const effect = {
  stake: 'L’isolement des habitants',
  activity: 'Un repas partagé par semaine',
  output: 'Quarante repas par an',
  effect: 'Des liens qui durent',
  onWhom: 'Les habitants de plus de 70 ans',
  kind: 'expected',
}
const indicator = {
  name: 'Personnes à qui parler',
  definition: 'Nombre de personnes citées spontanément pendant un entretien.',
  source: 'Entretien individuel',
  unit: 'personnes',
  measuredBy: 'Chaque partie',
}
const parties = [
  {
    name: 'Rose Petit',
    email: 'rose.petit@habitants.example',
    function: 'Habitante',
    before: 2,
    view: 'Surtout ma voisine.',
  },
  { name: 'Marc Faure', email: 'marc.faure@mairie.example', function: 'Mairie', before: 4, view: null },
]

/** A case whose impact is measured: two parties have given their measure before. */
export async function tellImpact(stage: Stage, lead: string) {
  const on = workingDay(addDays(stage.today, -3), stage.today)
  const door = stage.as(lead)
  const [known] = await stage.inside(on, ({ tx, operator }) => candidateCases(tx, operator.id))
  if (!known) return
  const { number } = known
  await stage.must(saveImpactFrame, door, on, {
    number,
    version: 0,
    stakes: 'Comprendre si les repas partagés rompent l’isolement, avec les habitants, les bénévoles et la mairie.',
  })
  const { id: effectId } = await stage.must(saveEffect, door, on, { number, ...effect })
  const { id: indicatorId } = await stage.must(saveIndicator, door, on, {
    number,
    effectId,
    ...indicator,
    baseline: '2',
  })
  await stage.must(advanceStudy, door, on, { number, to: 'before' })
  for (const { before, view, ...party } of parties) {
    const { id: partyId } = await stage.must(addParty, door, on, { number, ...party })
    const measure = { indicatorId, partyId, moment: 'before' as const, value: before, view }
    await stage.inside(on, ({ tx, operator, now }) =>
      writeMeasure(tx, { operatorId: operator.id, ...measure, givenAt: now }),
    )
  }
}
