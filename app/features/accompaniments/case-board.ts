import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { type Label, labelOfState } from './state-labels.ts'

type Standing = { state: string; programmeId: string }
export type BoardColumn<Row> = {
  key: string
  label: Label
  /** All of them, shown or not. */
  count: number
  cases: Row[]
  state: string
  /** The programme that alone has this column; null when several do. */
  programme: string | null
}

/**
 * The columns of the board: one per state, in the order of the paths, those that end a case last. Programmes that name a state differently have a
 * column each; what is written alike is one column.
 */
export function boardOf<Row extends Standing>(
  groups: readonly (Standing & { programme: string; count: number })[],
  rows: readonly Row[],
  definitions: ReadonlyMap<string, Pick<ProgrammeDefinition, 'states'>>,
): BoardColumn<Row>[] {
  const keyOf = ({ state, programmeId }: Standing) => `${state} ${labelOfState(definitions.get(programmeId), state).fr}`
  const rankOf = ({ state, programmeId }: Standing) => {
    const states = definitions.get(programmeId)?.states ?? []
    const index = states.findIndex(({ code }) => code === state)
    if (index < 0) return Number.MAX_SAFE_INTEGER
    return states[index]?.kind === 'ended' ? states.length + index : index
  }
  const columns = new Map<string, BoardColumn<Row>>()
  for (const group of [...groups].sort((a, b) => rankOf(a) - rankOf(b) || (a.programme < b.programme ? -1 : 1))) {
    const key = keyOf(group)
    const known = columns.get(key)
    if (known) {
      known.count += group.count
      if (known.programme !== group.programme) known.programme = null
    } else
      columns.set(key, {
        key,
        label: labelOfState(definitions.get(group.programmeId), group.state),
        count: group.count,
        cases: [],
        state: group.state,
        programme: group.programme,
      })
  }
  for (const row of rows) columns.get(keyOf(row))?.cases.push(row)
  return [...columns.values()]
}
