import { useTranslation } from 'react-i18next'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Chapter, catalogue, chapters } from '../catalogue.ts'
import { cellLabel } from '../cell-label.ts'
import type { Dimension } from '../dimension.ts'
import type { Cell, Figure, FigureSet } from '../figure.ts'
import { FigureBasis, FigureNumber } from './figure-number.tsx'

/** The address of the cases behind a figure, of one cell when there is one. */
export type CasesLink = (code: string, cell?: { key: string | null }) => string

const ofChapter = (figures: readonly Figure[], chapter: Chapter) =>
  figures.filter(({ code }) => catalogue[code].chapter === chapter)

/** Every figure with its definition, chapter by chapter. */
export function FigureTables({ figures, casesLink }: { figures: readonly Figure[]; casesLink: CasesLink }) {
  const { t } = useTranslation(['figures', 'figuresPage'])
  return chapters.map(chapter => (
    <Section key={chapter} title={t(`figures:chapters.${chapter}`)}>
      <DataTable
        caption={t(`figures:chapters.${chapter}`)}
        hideCaption
        rows={ofChapter(figures, chapter)}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'figure',
            header: t('figuresPage:columns.figure'),
            rowHeader: true,
            cell: ({ code }) => (
              <>
                {t(`figures:codes.${code}.label`)}
                <p className="mt-0.5 max-w-[58ch] text-[0.9375rem] leading-snug font-normal text-ink-2">
                  {t(`figures:codes.${code}.definition`)}
                </p>
              </>
            ),
          },
          {
            key: 'basis',
            header: t('figuresPage:columns.basis'),
            // As wide in each chapter, so that the columns of all of them are under each other.
            width: 'w-72',
            cell: figure => <FigureBasis figure={figure} />,
          },
          {
            key: 'value',
            header: t('figuresPage:columns.value'),
            numeric: true,
            width: 'w-40',
            cell: figure => <FigureNumber figure={figure} to={casesLink(figure.code)} />,
          },
        ]}
      />
    </Section>
  ))
}

type CellTablesProps = { set: FigureSet; dimension: Dimension; casesLink: CasesLink }

/** More do not stand beside each other on a screen of 1280 pixels, their names and units being what they are. */
const columnsAtMost = 7

/** In as few tables as hold them, as even as can be. */
function inTables<T>(items: readonly T[]): T[][] {
  const size = Math.ceil(items.length / Math.ceil(items.length / columnsAtMost))
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}

/** The same figures, one line per cell: a table for each chapter, two when it is wide, with the whole at its foot. */
export function CellTables({ set, dimension, casesLink }: CellTablesProps) {
  const { t } = useTranslation(['figures', 'figuresPage'])
  const keys = t('figures:keys', { returnObjects: true })
  const rows = set.cells.filter(isAlive)
  const dimensionName = t(`figures:dimensions.${dimension}`)
  return chapters.map(chapter => {
    const total = ofChapter(set.figures, chapter)
    const title = t('figuresPage:tableOf', { chapter: t(`figures:chapters.${chapter}`), dimension: dimensionName })
    return (
      <Section key={chapter} title={title}>
        {inTables(total).map(some => (
          <DataTable
            key={some[0]?.code}
            caption={title}
            hideCaption
            rows={rows}
            rowKey={({ key }) => key ?? ''}
            columns={[
              {
                key: 'cell',
                header: dimensionName,
                rowHeader: true,
                cell: cell => cellLabel(dimension, cell, keys),
              },
              ...some.map(({ code }) => ({
                key: code,
                header: t(`figures:codes.${code}.label`),
                numeric: true,
                cell: (cell: Cell) => {
                  const figure = cell.figures.find(one => one.code === code)
                  return figure ? <FigureNumber figure={figure} to={casesLink(code, cell)} /> : null
                },
              })),
            ]}
            totals={{
              cell: t('figuresPage:columns.total'),
              ...Object.fromEntries(
                some.map(figure => [
                  figure.code,
                  <FigureNumber key={figure.code} figure={figure} to={casesLink(figure.code)} />,
                ]),
              ),
            }}
          />
        ))}
      </Section>
    )
  })
}

/** A cell in which nothing happened in the period takes no line. */
const isAlive = ({ figures }: Cell) =>
  figures.some(({ status, known, missing }) => status === 'withheld' || known !== 0 || missing !== 0)
