import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { MemberInput } from './engineering-input.ts'
import { caseById, engineeringOfCase } from './engineerings.store.server.ts'
import { addMember as add } from './members.store.server.ts'

/** One more case takes part in a collective engineering. */
export const addMember = defineCommand({
  name: 'engineering.add-member',
  input: MemberInput,
  subject: async ({ tx, operator }, { engineeringId, number, accompanimentId }) => {
    const engineering = await engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true })
    const joining = await caseById(tx, operator.id, accompanimentId)
    return engineering && joining && { engineering, joining }
  },
  allow: isMember,
  run: async ({ tx, operator, today, record }, { engineeringId, accompanimentId }, { engineering, joining }) => {
    if (engineering.kind !== 'collective') return fail('engineering-individual')
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    if (await add(tx, operator.id, engineeringId, accompanimentId))
      await record({
        name: 'engineering.member-added',
        subjectKind: 'engineering',
        subjectId: engineeringId,
        accompanimentId,
        data: { title: engineering.title, member: joining.name },
      })
    await refreshNextSteps(tx, operator.id, [accompanimentId], today)
    return ok({ engineeringId, member: joining.name })
  },
})
