import { addChallenge } from '#app/features/territories/add-challenge.command.server.ts'
import { addSeat } from '#app/features/territories/add-seat.command.server.ts'
import { createTerritory } from '#app/features/territories/create-territory.command.server.ts'
import { recordMeasure } from '#app/features/territories/record-measure.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import type { TestOperator } from './operator.ts'

/** A territory of three communes of the Loiret, with a seat and a challenge that was measured once. */
export async function aTerritory(operator: TestOperator) {
  const practitioner = await operator.practitioner()
  const { territoryId } = await practitioner.must(createTerritory, {
    name: `Territoire ${newId().slice(-6)}`,
    kind: 'french_impact',
    communes: '45234, 45147\n45232',
    label: 'French Impact',
    labelledOn: '2019-02-11',
  })
  const { seatId } = await practitioner.must(addSeat, { territoryId, name: 'La Métropole', college: 'authorities' })
  const { challengeId } = await practitioner.must(addChallenge, {
    territoryId,
    nature: 'social',
    title: 'Garder les enfants tard',
    indicator: 'Places',
    unit: 'places',
  })
  const measured = { territoryId, challengeId, measuredOn: '2025-06-30', value: '24', source: 'Caf' }
  const { measureId } = await practitioner.must(recordMeasure, measured)
  return { practitioner, territoryId, seatId, challengeId, measureId }
}
