import { newId } from '#app/kernel/ids.ts'
import type { TestOperator } from '../operator.ts'
import type { Sample, SampleRole } from '../use-cases.ts'

const writers: readonly SampleRole[] = ['consultant', 'practitioner', 'manager']

/** On the page of a mission, which members open too. */
const onMission = (input: Record<string, unknown>): Sample => ({
  allowed: writers,
  prepare: async ({ slug }: TestOperator) => {
    const engineeringId = newId()
    return {
      engineeringId,
      input: { place: `/consultant/${slug}/missions/${engineeringId}/seances/nouvelle`, ...input },
    }
  },
})

export const samples: Record<string, Sample> = {
  'draft.here': onMission({}),
  'draft.save': onMission({ form: 'session', known: 0, tab: 'a', typed: '{"decisions":"Revoir les prix"}' }),
  'draft.discard': onMission({ form: 'session' }),
}
