/** The fields of a session's form, as it names them. */
type Fields = {
  status: string
  heldOn: string | null
  quarters: number | null
  kind: string | null
  mode: string | null
  place: string | null
  decisions: string | null
  nextSteps: string | null
  overrunReason: string | null
}

/** The values of a session by field of its form: for its history, and for the one who lost a race. */
export function sessionValues(session: Fields): Record<string, string | number | null> {
  const { status, heldOn, quarters, kind, mode, place, decisions, nextSteps, overrunReason } = session
  return {
    status,
    heldOn,
    days: quarters === null ? null : quarters / 4,
    kind,
    mode,
    place,
    decisions,
    nextSteps,
    overrunReason,
  }
}
