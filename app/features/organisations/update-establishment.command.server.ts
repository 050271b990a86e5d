import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, ok, type Result } from '#app/kernel/result.ts'
import { communeAsTyped, type PlaceFailure, placeTyped } from './communes.store.server.ts'
import { checkedEstablishment } from './establishment-rules.ts'
import { lockEstablishment, writeEstablishment } from './establishments.store.server.ts'
import { updateEstablishmentInput } from './organisation-input.ts'
import { organisationById } from './organisations.store.server.ts'

export const updateEstablishment = defineCommand({
  name: 'organisation.update-establishment',
  input: updateEstablishmentInput,
  subject: ({ tx, operator }, { id, establishmentId }) => lockEstablishment(tx, operator.id, id, establishmentId),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { id, establishmentId, version, ...typed },
    before,
  ): Promise<Result<{ id: string }, PlaceFailure | Failure<'other-siren' | 'ends-before-it-starts'>>> => {
    if (before.version !== version) {
      const { name, siret, commune, openedOn, closedOn } = before
      const values = { name, siret, commune: communeAsTyped(commune), openedOn, closedOn }
      throw await conflictOn(tx, operator.id, establishmentId, { version: before.version, values })
    }
    const organisation = await organisationById(tx, operator.id, id)
    const checked = checkedEstablishment({ siret: organisation?.siret ?? null }, typed)
    if (!checked.ok) return checked
    const place = placeTyped(typed.commune)
    if (!place.ok) return place
    const next = { ...typed, ...place.value }
    await writeEstablishment(tx, before, next)
    await record({
      name: 'organisation.establishment-updated',
      subjectKind: 'establishment',
      subjectId: establishmentId,
      data: { establishment: typed.name, changes: changesBetween(before, next) },
    })
    return ok({ id: establishmentId })
  },
})
