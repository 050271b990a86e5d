import { aCase, aFollowUp } from '../factories/accompaniment.ts'
import { aLink } from '../factories/link.ts'
import type { Sample } from '../use-cases.ts'

const behindALink: Sample['prepare'] = async operator => {
  const of = await aCase(operator)
  const followUpId = await aFollowUp(operator, of)
  const linkToken = await aLink(operator, {
    purpose: 'follow_up',
    subjectId: followUpId,
    accompanimentId: of.accompanimentId,
  })
  return { input: { headcount: '9' }, linkToken }
}

export const samples: Record<string, Sample> = {
  'followUp.answerByLink': { allowed: ['contact'], prepare: behindALink },
  'followUp.savePage': {
    allowed: ['contact'],
    prepare: async operator => ({ ...(await behindALink(operator)), input: { page: '1', headcount: '9' } }),
  },
  'followUp.page': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => ({ input: { number: (await aCase(operator)).number } }),
  },
  'followUp.rates': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      await aFollowUp(operator, await aCase(operator))
      return { input: { annee: '2026', qui: 'moi' } }
    },
  },
  'followUp.recordByPhone': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const of = await aCase(operator)
      return {
        input: {
          followUpId: await aFollowUp(operator, of),
          number: of.number,
          answeredOn: '2026-03-10',
          headcount: '9',
        },
      }
    },
  },
  'followUp.settle': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const of = await aCase(operator)
      return { input: { followUpId: await aFollowUp(operator, of), number: of.number, state: 'refused' } }
    },
  },
}
