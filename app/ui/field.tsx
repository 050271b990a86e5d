import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { controlProps, type FieldBase, FieldFrame } from '#app/ui/field-frame.tsx'

type Own = 'name' | 'id' | 'required' | 'children' | 'aria-invalid' | 'aria-describedby' | 'className'
type InputRest = Omit<ComponentPropsWithoutRef<'input'>, Own | 'type'>

export type TextFieldProps = FieldBase & InputRest & { type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' }

/** One line of text. */
export function TextField({ name, label, hint, errors, required, mark, id, type = 'text', ...rest }: TextFieldProps) {
  const field = { name, label, hint, errors, required, mark, id }
  return (
    <FieldFrame field={field}>
      <input {...rest} {...controlProps(field)} type={type} className="control" />
    </FieldFrame>
  )
}

export type TextAreaProps = FieldBase & Omit<ComponentPropsWithoutRef<'textarea'>, Own>

/** Several lines; grows with what is typed where the browser can. */
export function TextArea({ name, label, hint, errors, required, mark, id, rows = 4, ...rest }: TextAreaProps) {
  const field = { name, label, hint, errors, required, mark, id }
  return (
    <FieldFrame field={field}>
      <textarea {...rest} {...controlProps(field)} rows={rows} className="control field-sizing-content min-h-24" />
    </FieldFrame>
  )
}

export type DateFieldProps = FieldBase & InputRest

/** A day, as the browser asks for it; the value is AAAA-MM-JJ. */
export function DateField({ name, label, hint, errors, required, mark, id, ...rest }: DateFieldProps) {
  const field = { name, label, hint, errors, required, mark, id }
  return (
    <FieldFrame field={field}>
      <input {...rest} {...controlProps(field)} type="date" className="control max-w-56" />
    </FieldFrame>
  )
}

/** An hour of the day, as the browser asks for it; the value is HH:MM. */
export function HourField({ name, label, hint, errors, required, mark, id, ...rest }: DateFieldProps) {
  const field = { name, label, hint, errors, required, mark, id }
  return (
    <FieldFrame field={field}>
      <input {...rest} {...controlProps(field)} type="time" className="control max-w-40" />
    </FieldFrame>
  )
}

export type NumberFieldProps = FieldBase &
  InputRest & {
    /** Shown after the number: « € », « jours ». */
    unit?: ReactNode
    /** No decimals: the phone shows digits only. */
    integer?: boolean
  }

/**
 * A quantity. A text input, not `type=number`: that one refuses the French comma in some browsers, changes under the
 * mouse wheel and empties what it cannot read. The server reads `1 234,5`.
 */
export function NumberField({
  name,
  label,
  hint,
  errors,
  required,
  mark,
  id,
  unit,
  integer,
  ...rest
}: NumberFieldProps) {
  const field = { name, label, hint, errors, required, mark, id }
  const control = controlProps(field, unit)
  return (
    <FieldFrame field={field}>
      <div className="flex items-center gap-2">
        <input
          autoComplete="off"
          {...rest}
          {...control}
          type="text"
          inputMode={integer ? 'numeric' : 'decimal'}
          className="control max-w-40 text-right"
        />
        {unit ? (
          <span id={`${control.id}-unit`} className="text-ink-2">
            {unit}
          </span>
        ) : null}
      </div>
    </FieldFrame>
  )
}

export type SelectOption = { value: string; label: string; disabled?: boolean }
export type SelectGroup = { label: string; options: readonly SelectOption[] }

export type SelectProps = FieldBase &
  Omit<ComponentPropsWithoutRef<'select'>, Own> & {
    options: readonly (SelectOption | SelectGroup)[]
    /** The words of the empty choice. Without it there is none. */
    placeholder?: string
  }

function Option({ value, label, disabled }: SelectOption) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  )
}

/** One choice of many. */
export function Select({ name, label, hint, errors, required, mark, id, options, placeholder, ...rest }: SelectProps) {
  const field = { name, label, hint, errors, required, mark, id }
  return (
    <FieldFrame field={field}>
      <select {...rest} {...controlProps(field)} className="control pr-8">
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map(option =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(inner => (
                <Option key={inner.value} {...inner} />
              ))}
            </optgroup>
          ) : (
            <Option key={option.value} {...option} />
          ),
        )}
      </select>
    </FieldFrame>
  )
}

export type FileFieldProps = FieldBase & InputRest

/** A file to send; its form is `multipart/form-data`. */
export function FileField({ name, label, hint, errors, required, mark, id, ...rest }: FileFieldProps) {
  const field = { name, label, hint, errors, required, mark, id }
  return (
    <FieldFrame field={field}>
      <input
        {...rest}
        {...controlProps(field)}
        type="file"
        className="control file:mr-3 file:rounded file:border-0 file:bg-sea-tint file:px-3 file:py-1 file:font-semibold file:text-sea"
      />
    </FieldFrame>
  )
}

export type HiddenProps = { name: string; value: string | number }

/** What the form carries without showing it: the idempotency key, the version that was read. */
export function Hidden({ name, value }: HiddenProps) {
  return <input type="hidden" name={name} value={value} />
}
