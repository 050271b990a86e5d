import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { consultantsOf, revokeMission } from './consultants.store.server.ts'
import { RevokeConsultantInput } from './engineering-input.ts'
import { engineeringOfCase, membersOf } from './engineerings.store.server.ts'

/** From the next request on, this mission no longer exists for her. What she recorded stays. */
export const revokeConsultant = defineCommand({
  name: 'consultant.revoke',
  input: RevokeConsultantInput,
  subject: async ({ tx, operator }, { engineeringId, number, grantId }) => {
    const engineering = await engineeringOfCase(tx, operator.id, { engineeringId, number })
    const consultants = await consultantsOf(tx, operator.id, engineeringId)
    const consultant = consultants.find(known => known.grantId === grantId)
    return engineering && consultant ? { engineering, consultant } : null
  },
  allow: isMember,
  run: async ({ tx, operator, now, record }, { engineeringId, grantId }, { engineering, consultant }) => {
    const ended = await revokeMission(tx, operator.id, engineeringId, { grantId, now })
    if (ended.length > 0) {
      const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
      const data = { title: engineering.title, name: consultant.name }
      for (const accompanimentId of cases.length > 0 ? cases : [null])
        await record({
          name: 'consultant.revoked',
          subjectKind: 'engineering',
          subjectId: engineeringId,
          accompanimentId,
          data,
        })
    }
    return ok({ grantId, name: consultant.name })
  },
})
