import type { z } from 'zod'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { programmeDefinition } from '#app/features/programmes/programme-definition.ts'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { type Question, question } from '#app/features/programmes/questions.ts'
import { newId } from '#app/kernel/ids.ts'
import { coaching } from '#db/seed/programmes/coaching.ts'
import { caseRow } from './cases.ts'
import { aFollowUp } from './factories/accompaniment.ts'
import { aLink } from './factories/link.ts'
import type { TestOperator } from './operator.ts'

const same = (words: string) => ({ fr: words, en: words })
export const asked = (given: z.input<typeof question>): Question => question.parse(given)

/** One tracked question of each kind, one of them under a condition, and two that are not asked again. */
const trackedOfEachKind: Question[] = [
  asked({ code: 'slogan', label: same('Slogan'), kind: 'line', tracked: true, required: true }),
  asked({ code: 'story', label: same('Récit'), kind: 'text', tracked: true }),
  asked({ code: 'jobs', label: same('Emplois'), kind: 'number', unit: same('ETP'), tracked: true }),
  asked({ code: 'income', label: same('Produits'), kind: 'euros', tracked: true }),
  asked({
    code: 'legal',
    label: same('Statut'),
    kind: 'choice',
    options: [
      { code: 'none', label: same('Aucun') },
      { code: 'coop', label: same('Coopérative') },
    ],
    tracked: true,
  }),
  asked({
    code: 'coop_kind',
    label: same('Forme de la coopérative'),
    kind: 'line',
    tracked: true,
    when: { question: 'legal', is: ['coop'] },
  }),
  asked({
    code: 'ease',
    label: same('Aisance'),
    kind: 'scale',
    scale: { max: 4, low: same('peu'), high: same('très') },
    tracked: true,
  }),
  asked({ code: 'opened', label: same('Ouverte le'), kind: 'date', tracked: true }),
  asked({ code: 'framing_notes', label: same('Notes de cadrage'), kind: 'text' }),
  asked({ code: 'secret_notes', label: same('Notes secrètes'), kind: 'text', confidential: true }),
]

/** A programme that asks these questions at its first step, in the place of those of coaching. */
const programmeAsking = (questions: readonly Question[], code = 'essai-suivi') =>
  programmeDefinition.parse({
    ...coaching,
    code,
    steps: coaching.steps.map(step => (step.code === 'framing' ? { ...step, questions } : step)),
  })

/** A case of that programme, with a wave that waits and the link that answers it. */
export async function caseAsking(operator: TestOperator, questions: readonly Question[] = trackedOfEachKind) {
  await operator.inside(({ tx }) => installProgrammes(tx, operator.id, [programmeAsking(questions)]))
  const practitioner = await operator.practitioner()
  const { id: organisationId } = await practitioner.must(createOrganisation, { name: `Structure ${newId().slice(-4)}` })
  await practitioner.must(addPerson, { id: organisationId, name: 'Aïcha Benali', function: 'governance' })
  const { number } = await practitioner.must(openAccompaniment, { organisationId, programme: 'essai-suivi' })
  const { id: accompanimentId } = await caseRow(operator, number)
  const of = { accompanimentId, organisationId, number }
  const followUpId = await aFollowUp(operator, of, { wave: 'T2' })
  const token = await aLink(operator, { purpose: 'follow_up', subjectId: followUpId, accompanimentId })
  return { ...of, practitioner, followUpId, token, contact: operator.contact(token) }
}
