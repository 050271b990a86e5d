/** What one case gives to a figure. A null side: it has no part in it, or its value is unknown. */
export type FigureCase = {
  /** Null for an engineering that nobody is a member of. */
  number: string | null
  organisation: string | null
  numerator: number | null
  denominator: number | null
  known: number
  eligible: number
}

export type FigureCases = {
  cases: FigureCase[]
  count: number
  /** Of all the cases, not only of those listed: the figure's own. */
  numerator: number | null
  denominator: number | null
}
