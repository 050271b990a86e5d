import type { Reminder } from './reminder-rules.ts'
import { triggers } from './reminder-vocabulary.ts'

type About = Pick<Reminder, 'trigger' | 'subjectId' | 'engineeringId'>

/** The page of the team where the reminder is answered, from the root. */
export function pageOf(operator: string, { trigger, subjectId, engineeringId }: About, number: string | null): string {
  const base = `/o/${operator}`
  if (number) return `${base}/accompagnements/${number}`
  switch (triggers[trigger].subject) {
    case 'provider':
      return `${base}/prestataires/${subjectId}`
    case 'agreement':
      return `${base}/conventions/${subjectId}`
    case 'cohort':
      return `${base}/collectifs/${engineeringId}/groupe`
    case 'organisation':
      return `${base}/structures/${subjectId}`
    default:
      return `${base}/rappels`
  }
}

/** The page of the consultant: her session, or her mission. */
export function missionPageOf(operator: string, { trigger, subjectId, engineeringId }: About): string | null {
  if (!engineeringId) return null
  const mission = `/consultant/${operator}/missions/${engineeringId}`
  return triggers[trigger].subject === 'session' ? `${mission}/seances/${subjectId}` : mission
}
