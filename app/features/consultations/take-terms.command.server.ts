import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { ConsultationAddress } from './consultation-input.ts'
import { criteriaOf, termsOf } from './terms.store.server.ts'

/** Takes the terms away as a document: a command, so that history says who did. */
export const takeTerms = defineCommand({
  name: 'terms.take',
  input: ConsultationAddress,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }),
  allow: isMember,
  run: async ({ tx, operator, record }, { engineeringId }, { title }) => {
    const terms = await termsOf(tx, operator.id, engineeringId)
    if (!terms) return fail('terms-missing')
    const organisations = (await membersOf(tx, operator.id, [engineeringId])).map(({ name }) => name)
    await record({ name: 'terms.taken', subjectKind: 'engineering', subjectId: engineeringId, data: { title } })
    const criteria = await criteriaOf(tx, operator.id, engineeringId)
    return ok({ operator: operator.name, title, organisations, terms, criteria })
  },
})
