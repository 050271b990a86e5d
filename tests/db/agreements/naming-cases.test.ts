import { expect } from 'vitest'
import { agreementPage } from '#app/features/agreements/agreement-page.query.server.ts'
import { isWithinScope } from '#app/features/agreements/scope.ts'
import { programmeByCode } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompanimentAgreements } from '#db/schema/accompaniments.ts'
import { aCase } from '#tests/harness/factories/accompaniment.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { test } from '#tests/harness/operator.ts'

const scopes = [
  { programmes: [], departments: [] },
  { programmes: ['dla-individuel'], departments: [] },
  { programmes: ['coaching'], departments: [] },
  { programmes: [], departments: ['45'] },
  { programmes: ['dla-individuel', 'coaching'], departments: ['45', '2A'] },
]
const kinds = [
  { programme: 'dla-individuel', department: '45' },
  { programme: 'dla-individuel', department: '18' },
  { programme: 'dla-individuel', department: null },
  { programme: 'coaching', department: '2A' },
  { programme: 'coaching', department: null },
] as const

test('an agreement lists the cases out of its scope first, twenty-five of all, and counts both', async ({
  operator,
}) => {
  const practitioner = await operator.practitioner()
  const coaching = await operator.inside(({ tx }) => programmeByCode(tx, operator.id, 'coaching'))
  for (const scope of scopes) {
    const { agreementId } = await anAgreement(operator, scope)
    const known = new Map<string, boolean>()
    for (const { programme, department } of [...kinds, ...kinds, ...kinds, ...kinds, ...kinds, ...kinds]) {
      const columns = programme === 'coaching' && coaching ? { programmeId: coaching.id } : {}
      const { accompanimentId, number } = await aCase(operator, columns, { department })
      known.set(number, isWithinScope(scope, { programme, department }))
      await operator.inside(({ tx }) =>
        tx.insert(accompanimentAgreements).values({
          operatorId: operator.id,
          id: newId(),
          accompanimentId,
          agreementId,
        }),
      )
    }
    const page = await practitioner.read(agreementPage, { agreementId })
    const naming = page.kind === 'done' ? page.value.naming : null
    const outside = [...known.values()].filter(fits => !fits).length
    expect(naming).toMatchObject({ total: 30, outside })
    expect(naming?.cases).toHaveLength(25)
    expect(naming?.cases.every(({ number, isWithinScope: fits }) => known.get(number) === fits)).toBe(true)
    expect(naming?.cases.filter(({ isWithinScope: fits }) => !fits)).toHaveLength(Math.min(outside, 25))
  }
})
