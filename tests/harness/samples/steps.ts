import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { caseRow } from '../cases.ts'
import type { TestActor, TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

/** A case of a programme all of whose steps are data, for an organisation with one person. */
export async function coachingCase(operator: TestOperator, given?: TestActor) {
  const practitioner = given ?? (await operator.practitioner())
  const { id: organisationId } = await practitioner.must(createOrganisation, { name: `Structure ${newId().slice(-4)}` })
  const { id: personId } = await practitioner.must(addPerson, {
    id: organisationId,
    name: 'Aïcha Benali',
    function: 'governance',
  })
  const { number } = await practitioner.must(openAccompaniment, { organisationId, programme: 'coaching' })
  return { number, organisationId, personId, practitioner }
}

/** A project that applies to the incubation, and its number. */
export async function juryCase(operator: TestOperator): Promise<string> {
  const practitioner = await operator.practitioner()
  const { number } = await practitioner.must(openAccompaniment, { title: 'Épicerie du canal', programme: 'incubation' })
  return number
}

const onCase = (input: Record<string, unknown>): Sample => ({
  allowed: members,
  prepare: async operator => ({ input: { number: (await coachingCase(operator)).number, ...input } }),
})

export const samples: Record<string, Sample> = {
  'step.page': onCase({ step: 'framing', structure: 'ruche' }),
  'step.save-answers': onCase({
    step: 'framing',
    version: 0,
    answers: { framing_goal: 'Déléguer', framing_sessions: '6' },
  }),
  'jury.score': {
    allowed: members,
    prepare: async operator => ({
      input: { number: await juryCase(operator), step: 'jury', scores: { jury_impact: '3' } },
    }),
  },
  'step.take': onCase({ transition: 'leave_received' }),
  'step.attach-case': {
    allowed: members,
    prepare: async operator => {
      const { number, organisationId, personId } = await coachingCase(operator)
      const { version } = await caseRow(operator, number)
      return { input: { number, version, organisationId, contactPersonId: personId } }
    },
  },
}
