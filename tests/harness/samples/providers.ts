import { newId } from '#app/kernel/ids.ts'
import { providers } from '#db/schema/engineerings.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample, SampleRole } from '../use-cases.ts'

const members: readonly SampleRole[] = ['practitioner', 'manager']

function provider(operator: TestOperator): Promise<string> {
  return operator.inside(async ({ tx }) => {
    const id = newId()
    await tx.insert(providers).values({ operatorId: operator.id, id, name: 'Cabinet Un', matchName: 'cabinet un' })
    return id
  })
}

export const samples: Record<string, Sample> = {
  'provider.create': { allowed: members, prepare: async () => ({ input: { name: 'Cabinet Deux' } }) },
  'provider.edit': {
    allowed: members,
    prepare: async operator => ({
      input: { providerId: await provider(operator), version: 1, name: 'Cabinet Trois' },
    }),
  },
  'provider.confirm-listing': {
    allowed: members,
    prepare: async operator => ({ input: { providerId: await provider(operator) } }),
  },
  'provider.page': {
    allowed: members,
    prepare: async operator => ({ input: { providerId: await provider(operator) } }),
  },
  'provider.list': { allowed: members, prepare: async () => ({ input: { q: 'cabinet' } }) },
  'provider.new': { allowed: members, prepare: async () => ({ input: {} }) },
}
