import { newId } from '#app/kernel/ids.ts'
import { digests } from '#db/schema/journal.ts'
import { aLink } from '../factories/link.ts'
import type { Sample } from '../use-cases.ts'

export const samples: Record<string, Sample> = {
  'digest.choose': {
    allowed: ['practitioner', 'manager'],
    prepare: async () => ({ input: { rhythm: 'weekly', weekday: '2', hour: '9' } }),
  },
  'digest.stop': {
    allowed: ['contact'],
    prepare: async operator => {
      const id = newId()
      const { userId } = await operator.practitioner()
      await operator.inside(({ tx }) => tx.insert(digests).values({ operatorId: operator.id, id, userId }))
      return {
        input: {},
        linkToken: await aLink(operator, { purpose: 'digest', subjectId: id, accompanimentId: null }),
      }
    },
  },
}
