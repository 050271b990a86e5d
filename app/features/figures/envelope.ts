import type { FigureCode } from './catalogue.ts'
import { cellLabel, type KeyWords } from './cell-label.ts'
import type { Figure, FigureSet } from './figure.ts'

/** The sentences of the `figures` namespace that figures are printed with. */
export type FigureWords = {
  codes: Readonly<Record<FigureCode, { label: string; definition: string }>>
  keys: KeyWords
}

/** A figure as `formats.md` writes it: what it counts said in words, so that it can be read alone. */
export type StatedFigure = Figure & { label: string; definition: string }

export type Envelope = {
  operator: string
  period: { from: string; to: string }
  audience: 'operator' | 'funder'
  agreement: string | null
  figures: StatedFigure[]
  cells?: { dimension: string; key: string | null; label: string; figures: StatedFigure[] }[]
}

export function envelopeOf({ ask, figures, cells }: FigureSet, operator: string, words: FigureWords): Envelope {
  const { period, audience, agreement, dimension } = ask
  return {
    operator,
    period: { from: period.from, to: period.to },
    audience,
    agreement: agreement?.code ?? null,
    figures: figures.map(figure => stated(figure, words)),
    ...(dimension && {
      cells: cells.map(cell => ({
        dimension,
        key: cell.key,
        label: cellLabel(dimension, cell, words.keys),
        figures: cell.figures.map(figure => stated(figure, words)),
      })),
    }),
  }
}

/** In the order of `formats.md`. */
function stated(figure: Figure, { codes }: FigureWords): StatedFigure {
  const { code, unit, version, ...numbers } = figure
  const { label, definition } = codes[code]
  return { code, label, unit, ...numbers, definition, version }
}
