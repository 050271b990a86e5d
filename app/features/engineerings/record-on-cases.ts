/** What happens to an engineering is told in the history of each of its cases; in the operator's alone while it has none. */
export async function recordOnCases(
  { record }: { record: (event: EngineeringEvent & { accompanimentId: string | null }) => Promise<void> },
  cases: readonly string[],
  event: EngineeringEvent,
): Promise<void> {
  for (const accompanimentId of cases.length > 0 ? cases : [null]) await record({ ...event, accompanimentId })
}

type EngineeringEvent = {
  name: string
  subjectKind: string
  subjectId: string
  data?: Record<string, unknown>
  happenedOn?: string
}
