import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { type PlaceFailure, placeTyped } from './communes.store.server.ts'
import { companyFields } from './company.ts'
import { identifiersOf, type NumberFailure } from './identifiers-of.ts'
import { likelyDuplicates } from './likely-duplicates.store.server.ts'
import { createOrganisationInput } from './organisation-input.ts'
import { insertOrganisation, keepSources, organisationWith } from './organisations.store.server.ts'

/**
 * A new organisation, with or without a SIRET. A number that another one bears is refused, with its name; one that it may
 * well be is named first, and the person says that it is another.
 */
export const createOrganisation = defineCommand({
  name: 'organisation.create',
  input: createOrganisationInput,
  subject: theOperator,
  allow: isMember,
  run: async (
    { tx, operator, today, record },
    { keepDraft, isAnother, found, siret, rna, ...values },
  ): Promise<Result<{ id: string }, NumberFailure | PlaceFailure | Failure<'likely-duplicate'>>> => {
    const numbers = identifiersOf({ siret, rna, keepDraft })
    if (!numbers.ok) return numbers
    const place = placeTyped(values.commune)
    if (!place.ok) return place
    const known = await organisationWith(tx, operator.id, numbers.value, null)
    if (known?.by === 'siret') return fail('siret-known', { name: known.name }, 'siret')
    if (known) return fail('rna-known', { name: known.name }, 'rna')
    const likely = isAnother ? [] : await likelyDuplicates(tx, operator.id, { name: values.name, siret, rna })
    if (likely.length > 0)
      return fail('likely-duplicate', { names: likely.map(({ name }) => name).join(' · ') }, 'name')
    const id = await insertOrganisation(tx, operator.id, { ...values, ...place.value, ...numbers.value })
    const given = { ...values, ...place.value, ...numbers.value }
    const same = companyFields.filter(field => found && found[field] !== null && found[field] === given[field])
    await keepSources(tx, operator.id, id, same, { source: 'register', on: today })
    await record({
      name: 'organisation.created',
      subjectKind: 'organisation',
      subjectId: id,
      data: { name: values.name, ...numbers.value },
    })
    return ok({ id })
  },
})
