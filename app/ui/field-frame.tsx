import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

/** What every field is told, whatever is typed in it. */
export type FieldBase = {
  name: string
  /** Always visible. */
  label: ReactNode
  /** What is expected, before the person types. */
  hint?: ReactNode
  errors?: readonly string[]
  required?: boolean
  /** A word beside the label, such as « facultatif »; a required field without one carries a star. */
  mark?: string
  /** Only when two forms of a page have a field of the same name. */
  id?: string
}

/** The id of a field from its name: `needs[0].label` gives `f-needs-0-label`. */
export function fieldId(name: string): string {
  return `f-${name.replace(/\W+/g, '-').replace(/-$/, '')}`
}

/** The ids that a field is described by, in the order in which they are read: its error first. */
export function describedBy(
  id: string,
  { hint, errors, unit }: { hint?: ReactNode; errors?: readonly string[]; unit?: ReactNode },
) {
  const ids = [errors?.length ? `${id}-error` : '', unit ? `${id}-unit` : '', hint ? `${id}-hint` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The attributes that tie a control to its label, hint and errors. */
export function controlProps(field: FieldBase, unit?: ReactNode) {
  const id = field.id ?? fieldId(field.name)
  return {
    id,
    name: field.name,
    required: field.required,
    'aria-invalid': field.errors?.length ? (true as const) : undefined,
    'aria-describedby': describedBy(id, { hint: field.hint, errors: field.errors, unit }),
  }
}

/** The words beside a label: the mark given, or a star. */
export function Mark({ required, mark }: Pick<FieldBase, 'required' | 'mark'>) {
  if (mark) return <span className="font-normal text-ink-2"> ({mark})</span>
  return required ? (
    <span aria-hidden="true" className="text-brick">
      {' '}
      *
    </span>
  ) : null
}

export function Hint({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null
  return (
    <div id={`${id}-hint`} className="mt-0.5 text-[0.9375rem] leading-snug text-ink-2">
      {children}
    </div>
  )
}

export function Errors({ id, errors }: { id: string; errors?: readonly string[] }) {
  if (!errors?.length) return null
  return (
    <ul id={`${id}-error`} className="mt-1 font-semibold text-brick">
      {errors.map(error => (
        <li key={error} className="flex items-start gap-1.5">
          <Icon of={CircleAlert} className="mt-1" />
          {error}
        </li>
      ))}
    </ul>
  )
}

export type FieldFrameProps = { field: FieldBase; children: ReactNode; className?: string }

/** Label, hint and errors around one control. */
export function FieldFrame({ field, children, className = '' }: FieldFrameProps) {
  const id = field.id ?? fieldId(field.name)
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={id} className="block font-semibold">
        {field.label}
        <Mark required={field.required} mark={field.mark} />
      </label>
      <Hint id={id}>{field.hint}</Hint>
      <Errors id={id} errors={field.errors} />
      <div className="mt-1.5">{children}</div>
    </div>
  )
}

export type FieldGroupProps = {
  legend: ReactNode
  hint?: ReactNode
  errors?: readonly string[]
  /** Names the group in the ids of its hint and errors. */
  id: string
  children: ReactNode
}

/** Several fields that answer one question. */
export function FieldGroup({ legend, hint, errors, id, children }: FieldGroupProps) {
  return (
    <fieldset aria-describedby={describedBy(id, { hint, errors })} className="min-w-0">
      <legend className="font-serif text-lg font-semibold">{legend}</legend>
      <Hint id={id}>{hint}</Hint>
      <Errors id={id} errors={errors} />
      <div className="mt-4 space-y-6">{children}</div>
    </fieldset>
  )
}

/** Short fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(10rem,100%),1fr))] items-end gap-x-4 gap-y-6">
      {children}
    </div>
  )
}
