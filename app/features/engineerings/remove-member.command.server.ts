import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { MemberInput } from './engineering-input.ts'
import { engineeringOfCase, membersOf } from './engineerings.store.server.ts'
import { removeMember as remove, wasNoted } from './members.store.server.ts'

/** A case leaves a collective engineering before its first session; after it, it stays in the count. */
export const removeMember = defineCommand({
  name: 'engineering.remove-member',
  input: MemberInput,
  subject: async ({ tx, operator }, { engineeringId, number, accompanimentId }) => {
    const engineering = await engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true })
    const members = await membersOf(tx, operator.id, [engineeringId])
    const leaving = members.find(member => member.accompanimentId === accompanimentId)
    return engineering && leaving ? { engineering, leaving } : null
  },
  allow: isMember,
  run: async ({ tx, operator, today, record }, { engineeringId, accompanimentId }, { engineering, leaving }) => {
    if (engineering.kind !== 'collective') return fail('engineering-individual')
    if (await wasNoted(tx, operator.id, engineeringId, accompanimentId)) return fail('member-was-noted')
    await remove(tx, operator.id, engineeringId, accompanimentId)
    await record({
      name: 'engineering.member-removed',
      subjectKind: 'engineering',
      subjectId: engineeringId,
      accompanimentId,
      data: { title: engineering.title, member: leaving.name },
    })
    await refreshNextSteps(tx, operator.id, [accompanimentId], today)
    return ok({ engineeringId, member: leaving.name })
  },
})
