import { addDays, type Day } from '#app/kernel/day.ts'
import type { MergedColumns } from '#db/schema/organisations.ts'

/** The fields that the preview shows, each with the columns that go together. */
const parts = {
  name: ({ name }: Sheet) => ({ name }),
  siret: ({ siret, siretDraft }: Sheet) => ({ siret, siretDraft }),
  rna: ({ rna, rnaDraft }: Sheet) => ({ rna, rnaDraft }),
  legalForm: ({ legalForm }: Sheet) => ({ legalForm }),
  foundedOn: ({ foundedOn }: Sheet) => ({ foundedOn }),
  commune: ({ commune, department, region }: Sheet) => ({ commune, department, region }),
  sector: ({ sector }: Sheet) => ({ sector }),
  employer: ({ employer }: Sheet) => ({ employer }),
  qpv: ({ qpv }: Sheet) => ({ qpv }),
  frr: ({ frr }: Sheet) => ({ frr }),
  email: ({ email }: Sheet) => ({ email }),
  phone: ({ phone }: Sheet) => ({ phone }),
} as const
type Sheet = Required<MergedColumns>
export type MergeField = keyof typeof parts
export const mergeFields = [
  'name',
  'siret',
  'rna',
  'legalForm',
  'foundedOn',
  'commune',
  'sector',
  'employer',
  'qpv',
  'frr',
  'email',
  'phone',
] as const satisfies readonly MergeField[]

/** What a sheet holds in the columns of these fields. */
export function heldBy(sheet: Sheet, fields: readonly MergeField[]): MergedColumns {
  const held: MergedColumns = {}
  for (const field of fields) Object.assign(held, parts[field](sheet))
  return held
}

/** What undoing gives back: what nobody has changed since the merge wrote it. */
export function givenBack(current: Sheet, before: MergedColumns, after: MergedColumns): MergedColumns {
  const back = { ...before }
  for (const column of Object.keys(before)) {
    if (isColumn(column, back) && current[column] !== after[column]) delete back[column]
  }
  return back
}

const isColumn = (name: string, of: MergedColumns): name is keyof MergedColumns => Object.hasOwn(of, name)

/** A mistake is seen at the next report, which comes within the month. */
export const undoableDays = 30
export const undoableUntil = (mergedOn: Day): Day => addDays(mergedOn, undoableDays)

export type MergeLine = { field: MergeField; kept: string | boolean | null; other: string | boolean | null }

/** The fields in which two sheets differ. A draft of a number stands for the number. */
export function mergeLines(kept: Sheet, other: Sheet): MergeLine[] {
  return mergeFields
    .map(field => ({ field, kept: shown(kept, field), other: shown(other, field) }))
    .filter(line => line.kept !== line.other)
}

function shown(sheet: Sheet, field: MergeField): string | boolean | null {
  if (field === 'siret') return sheet.siret ?? sheet.siretDraft
  return field === 'rna' ? (sheet.rna ?? sheet.rnaDraft) : sheet[field]
}
