import { addVolunteerTime } from '#app/features/volunteering/add-volunteer-time.command.server.ts'
import { caseIn } from '../cases.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const
const line = { doneOn: '2026-03-02', activity: 'Relecture des comptes', hours: '2,5', hourlyRate: '14' }

export const samples: Record<string, Sample> = {
  'volunteering.page': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await caseIn(operator)).number } }),
  },
  'volunteering.add': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await caseIn(operator)).number, ...line } }),
  },
  'volunteering.remove': {
    allowed: members,
    prepare: async operator => {
      const { number } = await caseIn(operator)
      const { id } = await (await operator.practitioner()).must(addVolunteerTime, { number, ...line })
      return { input: { number, timeId: id } }
    },
  },
}
