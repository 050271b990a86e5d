import { asc, eq } from 'drizzle-orm'
import { recordNetworkStatus } from '#app/features/network/record-status.command.server.ts'
import { writeNormGap } from '#app/features/network/write-norm-gap.command.server.ts'
import { addMonths } from '#app/kernel/day.ts'
import { organisations } from '#db/schema/organisations.ts'
import { type Stage, workingDay } from './stage.ts'

/** The places that organisations took in the network, from the first to the last. */
const networkPlaces = [
  [
    { monthsAgo: 26, status: 'beneficiary', reason: 'Accueillie après un forum des associations.' },
    { monthsAgo: 14, status: 'member', reason: 'Adhésion votée par le conseil d’administration.' },
    { monthsAgo: 3, status: 'contributor', reason: 'Reçoit chez elle une structure qui démarre.' },
  ],
  [{ monthsAgo: 9, status: 'beneficiary', reason: 'Envoyée par la fédération départementale.' }],
  [
    { monthsAgo: 30, status: 'member', reason: 'Adhère dès sa création.' },
    { monthsAgo: 6, status: 'activist', reason: 'Porte la parole du réseau auprès de la Région.' },
  ],
] as const
const normGap = {
  difference: 'Pas de poste de direction : les salarié·es se partagent la fonction par trimestre.',
  acceptedBecause:
    'C’est le cœur de leur projet, et les comptes sont tenus. À relire si l’équipe dépasse dix personnes.',
}

/** What a network says of a few organisations: the places that they took, and a gap that it accepts. */
export async function tellNetwork(stage: Stage, lead: string) {
  const door = stage.as(lead)
  const known = await stage.inside(stage.today, ({ tx, operator }) =>
    tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.operatorId, operator.id))
      .orderBy(asc(organisations.name))
      .limit(networkPlaces.length),
  )
  for (const [rank, { id }] of known.entries())
    for (const { monthsAgo, ...place } of networkPlaces[rank] ?? []) {
      const on = workingDay(addMonths(stage.today, -monthsAgo), stage.today)
      await stage.must(recordNetworkStatus, door, on, { id, sinceOn: on, ...place })
    }
  const [first] = known
  if (first) await stage.must(writeNormGap, door, stage.today, { id: first.id, version: 0, ...normGap })
}
