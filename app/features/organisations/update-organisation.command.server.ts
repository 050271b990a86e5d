import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok, type Result } from '#app/kernel/result.ts'
import { type PlaceFailure, placeTyped } from './communes.store.server.ts'
import { companyFields } from './company.ts'
import { identifiersOf, type NumberFailure } from './identifiers-of.ts'
import { updateOrganisationInput } from './organisation-input.ts'
import {
  formValuesOf,
  keepSources,
  organisationById,
  organisationWith,
  updateOrganisation as write,
} from './organisations.store.server.ts'
import { completeTerritories } from './territory.store.server.ts'

export const updateOrganisation = defineCommand({
  name: 'organisation.update',
  input: updateOrganisationInput,
  subject: ({ tx, operator }, { id }) => organisationById(tx, operator.id, id),
  allow: isMember,
  run: async (
    { tx, operator, today, record },
    { id, version, keepDraft, siret, rna, ...values },
    before,
  ): Promise<Result<{ id: string }, NumberFailure | PlaceFailure>> => {
    const numbers = identifiersOf({ siret, rna, keepDraft })
    if (!numbers.ok) return numbers
    const place = placeTyped(values.commune)
    if (!place.ok) return place
    const known = await organisationWith(tx, operator.id, numbers.value, id)
    if (known?.by === 'siret') return fail('siret-known', { name: known.name }, 'siret')
    if (known) return fail('rna-known', { name: known.name }, 'rna')
    const next = { ...values, ...place.value, ...numbers.value }
    if (!(await write(tx, operator.id, id, version, next))) {
      const current = (await organisationById(tx, operator.id, id)) ?? before
      throw await conflictOn(tx, operator.id, id, { version: current.version, values: formValuesOf(current) })
    }
    const changes = changesBetween(before, next)
    const typed = companyFields.filter(field => field in changes)
    await keepSources(tx, operator.id, id, typed, { source: 'typed', on: today })
    await completeTerritories(tx, operator.id, id)
    await record({
      name: 'organisation.updated',
      subjectKind: 'organisation',
      subjectId: id,
      data: { changes },
    })
    return ok({ id })
  },
})
