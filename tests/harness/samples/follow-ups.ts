import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { followUpResponses } from '#db/schema/follow-ups.ts'
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
  'followUp.decideQuote': {
    allowed: ['contact'],
    prepare: async operator => {
      const { linkToken } = await behindALink(operator)
      await operator.contact(linkToken ?? '').must(answerByLink, { verbatim: 'Nous décidons à temps.' })
      return { input: { audience: 'public' }, linkToken }
    },
  },
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
  'followUp.askRespondent': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const of = await aCase(operator)
      const followUpId = await aFollowUp(operator, of, { state: 'sent' })
      return { input: { followUpId, number: of.number, name: 'Bruno Le Gall', email: 'bruno@structure.example' } }
    },
  },
  'followUp.remindRespondent': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const of = await aCase(operator)
      const followUpId = await aFollowUp(operator, of, { state: 'sent' })
      const { id: personId } = await (await operator.practitioner()).must(addPerson, {
        id: of.organisationId,
        name: 'Bruno Le Gall',
        email: 'bruno@structure.example',
        function: 'governance',
      })
      await operator.inside(({ tx }) =>
        tx.insert(followUpResponses).values({
          operatorId: operator.id,
          id: newId(),
          followUpId,
          accompanimentId: of.accompanimentId,
          channel: 'link',
          personId,
          askedOn: '2026-03-10',
          isReference: false,
        }),
      )
      return { input: { followUpId, number: of.number, personId } }
    },
  },
  'followUp.chooseReference': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const of = await aCase(operator)
      const followUpId = await aFollowUp(operator, of, { state: 'sent' })
      const responseId = newId()
      await operator.inside(({ tx }) =>
        tx.insert(followUpResponses).values({
          operatorId: operator.id,
          id: responseId,
          followUpId,
          accompanimentId: of.accompanimentId,
          channel: 'link',
          answers: { headcount: 9 },
          sentOn: '2026-03-10',
          isReference: false,
        }),
      )
      return { input: { followUpId, number: of.number, responseId } }
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
