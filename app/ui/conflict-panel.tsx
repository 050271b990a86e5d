import type { ReactNode } from 'react'
import { Hidden } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type ConflictRow = {
  label: string
  mine: string
  theirs: string
  /** Given, one chooses which text to keep: sends `mine` or `theirs` under this name. */
  choice?: string
}

export type ConflictPanelProps = {
  title: string
  /** Who saved meanwhile and when; that nothing is lost. */
  children: ReactNode
  mineLabel: string
  theirsLabel: string
  rows: readonly ConflictRow[]
  /** Instead of an empty text: « (vide) ». */
  emptyLabel: string
  /** The version that was just shown: sent back, so that a third person's text is not lost either. */
  version?: { name: string; value: string | number }
  /** The buttons. */
  actions?: ReactNode
}

type SideProps = { row: ConflictRow; side: 'mine' | 'theirs'; label: string; emptyLabel: string }

function Side({ row, side, label, emptyLabel }: SideProps) {
  const text = (
    <p className="whitespace-pre-wrap">{row[side] || <span className="text-ink-2 italic">{emptyLabel}</span>}</p>
  )
  const box = 'block rounded-control border bg-surface px-4 py-3'
  if (!row.choice) {
    return (
      <div className={`${box} border-line`}>
        <p className="mb-1 text-sm font-semibold text-ink-2">{label}</p>
        {text}
      </div>
    )
  }
  const id = `${row.choice}-${side}`
  return (
    <div className={`${box} border-line-strong has-checked:border-sea has-checked:bg-sea-tint`}>
      <label htmlFor={id} className="mb-1 flex min-h-11 items-center gap-2.5 font-semibold">
        <input
          id={id}
          type="radio"
          name={row.choice}
          value={side}
          defaultChecked={side === 'mine'}
          aria-describedby={`${id}-text`}
          className="size-5.5 shrink-0"
        />
        {label}
      </label>
      <div id={`${id}-text`}>{text}</div>
    </div>
  )
}

/** Somebody else saved the same thing first: both texts, field by field. Nothing was overwritten. */
export function ConflictPanel(props: ConflictPanelProps) {
  const { title, children, mineLabel, theirsLabel, rows, emptyLabel, version, actions } = props
  return (
    <section aria-label={title} className="space-y-5">
      <Notice tone="late" title={title} role="alert">
        {children}
      </Notice>
      {version ? <Hidden {...version} /> : null}
      {rows.map(row => (
        <fieldset key={row.label} className="min-w-0">
          <legend className="mb-1.5 font-serif text-lg font-semibold">{row.label}</legend>
          <div className="grid gap-3 sm:grid-cols-2">
            <Side row={row} side="mine" label={mineLabel} emptyLabel={emptyLabel} />
            <Side row={row} side="theirs" label={theirsLabel} emptyLabel={emptyLabel} />
          </div>
        </fieldset>
      ))}
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </section>
  )
}
