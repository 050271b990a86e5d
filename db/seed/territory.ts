import { addChallenge } from '#app/features/territories/add-challenge.command.server.ts'
import { addSeat } from '#app/features/territories/add-seat.command.server.ts'
import { createTerritory } from '#app/features/territories/create-territory.command.server.ts'
import { recordMeasure } from '#app/features/territories/record-measure.command.server.ts'
import { addMonths, type Day } from '#app/kernel/day.ts'
import { communes } from './places.ts'
import { type Stage, workingDay } from './stage.ts'

const loire = ['Orléans', 'Olivet', 'Fleury-les-Aubrais', 'Saint-Jean-de-Braye', 'Saran', 'Ingré', 'Chécy'] as const

const roadmap =
  'Trois défis pour trois ans, portés par quarante acteurs du bassin orléanais. Chaque semestre, la gouvernance relit les indicateurs et choisit les projets à accompagner.'

const told = [
  {
    nature: 'social',
    title: 'Que plus personne ne renonce à travailler faute de mode de garde',
    words: 'Dans les quartiers nord, une famille sur trois n’a pas de solution de garde à horaires décalés.',
    indicator: 'Places de garde à horaires décalés',
    unit: 'places',
    values: ['24', '31', '46'],
    source: 'Caf du Loiret',
  },
  {
    nature: 'environmental',
    title: 'Réparer plutôt que jeter',
    words: 'Une filière de réemploi à l’échelle de la métropole, de la collecte à la vente.',
    indicator: 'Tonnes réemployées dans l’année',
    unit: 't',
    values: ['310', '402'],
    source: 'Ressourceries du territoire',
  },
  {
    nature: 'citizen',
    title: 'Décider ensemble de ce qui se fait au pied de chez soi',
    words: 'Des habitantes et des habitants dans chaque conseil d’administration.',
    values: [],
    source: '',
  },
] as const

/** A labelled territory: its three challenges, two of them measured, and the cases of all programmes that are there. */
export async function tellTerritory(stage: Stage, lead: string) {
  const door = stage.as(lead)
  const on = (months: number): Day => workingDay(addMonths(stage.today, -months), stage.today)
  const { territoryId } = await stage.must(createTerritory, door, on(26), {
    name: 'Bassin orléanais',
    kind: 'french_impact',
    communes: loire.map(name => communes[name]).join(', '),
    label: 'Territoire French Impact',
    labelledOn: on(26),
    roadmap,
  })
  for (const seat of [
    { name: 'Orléans Métropole', college: 'authorities', role: 'Copilote' },
    { name: 'Collectif Bords de Loire', college: 'organisations', role: 'Copilote' },
    { name: 'Conseil des habitants de La Source', college: 'inhabitants' },
  ])
    await stage.must(addSeat, door, on(25), { territoryId, ...seat })
  for (const { values, source, ...challenge } of told) {
    const { challengeId } = await stage.must(addChallenge, door, on(25), { territoryId, ...challenge })
    for (const [rank, value] of values.entries()) {
      const measuredOn = on(24 - 10 * rank)
      await stage.must(recordMeasure, door, measuredOn, { territoryId, challengeId, measuredOn, value, source })
    }
  }
}
