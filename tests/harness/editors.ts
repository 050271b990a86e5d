import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { updateNote } from '#app/features/accompaniments/update-note.command.server.ts'
import { notes } from '#db/schema/accompaniments.ts'
import { events } from '#db/schema/journal.ts'
import { caseIn, noteIn } from './cases.ts'
import type { TestActor, TestOperator } from './operator.ts'

/** An editor's screen: what it shows, and the version that it was loaded on. */
export type EditorScreen = { version: number; body: string }
type Step = { editor: number; move: 'load' | 'type' | 'save' }

const steps = fc.integer({ min: 2, max: 4 }).chain(editors =>
  fc.array(
    fc.record<Step>({
      editor: fc.nat({ max: editors - 1 }),
      move: fc.constantFrom('load', 'type', 'save', 'save'),
    }),
    { minLength: 4, maxLength: 10 },
  ),
)

/**
 * Two to four editors of one note load, type and save in any order. A save is accepted on the version that stands and on
 * no other; one that is not shows what stands; every text that was accepted stands, or is in the history.
 */
export async function editTogether(operator: TestOperator, interleavings: number): Promise<void> {
  const opened = await caseIn(operator, 'intake')
  const team = [
    opened.practitioner,
    await operator.practitioner(),
    await operator.practitioner(),
    await operator.manager(),
  ]
  await fc.assert(
    fc.asyncProperty(steps, async taken => {
      const noteId = await noteIn(opened, 'le premier texte')
      const screens = new Map<number, EditorScreen>()
      const accepted = ['le premier texte']
      for (const [index, { editor, move }] of taken.entries()) {
        const screen = screens.get(editor)
        if (move === 'load' || !screen) screens.set(editor, await noteShown(operator, noteId))
        else if (move === 'type') screens.set(editor, { ...screen, body: `${screen.body} / ${editor}:${index}` })
        else {
          const stands = { version: accepted.length, body: accepted.at(-1) }
          const outcome = await saveNote(team[editor] ?? opened.practitioner, opened.number, noteId, screen)
          expect(outcome.kind).toBe(stands.version === screen.version ? 'done' : 'conflict')
          if (outcome.kind === 'conflict')
            expect(outcome.current).toMatchObject({ version: stands.version, values: { body: stands.body } })
          else {
            accepted.push(screen.body)
            screens.set(editor, { ...screen, version: accepted.length })
          }
        }
      }
      const kept = new Set([(await noteShown(operator, noteId)).body, ...(await textsInHistory(operator, noteId))])
      expect(accepted.filter(text => !kept.has(text))).toEqual([])
    }),
    { numRuns: interleavings },
  )
}

export const saveNote = (actor: TestActor, number: string, noteId: string, { version, body }: EditorScreen) =>
  actor.run(updateNote, { number, noteId, version, body })

export const noteShown = (operator: TestOperator, noteId: string): Promise<EditorScreen> =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx
      .select({ version: notes.version, body: notes.body })
      .from(notes)
      .where(and(eq(notes.operatorId, operator.id), eq(notes.id, noteId)))
    if (!row) throw new Error('the note has gone')
    return row
  })

const textsInHistory = (operator: TestOperator, noteId: string): Promise<string[]> =>
  operator.inside(async ({ tx }) => {
    const rows = await tx
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.operatorId, operator.id), eq(events.subjectId, noteId)))
    return rows.flatMap(({ data }) => JSON.stringify(data).match(/(?<=")[^"]+(?=")/g) ?? [])
  })
