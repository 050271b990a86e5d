import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { fail, ok, type Result } from '#app/kernel/result.ts'
import { identifiersOf, type NumberFailure } from './identifiers-of.ts'
import { createOrganisationInput } from './organisation-input.ts'
import { insertOrganisation, organisationWith } from './organisations.store.server.ts'
import { placeOf } from './place.ts'

/** A new organisation, with or without a SIRET; a number that another one bears is refused, with its name. */
export const createOrganisation = defineCommand({
  name: 'organisation.create',
  input: createOrganisationInput,
  subject: theOperator,
  allow: isMember,
  run: async (
    { tx, operator, record },
    { keepDraft, siret, rna, ...values },
  ): Promise<Result<{ id: string }, NumberFailure>> => {
    const numbers = identifiersOf({ siret, rna, keepDraft })
    if (!numbers.ok) return numbers
    const known = await organisationWith(tx, operator.id, numbers.value, null)
    if (known?.by === 'siret') return fail('siret-known', { name: known.name }, 'siret')
    if (known) return fail('rna-known', { name: known.name }, 'rna')
    const id = await insertOrganisation(tx, operator.id, { ...values, ...placeOf(values.commune), ...numbers.value })
    await record({
      name: 'organisation.created',
      subjectKind: 'organisation',
      subjectId: id,
      data: { name: values.name, ...numbers.value },
    })
    return ok({ id })
  },
})
