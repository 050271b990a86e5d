/** A row of a file without `ref`, with the id it will bear and the ids of what it names, by column. */
export type ChildRow<Row> = { id: string; line: number; row: Row; ids: ReadonlyMap<string, string> }

/** The id of the row that a column names. */
export const named = <Row>({ ids }: ChildRow<Row>, column: string): string => {
  const id = ids.get(column)
  if (id === undefined) throw new Error(`the parent of column ${column} was not found, and the row was kept`)
  return id
}
