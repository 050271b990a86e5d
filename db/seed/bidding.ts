import { and, eq } from 'drizzle-orm'
import { invitationsOf, noteIntention, writeOffer } from '#app/features/consultations/consultations.store.server.ts'
import { openConsultation } from '#app/features/consultations/open-consultation.command.server.ts'
import { saveTerms } from '#app/features/consultations/save-terms.command.server.ts'
import { createEngineering } from '#app/features/engineerings/create-engineering.command.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { lettersLeave } from './letters.ts'
import { type Stage, workingDay } from './stage.ts'

/** A consultation whose time is not over: one provider has answered by its link, one has said no, one says nothing yet. */
export async function tellBidding(stage: Stage, member: string, providers: readonly string[]) {
  const on = workingDay(addDays(stage.today, -5), stage.today)
  const door = stage.as(member)
  const [found] = await stage.inside(on, ({ tx, operator }) =>
    tx
      .select({ number: accompaniments.number })
      .from(accompaniments)
      .where(
        and(
          eq(accompaniments.operatorId, operator.id),
          eq(accompaniments.practitionerId, member),
          eq(accompaniments.state, 'planning'),
        ),
      )
      .orderBy(accompaniments.number)
      .limit(1),
  )
  if (!found) return
  const bought = { number: found.number, kind: 'individual', title: 'Tableau de bord de pilotage' }
  const { engineeringId } = await stage.must(createEngineering, door, on, bought)
  await stage.must(saveTerms, door, on, {
    engineeringId,
    version: 0,
    days: '3',
    budget: '3300',
    vat: '20',
    agreedOn: on,
    context: 'La structure a doublé son activité en deux ans ; le suivi tient dans trois classeurs.',
    issue: 'Le bureau découvre les écarts trois mois après la fin du trimestre.',
    results: '- Un tableau de bord mensuel que la comptable tient seule\n- Un bureau qui sait le lire',
    deliverables: 'Tableau de bord, notice de deux pages.',
    calendar: 'Quatre mois à partir de la signature.',
    criteria: [
      { label: 'Méthode', weight: '50' },
      { label: 'Références', weight: '30' },
      { label: 'Prix', weight: '20' },
    ],
  })
  const asked = [0, 2, 4].map(rank => providers[rank] ?? '')
  await stage.must(openConsultation, door, on, {
    engineeringId,
    providerIds: asked,
    deadline: addDays(stage.today, 12),
  })
  await lettersLeave(stage, ['consultation.opened'], on)
  await stage.inside(workingDay(addDays(stage.today, -2), stage.today), async ({ tx, operator, today }) => {
    const invitations = await invitationsOf(tx, operator.id, engineeringId)
    const of = (rank: number) => invitations.find(({ providerId }) => providerId === asked[rank])
    const [first, second] = [of(0), of(1)]
    if (!first || !second) return
    await noteIntention(tx, operator.id, { id: second.id, intention: 'no', on: today })
    await noteIntention(tx, operator.id, { id: first.id, intention: 'yes', on: today })
    await writeOffer(tx, operator.id, engineeringId, {
      providerId: first.providerId,
      invitationId: first.id,
      isDeposited: true,
      receivedOn: today,
      quarters: 12,
      amountCents: 306_000,
      note: 'Trois journées sur place, un essai sur vos chiffres de l’an passé.',
    })
  })
}
