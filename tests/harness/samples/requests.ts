import { aLink } from '../factories/link.ts'
import { aRequest, openForm } from '../factories/request.ts'
import type { Sample, SampleRole } from '../use-cases.ts'

const members: readonly SampleRole[] = ['practitioner', 'manager']

/** What somebody writes in the public form. */
const written = {
  organisationName: 'Les Jardins du Val',
  personName: 'Léa Martin',
  motive: 'Nous voulons embaucher sans savoir comment.',
  noticeGiven: 'oui',
  intent: 'send',
}

export const samples: Record<string, Sample> = {
  'request.form': {
    allowed: ['visitor'],
    prepare: async operator => {
      await openForm(operator)
      return { input: {} }
    },
  },
  'request.write': {
    allowed: ['visitor'],
    prepare: async operator => {
      await openForm(operator)
      return { input: { ...written, email: 'lea@jardins.example', locale: 'fr' } }
    },
  },
  'request.continue': {
    allowed: ['contact'],
    prepare: async operator => {
      const subjectId = await aRequest(operator, { state: 'draft', sentOn: null })
      const linkToken = await aLink(operator, { purpose: 'request', subjectId, accompanimentId: null })
      return { input: { ...written, version: 1 }, linkToken }
    },
  },
  'request.list': { allowed: members, prepare: async () => ({ input: {} }) },
  'request.page': {
    allowed: members,
    prepare: async operator => ({ input: { requestId: await aRequest(operator) } }),
  },
  'request.accept': {
    allowed: members,
    prepare: async operator => ({
      input: {
        requestId: await aRequest(operator),
        version: 1,
        organisation: 'new',
        programme: 'dla-individuel',
      },
    }),
  },
  'request.decline': {
    allowed: members,
    prepare: async operator => ({
      input: {
        requestId: await aRequest(operator),
        version: 1,
        declineReason: 'out_of_scope',
        answer: 'Une autre équipe vous attend.',
      },
    }),
  },
  'request.set-form': {
    allowed: ['manager'],
    prepare: async () => ({ input: { open: 'oui', origins: 'https://cress.example' } }),
  },
  'request.form-settings': { allowed: ['manager'], prepare: async () => ({ input: {} }) },
}
