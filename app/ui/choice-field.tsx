import { controlProps, describedBy, Errors, type FieldBase, fieldId, Hint, Mark } from '#app/ui/field-frame.tsx'

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean }

/** stack: one under the other · row: side by side · segments: joined buttons, for two or three short words. */
export type ChoiceLayout = 'stack' | 'row' | 'segments'

export type ChoiceGroupProps = FieldBase & {
  options: readonly Choice[]
  /** Several when `multiple`. */
  defaultValue?: string | readonly string[]
  /** Checkboxes, each sent under the same name. */
  multiple?: boolean
  layout?: ChoiceLayout
  /** The label is read by screen readers only: for a list where each line already says what it is. */
  hideLabel?: boolean
}

const layouts: Record<ChoiceLayout, string> = {
  stack: 'flex flex-col',
  row: 'flex flex-wrap gap-x-6',
  segments: 'inline-flex flex-wrap rounded-control border border-line-strong bg-surface',
}

const lines = 'flex min-h-11 cursor-pointer items-start gap-3 py-2'
const segment =
  'relative flex min-h-11 cursor-pointer items-center gap-1.5 border-line-strong px-4 py-1.5 first:rounded-l-[7px] last:rounded-r-[7px] not-first:border-l has-checked:bg-sea has-checked:font-semibold has-checked:text-sea-ink has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea has-focus-visible:z-1 forced-colors:has-checked:outline-2'

/** A few answers to one question, all visible: radios, or checkboxes when several may be true. */
export function ChoiceGroup({
  options,
  defaultValue,
  multiple,
  layout = 'stack',
  hideLabel,
  ...field
}: ChoiceGroupProps) {
  const id = field.id ?? fieldId(field.name)
  const chosen: readonly string[] = typeof defaultValue === 'string' ? [defaultValue] : (defaultValue ?? [])
  const inSegments = layout === 'segments'
  return (
    <fieldset className="min-w-0" aria-describedby={describedBy(id, field)}>
      <legend className={hideLabel ? 'sr-only' : 'font-semibold'}>
        {field.label}
        <Mark required={field.required} mark={field.mark} />
      </legend>
      <Hint id={id}>{field.hint}</Hint>
      <Errors id={id} errors={field.errors} />
      <div className={`${hideLabel ? '' : 'mt-1'} ${layouts[layout]}`}>
        {options.map((option, index) => {
          // The first carries the id that the summary of errors leads to.
          const optionId = index === 0 ? id : `${id}-${index}`
          return (
            <label key={option.value} htmlFor={optionId} className={inSegments ? segment : lines}>
              <input
                id={optionId}
                type={multiple ? 'checkbox' : 'radio'}
                name={field.name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                disabled={option.disabled}
                required={!multiple && field.required}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
                className={
                  inSegments
                    ? 'absolute inset-0 size-full cursor-pointer appearance-none outline-none'
                    : 'mt-0.5 size-5.5 shrink-0'
                }
              />
              <span>
                {option.label}
                {option.hint ? (
                  <span id={`${optionId}-hint`} className="block text-[0.9375rem] leading-snug text-ink-2">
                    {option.hint}
                  </span>
                ) : null}
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

export type CheckboxFieldProps = FieldBase & { defaultChecked?: boolean; value?: string }

/** One thing to agree to or to say yes to. Not checked, the browser sends nothing. */
export function CheckboxField({ defaultChecked, value = 'oui', ...field }: CheckboxFieldProps) {
  const control = controlProps(field)
  return (
    <div>
      <Errors id={control.id} errors={field.errors} />
      <label htmlFor={control.id} className={lines}>
        <input
          {...control}
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked}
          className="mt-0.5 size-5.5 shrink-0"
        />
        <span>
          {field.label}
          <Mark required={field.required} mark={field.mark} />
        </span>
      </label>
      {field.hint ? (
        <div className="-mt-1 pl-8.5">
          <Hint id={control.id}>{field.hint}</Hint>
        </div>
      ) : null}
    </div>
  )
}
