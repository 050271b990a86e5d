import { useParams } from '@remix-run/react'

/** The address of a session where it is being read, from a consultant's mission or from a case, and how deep its title stands there. */
export function useSessionAddress(): { address: string; level: 1 | 2 } {
  const { operator, engineeringId, number, sessionId } = useParams()
  return number
    ? { address: `/o/${operator}/accompagnements/${number}/seances/${sessionId}`, level: 2 }
    : { address: `/consultant/${operator}/missions/${engineeringId}/seances/${sessionId}`, level: 1 }
}
