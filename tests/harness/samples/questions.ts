import { anAgreement } from '../factories/agreement.ts'
import { anEdition } from '../factories/edition.ts'
import { aQuestion } from '../factories/question.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

async function published(operator: TestOperator) {
  const { agreementId } = await anAgreement(operator)
  return { agreementId, editionId: await anEdition(operator, agreementId) }
}

async function asked(operator: TestOperator) {
  const edition = await published(operator)
  return { agreementId: edition.agreementId, questionId: await aQuestion(operator, edition) }
}

export const samples: Record<string, Sample> = {
  'funder.source': {
    allowed: ['funder'],
    prepare: async operator => {
      const { agreementId, editionId } = await published(operator)
      return { input: { editionId, about: 'diagnostics' }, agreementId }
    },
  },
  'question.ask': {
    allowed: ['funder'],
    prepare: async operator => {
      const { agreementId, editionId } = await published(operator)
      return { input: { editionId, about: 'citation-1', body: 'Qui parle ?' }, agreementId }
    },
  },
  'question.answer': {
    allowed: ['manager'],
    prepare: async operator => {
      const { agreementId, questionId } = await asked(operator)
      return { input: { questionId, answer: 'Une fois, quel que soit le nombre de ses accompagnements.' }, agreementId }
    },
  },
  'question.tell': {
    allowed: ['system'],
    prepare: async operator => {
      const { agreementId, questionId } = await asked(operator)
      return { input: { questionId }, agreementId }
    },
  },
}
