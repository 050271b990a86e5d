import { describe, expect } from 'vitest'
import { timelineKinds } from '#app/features/accompaniments/timeline-kinds.ts'
import { timelinePage } from '#app/features/accompaniments/timeline-page.query.server.ts'
import { caseIn, noteIn } from '#tests/harness/cases.ts'
import { test } from '#tests/harness/operator.ts'

describe('the line of a case', () => {
  test('is narrowed to one kind of things, and every event is of one kind', async ({ operator }) => {
    const opened = await caseIn(operator, 'follow_up')
    await noteIn(opened, 'Rappeler la trésorière.')
    const shown = async (genre?: string) => {
      const page = await opened.practitioner.read(timelinePage, { number: opened.number, ...(genre && { genre }) })
      if (page.kind !== 'done') throw new Error(page.kind)
      return page.value.entries
    }
    const notes = await shown('notes')
    expect(notes.map(({ note, event }) => [note?.body, event])).toEqual([['Rappeler la trésorière.', null]])
    const plan = await shown('parcours')
    expect(new Set(plan.map(({ event }) => event?.split('.')[0]))).toEqual(new Set(['plan', 'restitution']))
    const apart: string[] = []
    for (const kind of timelineKinds) apart.push(...(await shown(kind)).map(({ id }) => id))
    expect(apart.sort()).toEqual((await shown()).map(({ id }) => id).sort())
  })
})
