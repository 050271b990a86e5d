import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn, type Recording } from '#app/features/history/history.store.server.ts'
import { type Accompaniment, caseByNumber, editCase } from './accompaniments.store.server.ts'
import { refreshNextSteps } from './next-step.store.server.ts'

export type CaseEdit = {
  row: Accompaniment
  /** The version that the form was made from. */
  version: number
  next: Partial<Omit<Accompaniment, 'id' | 'operatorId' | 'number' | 'version'>>
  /** The fields of the form, read from a row. */
  formValues: (row: Accompaniment) => Record<string, unknown>
  /** Past tense: `accompaniment.intake-saved`. */
  event: string
}

/** Writes what a person typed on the version that she read, with its history; throws `Conflict` when it has moved. */
export async function editOrConflict(
  { tx, operator, record, today }: Recording,
  { row, version, next, formValues, event }: CaseEdit,
): Promise<void> {
  if (!(await editCase(tx, operator.id, row.id, version, next))) {
    const current = (await caseByNumber(tx, operator.id, row.number))?.row ?? row
    throw await conflictOn(tx, operator.id, row.id, { version: current.version, values: formValues(current) })
  }
  const changes = changesBetween(formValues(row), formValues({ ...row, ...next }))
  await record({
    name: event,
    subjectKind: 'accompaniment',
    subjectId: row.id,
    accompanimentId: row.id,
    data: { changes },
  })
  await refreshNextSteps(tx, operator.id, [row.id], today)
}
