import { addCommitteeMember } from '#app/features/committees/add-member.command.server.ts'
import { candidateCases } from '#app/features/committees/committees.store.server.ts'
import { createCommittee } from '#app/features/committees/create-committee.command.server.ts'
import { saveItem } from '#app/features/committees/save-item.command.server.ts'
import { addObjective } from '#app/features/plans/add-objective.command.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { type Stage, workingDay } from './stage.ts'

const presentation =
  'La structure a validé son diagnostic : elle veut consolider son modèle économique sans perdre son projet. Nous proposons une ingénierie individuelle, puis un point avec le bureau.'

/** A committee that is being prepared: a case on its agenda, a member, and what the plan of this case aims at. */
export async function tellCommittee(stage: Stage, lead: string) {
  const on = workingDay(addDays(stage.today, -1), stage.today)
  const door = stage.as(lead)
  const [first] = await stage.inside(on, ({ tx, operator }) => candidateCases(tx, operator.id))
  if (!first) return
  const heldOn = addDays(stage.today, 12)
  const { id: committeeId } = await stage.must(createCommittee, door, on, { heldOn, place: 'Maison des associations' })
  const { number } = first
  await stage.must(saveItem, door, on, {
    committeeId,
    number,
    presentation,
    questions: 'Combien de jours faut-il prévoir ?',
    warnings: 'La trésorerie ne couvre que six semaines.',
  })
  const member = { name: 'Paul Martin', email: 'paul.martin@banque.example', function: 'Banque des Territoires' }
  await stage.must(addCommitteeMember, door, on, { committeeId, ...member })
  const objective = { title: 'Mois de trésorerie devant soi', unit: 'mois', baseline: '1,5', target: '4' }
  await stage.must(addObjective, door, on, { number, ...objective })
}
