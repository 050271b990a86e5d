import { addParty } from '#app/features/impact/add-party.command.server.ts'
import { advanceStudy } from '#app/features/impact/advance-study.command.server.ts'
import { impactPage } from '#app/features/impact/impact-page.query.server.ts'
import { saveEffect } from '#app/features/impact/save-effect.command.server.ts'
import { saveImpactFrame } from '#app/features/impact/save-frame.command.server.ts'
import { saveIndicator } from '#app/features/impact/save-indicator.command.server.ts'
import { caseIn } from './cases.ts'
import { aLink } from './factories/link.ts'
import type { TestActor, TestOperator } from './operator.ts'

export async function impactOf(actor: TestActor, number: string) {
  const outcome = await actor.read(impactPage, { number })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

export const effectLine = {
  stake: 'L’isolement des anciens',
  activity: 'Un repas partagé par semaine',
  output: 'Quarante repas',
  effect: 'Des liens qui durent',
  onWhom: 'Les habitants de plus de 70 ans',
  kind: 'expected',
}
export const indicatorLine = {
  name: 'Personnes à qui parler',
  definition: 'Nombre de personnes citées spontanément.',
  source: 'Entretien',
  unit: 'personnes',
  measuredBy: 'Chaque partie',
  baseline: '1,5',
}

/** A framed measure with one effect, one indicator and two parties; open on the measure before when asked. */
export async function anImpact(operator: TestOperator, { open = false }: { open?: boolean } = {}) {
  const opened = await caseIn(operator)
  const { practitioner, number } = opened
  const { id: studyId } = await practitioner.must(saveImpactFrame, {
    number,
    version: 0,
    stakes: 'Rompre l’isolement.',
  })
  const { id: effectId } = await practitioner.must(saveEffect, { number, ...effectLine })
  const { id: indicatorId } = await practitioner.must(saveIndicator, { number, effectId, ...indicatorLine })
  const { id: partyId } = await practitioner.must(addParty, {
    number,
    name: 'Rose Petit',
    email: 'rose@habitants.example',
    function: 'Habitante',
  })
  const { id: otherId } = await practitioner.must(addParty, {
    number,
    name: 'Marc Faure',
    email: 'marc@mairie.example',
  })
  if (open) await practitioner.must(advanceStudy, { number, to: 'before' })
  return { ...opened, studyId, effectId, indicatorId, partyId, otherId }
}

/** The secret of the link of a party. */
export const partyLink = (operator: TestOperator, partyId: string) =>
  aLink(operator, { purpose: 'impact', subjectId: partyId, accompanimentId: null })
