import { editProgramme } from '#app/features/programmes/edit-programme.command.server.ts'
import { programmePage } from '#app/features/programmes/programme-page.query.server.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const managers = ['manager'] as const
const onCoaching = (more: Record<string, unknown> = {}): Sample => ({
  allowed: managers,
  prepare: async () => ({ input: { code: 'coaching', ...more } }),
})

/** What the form of a programme sends when nothing was changed. */
export async function wholeEdit(operator: TestOperator, code: string) {
  const manager = await operator.manager()
  const page = await manager.read(programmePage, { code })
  if (page.kind !== 'done') throw new Error(`no programme ${code}`)
  const { definition, revision } = page.value
  return {
    code,
    revision,
    name: definition.name,
    steps: Object.fromEntries(definition.steps.map(step => [step.code, step.label])),
    waves: Object.fromEntries(
      definition.waves.map(({ wave, earliestOf }) => [wave, String(earliestOf[0]?.months ?? 0)]),
    ),
    reminders: Object.fromEntries(
      definition.reminders.flatMap(({ rule, occurrences }) =>
        occurrences.map(({ days }, at) => [`${rule}_${at}`, String(days)]),
      ),
    ),
    committeeRequired: 'non',
    snapshotCompleteness: '80',
    sessionsShare: '80',
    recentAccompanimentMonths: '12',
    closingAttempts: '3',
    closingDays: '60',
  }
}

const newQuestion = { revision: 1, step: 'framing', words: { fr: 'Qui paie ?' }, kind: 'line' }

export const samples: Record<string, Sample> = {
  'programme.list': { allowed: managers, prepare: async () => ({ input: {} }) },
  'programme.page': onCoaching(),
  'programme.copy': onCoaching({ name: 'Tutorat' }),
  'programme.edit': {
    allowed: managers,
    prepare: async operator => ({ input: await wholeEdit(operator, 'coaching') }),
  },
  'programme.save-question': onCoaching(newQuestion),
  'programme.remove-question': onCoaching({ revision: 1, question: 'framing_employer' }),
  'programme.put-in-service': {
    allowed: managers,
    prepare: async operator => {
      const edit = await wholeEdit(operator, 'coaching')
      await (await operator.manager()).must(editProgramme, edit)
      return { input: { code: 'coaching', revision: 2 } }
    },
  },
  'programme.accept-version': onCoaching(),
}
