import { OctagonX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { fieldId } from '#app/ui/field-frame.tsx'
import { Icon } from '#app/ui/icon.tsx'

export type FieldError = {
  /** Name of the field, as in the form; without it the error is of the whole form and leads nowhere. */
  name?: string
  /** Only when the field was given an id of its own. */
  id?: string
  message: string
  /** Of which field, in its own words: two fields left empty are otherwise refused in the same words. */
  label?: string
}

export type ErrorSummaryProps = { title: string; errors: FieldError[] }

/** At the top of a refused form: each error leads to its field. Takes the focus, so that it is read first. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const said = errors.map(error => error.message).join('\n')
  // Without JavaScript the attribute below does it; with it, the form comes back without a new page.
  useEffect(() => {
    if (said) box.current?.focus()
  }, [said])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      {...{ autoFocus: true }}
      className="mb-6 rounded-card border-2 border-brick bg-surface px-5 py-4"
    >
      <h2 className="flex items-center gap-2 text-lg text-brick">
        <Icon of={OctagonX} size={20} />
        {title}
      </h2>
      <ul className="mt-2">
        {errors.map(({ name, id, message, label }) => (
          <li key={`${id ?? name} ${message}`}>
            {name || id ? (
              <a href={`#${id ?? fieldId(name ?? '')}`} className="inline-block py-1.5 text-brick hover:text-brick">
                {label ? <strong>{label}</strong> : null} {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
