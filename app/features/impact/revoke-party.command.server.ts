import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { eraseSends } from '#app/features/messages/erase-sends.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { lockStudy } from './impact.store.server.ts'
import { partyInput } from './impact-input.ts'
import { partiesOf, revokeParty } from './impact-parties.store.server.ts'

/** Her link opens on nothing from then on and her address is kept nowhere; what she measured stays, under her name. */
export const revokeImpactParty = defineCommand({
  name: 'impact.revoke-party',
  input: partyInput,
  subject: async ({ tx, operator }, { number, partyId }) => {
    const found = await lockStudy(tx, operator.id, number)
    const known = found ? await partiesOf(tx, operator.id, found.study.id) : []
    const party = known.find(({ id, revokedAt }) => id === partyId && revokedAt === null)
    return found && party ? { ...found, party } : null
  },
  allow: isMember,
  run: async ({ tx, operator, now, record }, _input, { row, party }) => {
    await revokeParty(tx, operator.id, party.id, now)
    await eraseSends(tx, operator.id, { key: 'partyId', ids: [party.id] })
    await record({
      name: 'impact.party-revoked',
      subjectKind: 'impact_party',
      subjectId: party.id,
      accompanimentId: row.id,
      data: { name: party.name },
    })
    return ok({ id: party.id })
  },
})
