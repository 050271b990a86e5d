import type { Day } from '#app/kernel/day.ts'

/** What is to be done, by whom and until when. */
export type Step = { text: string; owner: string | null; dueOn: Day | null }
export type SessionLines = { agenda: string[]; decisions: string[]; nextSteps: Step[]; blockers: string[] }

export const noLines: SessionLines = { agenda: [], decisions: [], nextSteps: [], blockers: [] }

/** A list that was pasted is as many lines; an empty line is none. */
export const linesIn = (texts: readonly (string | null)[]): string[] =>
  texts.flatMap(text => (text ?? '').split('\n')).flatMap(line => line.trim() || [])

/** The dashes and numbers of a list are not part of what is to be done. */
const unmarked = (line: string) => line.replace(/^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+/, '').trim()

type Row = { text: string | null; owner: string | null; dueOn: Day | null }

/** One step per line, written once; several lines in one field share their owner and their day. */
export function stepsIn(rows: readonly Row[]): Step[] {
  const steps = rows.flatMap(({ text, owner, dueOn }) =>
    linesIn([text])
      .map(unmarked)
      .flatMap(line => (line ? [{ text: line, owner, dueOn }] : [])),
  )
  return steps.filter(({ text }, index) => steps.findIndex(step => step.text === text) === index)
}

/** A step on one line, for history and for the one who lost a race. */
export const stepWritten = ({ text, owner, dueOn }: Step): string => [text, owner, dueOn].filter(Boolean).join(' · ')

export const joined = (lines: readonly string[]): string | null => lines.join('\n') || null
