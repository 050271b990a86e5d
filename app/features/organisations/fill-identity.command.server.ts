import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { fillIdentityInput } from './organisation-input.ts'
import {
  formValuesOf,
  keepSources,
  type OrganisationValues,
  organisationById,
  organisationWith,
  updateOrganisation as write,
} from './organisations.store.server.ts'
import { placeOf } from './place.ts'
import { completeTerritories } from './territory.store.server.ts'

/** Takes the fields that she chose from what the register of companies says; each keeps where it comes from, and the day. */
export const fillIdentity = defineCommand({
  name: 'organisation.fill-identity',
  input: fillIdentityInput,
  subject: ({ tx, operator }, { id }) => organisationById(tx, operator.id, id),
  allow: isMember,
  run: async (
    { tx, operator, today, record },
    { id, version, fields, found },
    before,
  ): Promise<Result<{ id: string }, Failure<'siret-known' | 'rna-known'>>> => {
    const taken = fields.filter(field => found[field] !== null)
    const from = <K extends (typeof taken)[number]>(field: K) => (taken.includes(field) ? found[field] : null)
    const commune = from('commune') ?? before.commune
    const next: OrganisationValues = {
      name: from('name') ?? before.name,
      siret: from('siret') ?? before.siret,
      rna: from('rna') ?? before.rna,
      siretDraft: from('siret') ? null : before.siretDraft,
      rnaDraft: from('rna') ? null : before.rnaDraft,
      legalForm: from('legalForm') ?? before.legalForm,
      foundedOn: from('foundedOn') ?? before.foundedOn,
      commune,
      ...(commune === before.commune ? { department: before.department, region: before.region } : placeOf(commune)),
      sector: before.sector,
      employer: from('employer') ?? before.employer,
      qpv: before.qpv,
      frr: before.frr,
      email: before.email,
      phone: before.phone,
    }
    const known = await organisationWith(tx, operator.id, next, id)
    if (known?.by === 'siret') return fail('siret-known', { name: known.name }, 'fields')
    if (known) return fail('rna-known', { name: known.name }, 'fields')
    if (!(await write(tx, operator.id, id, version, next))) {
      const current = (await organisationById(tx, operator.id, id)) ?? before
      throw await conflictOn(tx, operator.id, id, { version: current.version, values: formValuesOf(current) })
    }
    await keepSources(tx, operator.id, id, taken, { source: 'register', on: today })
    await completeTerritories(tx, operator.id, id)
    await record({
      name: 'organisation.identity-filled',
      subjectKind: 'organisation',
      subjectId: id,
      data: { source: 'register', changes: changesBetween(before, next) },
    })
    return ok({ id })
  },
})
