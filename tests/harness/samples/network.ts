import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

async function organisation(operator: TestOperator): Promise<string> {
  const practitioner = await operator.practitioner()
  return (await practitioner.must(createOrganisation, { name: 'Collectif des Ateliers', isAnother: true })).id
}

export const samples: Record<string, Sample> = {
  'network.record-status': {
    allowed: members,
    prepare: async operator => ({
      input: { id: await organisation(operator), status: 'member', sinceOn: '2026-02-01', reason: 'Adhésion votée.' },
    }),
  },
  'network.write-norm-gap': {
    allowed: members,
    prepare: async operator => ({
      input: {
        id: await organisation(operator),
        version: 0,
        difference: 'Aucun permanent.',
        acceptedBecause: 'Les bénévoles se relaient.',
      },
    }),
  },
}
