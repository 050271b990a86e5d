import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, ok, type Result } from '#app/kernel/result.ts'
import { type PlaceFailure, placeTyped } from './communes.store.server.ts'
import { checkedEstablishment } from './establishment-rules.ts'
import { insertEstablishment } from './establishments.store.server.ts'
import { addEstablishmentInput } from './organisation-input.ts'
import { standingOrganisation } from './organisations.store.server.ts'

export const addEstablishment = defineCommand({
  name: 'organisation.add-establishment',
  input: addEstablishmentInput,
  subject: (ctx, { id }) => standingOrganisation(ctx, id),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { id: _asked, ...typed },
    organisation,
  ): Promise<
    Result<{ id: string; organisationId: string }, PlaceFailure | Failure<'other-siren' | 'ends-before-it-starts'>>
  > => {
    const checked = checkedEstablishment(organisation, typed)
    if (!checked.ok) return checked
    const place = placeTyped(typed.commune)
    if (!place.ok) return place
    const values = { ...typed, ...place.value }
    const establishmentId = await insertEstablishment(tx, operator.id, organisation.id, values)
    await record({
      name: 'organisation.establishment-added',
      subjectKind: 'organisation',
      subjectId: organisation.id,
      data: { establishment: typed.name, siret: typed.siret },
    })
    return ok({ id: establishmentId, organisationId: organisation.id })
  },
})
