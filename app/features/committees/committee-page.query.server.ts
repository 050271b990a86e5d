import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { adviceOf } from './advice.store.server.ts'
import { committeePageInput } from './committee-input.ts'
import { candidateCases, committeeById, itemsOf, membersOf } from './committees.store.server.ts'

export const committeePage = defineQuery({
  name: 'committee.page',
  input: committeePageInput,
  subject: ({ tx, operator }, { committeeId }) => committeeById(tx, operator.id, committeeId),
  allow: isMember,
  run: async ({ tx, operator, today }, { dossier }, committee) => {
    const items = await itemsOf(tx, operator.id, committee.id)
    return {
      today,
      base: `/o/${operator.slug}`,
      committee,
      items,
      editing: items.find(({ number }) => number === dossier) ?? null,
      members: await membersOf(tx, operator.id, committee.id),
      advice: await adviceOf(tx, operator.id, committee.id),
      candidates: (await candidateCases(tx, operator.id)).filter(
        ({ number }) => !items.some(item => item.number === number),
      ),
    }
  },
})
