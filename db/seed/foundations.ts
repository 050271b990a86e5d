import { createAgreement } from '#app/features/agreements/create-agreement.command.server.ts'
import { inviteFunder } from '#app/features/agreements/invite-funder.command.server.ts'
import { createProvider } from '#app/features/providers/create-provider.command.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { targets } from '#db/schema/agreements.ts'
import { providerNames } from './names.ts'
import type { Agreements } from './plots.ts'
import type { Stage } from './stage.ts'

/** What each agreement asks for in a year, as files of regional operators write it. */
const regionTargets = {
  contacts: 30,
  intakes: 26,
  diagnostics: 20,
  organisations_supported: 38,
  engineering_individual: 14,
  engineering_collective: 1,
  provider_days: 60,
  jobs_concerned: 180,
}
const jobsTargets = { diagnostics: 7, organisations_supported: 14, jobs_concerned: 70 }

/** Two agreements of three years; the funder of the demonstration reads the first. */
export async function foundAgreements(stage: Stage, manager: string, on: Day): Promise<Agreements> {
  const year = Number(stage.today.slice(0, 4))
  const door = stage.as(manager)
  const { agreementId: region } = await stage.must(createAgreement, door, on, {
    code: `REGION-${year - 2}-${year}`,
    title: 'Accompagnement des structures employeuses',
    funder: 'Région de démonstration',
    startsOn: `${year - 2}-01-01`,
    endsOn: `${year}-12-31`,
    amountCents: '186000',
    programmes: ['dla-individuel', 'dla-collectif-mse'],
    departments: '45, 41, 18, 28',
  })
  const { agreementId: jobs } = await stage.must(createAgreement, door, on, {
    code: `EMPLOI-${year - 1}-${year + 1}`,
    title: 'Consolidation des emplois associatifs du Loiret',
    funder: 'Fonds de démonstration pour l’emploi',
    startsOn: `${year - 1}-01-01`,
    endsOn: `${year + 1}-12-31`,
    amountCents: '74500',
    programmes: ['dla-individuel', 'dla-collectif-mse'],
    departments: '45',
  })
  await stage.must(inviteFunder, door, on, {
    agreementId: region,
    name: 'Hélène Garnier',
    email: 'funder@demo.example',
  })
  const wanted = [
    ...[year - 2, year - 1, year].map(of => ({ agreementId: region, year: of, asked: regionTargets })),
    ...[year - 1, year].map(of => ({ agreementId: jobs, year: of, asked: jobsTargets })),
  ]
  await stage.inside(on, ({ tx, operator }) =>
    tx.insert(targets).values(
      wanted.flatMap(({ agreementId, year: of, asked }) =>
        Object.entries(asked).map(([indicator, value]) => ({
          operatorId: operator.id,
          id: newId(),
          agreementId,
          year: of,
          indicator,
          value,
        })),
      ),
    ),
  )
  return { region, jobs }
}

export async function foundProviders(stage: Stage, member: string, on: Day): Promise<string[]> {
  const ids: string[] = []
  for (const name of providerNames) {
    const slug = name
      .normalize('NFD')
      .replace(/[^A-Za-z]+/g, '')
      .toLowerCase()
    const { providerId } = await stage.must(createProvider, stage.as(member), on, {
      name,
      email: `contact@${slug}.example`,
    })
    ids.push(providerId)
  }
  return ids
}
