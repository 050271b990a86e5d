import { contestLine } from '#app/features/diagnostics/contest-line.command.server.ts'
import { caseIn, diagnosticRow, linkOn, wholeSnapshot, writeDiagnostic } from '../cases.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

async function written(operator: TestOperator) {
  const opened = await caseIn(operator, 'diagnostic')
  await writeDiagnostic(opened.practitioner, opened.number)
  const diagnostic = await diagnosticRow(operator, opened.id)
  if (!diagnostic) throw new Error('the diagnostic was not written')
  return { opened, diagnostic }
}

export const samples: Record<string, Sample> = {
  'diagnostic.page': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await written(operator)).opened.number } }),
  },
  'diagnostic.save': {
    allowed: members,
    prepare: async operator => {
      const { opened, diagnostic } = await written(operator)
      return {
        input: {
          number: opened.number,
          version: diagnostic.version,
          conclusions: 'Revoir le modèle.',
          situation: { strategic: { score: '1', text: 'à construire' } },
          needs: [{ title: 'Lire ses comptes', domain: 'functional', rank: '1' }],
        },
      }
    },
  },
  'snapshot.save': {
    allowed: members,
    prepare: async operator => {
      const { number } = await caseIn(operator, 'diagnostic')
      return { input: { number, version: 0, ...wholeSnapshot } }
    },
  },
  'diagnostic.send-for-validation': {
    allowed: members,
    prepare: async operator => {
      const { opened } = await written(operator)
      return { input: { number: opened.number, personId: opened.personId } }
    },
  },
  'diagnostic.record-validation': {
    allowed: members,
    prepare: async operator => {
      const { opened, diagnostic } = await written(operator)
      return {
        input: {
          number: opened.number,
          version: diagnostic.version,
          validatedOn: '2026-02-20',
          validatedByName: 'Aïcha Benali',
          validatedAs: 'governance',
        },
      }
    },
  },
  'diagnostic.validate-by-link': {
    allowed: ['contact'],
    prepare: async operator => {
      const { opened, diagnostic } = await written(operator)
      const linkToken = await linkOn(operator, opened, { purpose: 'diagnostic_validation', subjectId: diagnostic.id })
      return {
        linkToken,
        input: {
          version: diagnostic.version,
          name: 'Aïcha Benali',
          function: 'présidente',
          capacity: 'governance',
          verdict: 'as_it_is',
        },
      }
    },
  },
  'diagnostic.contest-line': {
    allowed: ['contact'],
    prepare: async operator => {
      const { opened, diagnostic } = await written(operator)
      const linkToken = await linkOn(operator, opened, { purpose: 'diagnostic_validation', subjectId: diagnostic.id })
      return { linkToken, input: { line: 'conclusions', body: 'Ce n’est pas cela.', name: 'Aïcha Benali' } }
    },
  },
  'diagnostic.answer-contest': {
    allowed: members,
    prepare: async operator => {
      const { opened, diagnostic } = await written(operator)
      const token = await linkOn(operator, opened, { purpose: 'diagnostic_validation', subjectId: diagnostic.id })
      const { id: contestId } = await operator
        .contact(token)
        .must(contestLine, { line: 'conclusions', body: 'Ce n’est pas cela.', name: 'Aïcha Benali' })
      return { input: { number: opened.number, contestId, version: 1, answer: 'C’est corrigé.' } }
    },
  },
  'diagnostic.add-comment': {
    allowed: members,
    prepare: async operator => ({
      input: { number: (await written(operator)).opened.number, line: 'situation.strategic', body: 'À revoir.' },
    }),
  },
  'diagnostic.take': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await written(operator)).opened.number, format: 'pdf' } }),
  },
  'link.open': {
    allowed: ['contact'],
    prepare: async operator => {
      const { opened, diagnostic } = await written(operator)
      const linkToken = await linkOn(operator, opened, { purpose: 'diagnostic_validation', subjectId: diagnostic.id })
      return { linkToken, input: {} }
    },
  },
}
