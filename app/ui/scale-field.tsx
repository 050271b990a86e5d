import { describedBy, Errors, type FieldBase, fieldId, Hint, Mark } from '#app/ui/field-frame.tsx'

export type ScaleFieldProps = FieldBase & {
  /** 4 for a rating from 0 to 4, 10 for a satisfaction. */
  max: 4 | 10
  defaultValue?: number
  /** The words at both ends: they are what the numbers mean. */
  lowLabel: string
  highLabel: string
  /** The way out of the question: « Je ne sais pas ». Sends an empty value. */
  unknownLabel?: string
}

const cell =
  'relative grid min-h-12 cursor-pointer place-items-center rounded-control border border-line-strong bg-surface px-1 text-lg font-semibold has-checked:border-sea has-checked:bg-sea has-checked:text-sea-ink has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea forced-colors:has-checked:outline-3'
const cover = 'absolute inset-0 size-full cursor-pointer appearance-none outline-none'

/** A note from 0 to 4 or from 0 to 10: radios as large as a thumb. */
export function ScaleField({ max, defaultValue, lowLabel, highLabel, unknownLabel, ...field }: ScaleFieldProps) {
  const id = field.id ?? fieldId(field.name)
  const notes = Array.from({ length: max + 1 }, (_, note) => note)
  // Eleven thumbs do not fit side by side on a phone: two rows there.
  const columns = max === 4 ? 'grid-cols-5' : 'grid-cols-6 sm:grid-cols-11'
  return (
    <fieldset className="min-w-0 max-w-2xl" aria-describedby={describedBy(id, { hint: true, errors: field.errors })}>
      <legend className="font-semibold">
        {field.label}
        <Mark required={field.required} mark={field.mark} />
      </legend>
      <Hint id={id}>
        {field.hint ? <p>{field.hint}</p> : null}
        <span className="sr-only">
          0 = {lowLabel}, {max} = {highLabel}
        </span>
      </Hint>
      <Errors id={id} errors={field.errors} />
      <div className={`mt-2 grid gap-1.5 ${columns}`}>
        {notes.map(note => (
          <label key={note} htmlFor={note === 0 ? id : `${id}-${note}`} className={cell}>
            <input
              id={note === 0 ? id : `${id}-${note}`}
              type="radio"
              name={field.name}
              value={note}
              defaultChecked={defaultValue === note}
              required={field.required}
              className={cover}
            />
            <span>{note}</span>
          </label>
        ))}
      </div>
      <div aria-hidden="true" className="mt-1.5 flex justify-between gap-4 text-[0.9375rem] text-ink-2">
        <span>0 · {lowLabel}</span>
        <span className="text-right">
          {max} · {highLabel}
        </span>
      </div>
      {unknownLabel ? (
        <label htmlFor={`${id}-unknown`} className="mt-1 flex min-h-11 cursor-pointer items-center gap-3">
          <input id={`${id}-unknown`} type="radio" name={field.name} value="" className="size-5.5" />
          {unknownLabel}
        </label>
      ) : null}
    </fieldset>
  )
}
