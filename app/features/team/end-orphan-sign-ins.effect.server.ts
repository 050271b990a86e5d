import { defineEffect } from '#app/access/effect.server.ts'
import { reachOfUser } from '#app/access/reach.server.ts'
import { endSignInsOfPerson } from '#app/features/sign-in/end-sign-ins.server.ts'
import { memberLeft } from './team.jobs.ts'

/**
 * Her rights ended with her grants, at the next request; this ends the sign-ins themselves when she reaches nothing any
 * more. Only she and the system see what she reaches elsewhere: her former manager does not.
 */
export const endOrphanSignIns = defineEffect({
  name: 'member.end-sign-ins',
  input: memberLeft.payload,
  run: async (_steps, { userId }) => {
    if ((await reachOfUser(userId)).length === 0) await endSignInsOfPerson(userId)
  },
})
