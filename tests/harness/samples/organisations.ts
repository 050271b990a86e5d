import { eq } from 'drizzle-orm'
import { addEstablishment } from '#app/features/organisations/add-establishment.command.server.ts'
import { addLabel } from '#app/features/organisations/add-label.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { mergeOrganisations } from '#app/features/organisations/merge-organisations.command.server.ts'
import { organisationMerges } from '#db/schema/organisations.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

async function organisation(operator: TestOperator): Promise<string> {
  const practitioner = await operator.practitioner()
  return (await practitioner.must(createOrganisation, { name: 'La Ruche des Possibles', isAnother: true })).id
}

async function twoSheets(operator: TestOperator) {
  return { id: await organisation(operator), version: 1, otherId: await organisation(operator), otherVersion: 1 }
}

export const samples: Record<string, Sample> = {
  'organisation.create': {
    allowed: members,
    prepare: async () => ({ input: { name: 'La Ruche des Possibles', siret: '73282932000074' } }),
  },
  'organisation.history': {
    allowed: members,
    prepare: async operator => ({ input: { id: await organisation(operator) } }),
  },
  'organisation.update': {
    allowed: members,
    prepare: async operator => ({ input: { id: await organisation(operator), version: 1, name: 'La Ruche' } }),
  },
  'organisation.add-person': {
    allowed: members,
    prepare: async operator => ({
      input: { id: await organisation(operator), name: 'Aïcha Benali', function: 'governance' },
    }),
  },
  'organisation.forget-person': {
    allowed: members,
    prepare: async operator => {
      const id = await organisation(operator)
      const practitioner = await operator.practitioner()
      const person = await practitioner.must(addPerson, { id, name: 'Aïcha', function: 'leader' })
      return { input: { id, personId: person.id, version: 1, isAsked: 'oui' } }
    },
  },
  'organisation.update-person': {
    allowed: members,
    prepare: async operator => {
      const id = await organisation(operator)
      const practitioner = await operator.practitioner()
      const person = await practitioner.must(addPerson, { id, name: 'Aïcha', function: 'leader' })
      return { input: { id, personId: person.id, version: 1, name: 'Aïcha Benali', function: 'governance' } }
    },
  },
  'organisation.add-establishment': {
    allowed: members,
    prepare: async operator => ({ input: { id: await organisation(operator), name: 'L’atelier', commune: '45208' } }),
  },
  'organisation.update-establishment': {
    allowed: members,
    prepare: async operator => {
      const id = await organisation(operator)
      const practitioner = await operator.practitioner()
      const added = await practitioner.must(addEstablishment, { id, name: 'L’atelier' })
      return { input: { id, establishmentId: added.id, version: 1, name: 'L’atelier du Val' } }
    },
  },
  'organisation.add-label': {
    allowed: members,
    prepare: async operator => ({
      input: { id: await organisation(operator), name: 'ESUS', source: 'Arrêté', grantedOn: '2025-01-01' },
    }),
  },
  'organisation.update-label': {
    allowed: members,
    prepare: async operator => {
      const id = await organisation(operator)
      const practitioner = await operator.practitioner()
      const label = { name: 'ESUS', source: 'Arrêté', grantedOn: '2025-01-01' }
      const added = await practitioner.must(addLabel, { id, ...label })
      return { input: { id, labelId: added.id, version: 1, ...label, endsOn: '2027-01-01' } }
    },
  },
  'organisation.company': {
    allowed: members,
    prepare: async operator => ({ input: { id: await organisation(operator) } }),
  },
  'organisation.fill-identity': {
    allowed: members,
    prepare: async operator => ({
      input: {
        id: await organisation(operator),
        version: 1,
        fields: ['siret'],
        found: { siret: '73282932000074' },
      },
    }),
  },
  'organisation.merge': {
    allowed: members,
    prepare: async operator => ({ input: await twoSheets(operator) }),
  },
  'organisation.undo-merge': {
    allowed: members,
    prepare: async operator => {
      const practitioner = await operator.practitioner()
      const { id } = await practitioner.must(mergeOrganisations, await twoSheets(operator))
      const [merge] = await operator.inside(({ tx }) =>
        tx.select().from(organisationMerges).where(eq(organisationMerges.keptId, id)),
      )
      return { input: { id, mergeId: merge?.id } }
    },
  },
  'organisation.merge-page': {
    allowed: members,
    prepare: async operator => {
      const { id, otherId } = await twoSheets(operator)
      return { input: { id, autre: otherId } }
    },
  },
  'organisation.new': { allowed: members, prepare: async () => ({ input: {} }) },
  'organisation.list': { allowed: members, prepare: async () => ({ input: { texte: 'ruche' } }) },
  'organisation.page': {
    allowed: members,
    prepare: async operator => ({ input: { id: await organisation(operator) } }),
  },
}
