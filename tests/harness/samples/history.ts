import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { updateNote } from '#app/features/accompaniments/update-note.command.server.ts'
import { caseIn } from '../cases.ts'
import type { TestActor, TestOperator } from '../operator.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

/** The latest event of a case that changed a field. */
export async function lastChange(actor: TestActor, number: string, field: string): Promise<string> {
  const page = await actor.read(historyPage, { number })
  const lines = page.kind === 'done' ? page.value.lines : []
  return lines.find(({ changes }) => changes.some(change => change.field === field))?.id ?? ''
}

async function rewritten(operator: TestOperator) {
  const { number, practitioner } = await caseIn(operator)
  const { id: noteId } = await practitioner.must(addNote, { number, body: 'Avant' })
  await practitioner.must(updateNote, { number, noteId, version: 1, body: 'Après' })
  return { input: { number, eventId: await lastChange(practitioner, number, 'body'), champ: 'body' } }
}

export const samples: Record<string, Sample> = {
  'history.put-back-page': { allowed: members, prepare: rewritten },
}
