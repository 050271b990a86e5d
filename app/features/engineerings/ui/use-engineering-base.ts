import { useParams } from '@remix-run/react'

/** Where the pages of an engineering are: under the case that one comes from, or under the cohorts. */
export function useEngineeringBase(operator: string, engineeringId: string): { base: string; inCase: boolean } {
  const { number } = useParams()
  return number
    ? { base: `/o/${operator}/accompagnements/${number}/ingenieries/${engineeringId}`, inCase: true }
    : { base: `/o/${operator}/collectifs/${engineeringId}`, inCase: false }
}
