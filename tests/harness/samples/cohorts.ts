import { eq } from 'drizzle-orm'
import { limitCodes } from '#app/features/cohorts/cohort-limits.ts'
import { newId } from '#app/kernel/ids.ts'
import { enrolments, limitReasons } from '#db/schema/cohorts.ts'
import { engineeringMembers } from '#db/schema/engineerings.ts'
import { createCase, createEngineering } from '../missions.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample, SampleRole } from '../use-cases.ts'

const members: readonly SampleRole[] = ['practitioner', 'manager']

async function aGroup(operator: TestOperator) {
  const cases = [await createCase(operator, 'Terre et Partage'), await createCase(operator, 'Le Fournil')]
  const engineeringId = await createEngineering(operator, cases)
  return { engineeringId, accompanimentId: cases[0]?.id, number: cases[0]?.number }
}

export const samples: Record<string, Sample> = {
  'cohort.page': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, number } = await aGroup(operator)
      return { engineeringId, input: { engineeringId, number } }
    },
  },
  'cohort.save': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aGroup(operator)
      return { engineeringId, input: { engineeringId, version: 0, grouping: 'territorial', minimum: '3' } }
    },
  },
  'cohort.enrol': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, accompanimentId } = await aGroup(operator)
      const who = { leader: 'Inès Caron', governance: 'Jeanne Martin', leaderDays: '5' }
      return { engineeringId, input: { engineeringId, accompanimentId, version: 0, ...who } }
    },
  },
  'intersession.save': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, accompanimentId } = await aGroup(operator)
      const work = { phase: '0', title: 'État des missions', withGovernance: 'oui' }
      return { engineeringId, input: { engineeringId, accompanimentId, version: 0, ...work } }
    },
  },
  'cohort.review': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, accompanimentId } = await aGroup(operator)
      const review = { heldOn: '2026-03-10', conclusions: 'Deux recettes nouvelles.', thirdPerson: 'Une partenaire' }
      return { engineeringId, input: { engineeringId, accompanimentId, version: 0, ...review } }
    },
  },
  'cohort.explain-limit': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aGroup(operator)
      return { engineeringId, input: { engineeringId, limit: 'few-days', reason: 'Le groupe se connaît déjà.' } }
    },
  },
  'cohort.close': {
    allowed: members,
    prepare: async operator => {
      const engineeringId = await createEngineering(operator, [await createCase(operator)], { kind: 'collective' })
      await closable(operator, engineeringId)
      return { engineeringId, input: { engineeringId, version: 0, closedOn: '2026-03-12' } }
    },
  },
}

/** Its only member has left, and what the method would say of so small a group is explained. */
async function closable(operator: TestOperator, engineeringId: string) {
  await operator.inside(async ({ tx }) => {
    const own = { operatorId: operator.id, engineeringId }
    const [member] = await tx
      .select({ accompanimentId: engineeringMembers.accompanimentId })
      .from(engineeringMembers)
      .where(eq(engineeringMembers.engineeringId, engineeringId))
    const left = { withdrawnOn: '2026-03-01', withdrawalReason: 'Fusion.' }
    await tx.insert(enrolments).values({ ...own, id: newId(), accompanimentId: member?.accompanimentId ?? '', ...left })
    await tx
      .insert(limitReasons)
      .values(limitCodes.map(limitCode => ({ ...own, id: newId(), limitCode, reason: 'Une seule structure.' })))
  })
}
