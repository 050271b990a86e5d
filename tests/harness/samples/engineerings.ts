import { eq } from 'drizzle-orm'
import { grants } from '#db/schema/operators.ts'
import { createCase, createEngineering } from '../missions.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample, SampleRole } from '../use-cases.ts'

const members: readonly SampleRole[] = ['practitioner', 'manager']

async function bought(operator: TestOperator) {
  const one = await createCase(operator)
  return { one, engineeringId: await createEngineering(operator, [one]) }
}
async function shared(operator: TestOperator) {
  const [one, other, third] = [
    await createCase(operator, 'Terre et Partage'),
    await createCase(operator, 'Vélo pour tous'),
    await createCase(operator, 'Le Fournil'),
  ]
  return { one, other, third, engineeringId: await createEngineering(operator, [one, other]) }
}

export const samples: Record<string, Sample> = {
  'engineering.create': {
    allowed: members,
    prepare: async operator => {
      const { number } = await createCase(operator)
      return { input: { number, kind: 'individual', title: 'Plan de trésorerie', newProvider: 'Cabinet Un' } }
    },
  },
  'engineering.edit': {
    allowed: members,
    prepare: async operator => {
      const { one, engineeringId } = await bought(operator)
      return { engineeringId, input: { engineeringId, number: one.number, version: 1, title: 'Autre titre' } }
    },
  },
  'engineering.cancel': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await bought(operator)
      return { engineeringId, input: { engineeringId, reason: 'La structure a renoncé.' } }
    },
  },
  'engineering.add-member': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, third } = await shared(operator)
      return { engineeringId, input: { engineeringId, accompanimentId: third.id } }
    },
  },
  'engineering.remove-member': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, other } = await shared(operator)
      return { engineeringId, input: { engineeringId, accompanimentId: other.id } }
    },
  },
  'consultant.invite': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await bought(operator)
      return { engineeringId, input: { engineeringId, name: 'Inès Caron', email: 'ines@cabinet.example' } }
    },
  },
  'consultant.revoke': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await bought(operator)
      const { userId } = await operator.consultant(engineeringId)
      const grantId = await operator.inside(async ({ tx }) => {
        const [grant] = await tx.select({ id: grants.id }).from(grants).where(eq(grants.userId, userId))
        return grant?.id
      })
      return { engineeringId, input: { engineeringId, grantId } }
    },
  },
  'engineering.page': {
    allowed: members,
    prepare: async operator => {
      const { one, engineeringId } = await bought(operator)
      return { engineeringId, input: { engineeringId, number: one.number } }
    },
  },
  'engineering.case-list': {
    allowed: members,
    prepare: async operator => {
      const { one, engineeringId } = await bought(operator)
      return { engineeringId, input: { number: one.number } }
    },
  },
  'engineering.new': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await createCase(operator)).number } }),
  },
  'engineering.cohorts': { allowed: members, prepare: async () => ({ input: {} }) },
}
