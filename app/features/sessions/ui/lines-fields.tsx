import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { Button } from '#app/ui/button.tsx'
import { DateField, TextField } from '#app/ui/field.tsx'
import { controlProps, Errors, fieldId } from '#app/ui/field-frame.tsx'
import type { Step } from '../session-lines.ts'

/** Lines that one press adds where nothing runs in the browser: each costs a page. */
const addedByPosting = 3
const mostLines = 40

type Group = { form: FormState; name: string; label: string }

/** Lines that say one thing each: a few are there, and a button adds some with JavaScript or without. */
export function LinesField({ stored, hint, ...group }: Group & { stored: readonly string[]; hint?: string }) {
  const { form, name, label } = group
  const lines = useLines(group, stored.length)
  return (
    <Lines {...group} {...lines} {...(hint && { hint })}>
      {index => <LineField form={form} name={`${name}[${index}]`} label={label} index={index} stored={stored[index]} />}
    </Lines>
  )
}

/** Next steps: what, who, until when. */
export function StepsField({ stored, hint, ...group }: Group & { stored: readonly Step[]; hint?: string }) {
  const { t } = useTranslation('sessions')
  const { form, name, label } = group
  const lines = useLines(group, stored.length)
  return (
    <Lines {...group} {...lines} {...(hint && { hint })}>
      {index => {
        const own = (part: string) => `${name}[${index}].${part}`
        return (
          <div className="grid gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_11rem]">
            <div className="self-end">
              <LineField form={form} name={own('text')} label={label} index={index} stored={stored[index]?.text} />
            </div>
            <TextField
              {...form.field(own('owner'), stored[index]?.owner)}
              label={numbered(t('form.stepOwner'), index)}
              autoComplete="off"
            />
            <DateField
              {...form.field(own('dueOn'), stored[index]?.dueOn)}
              label={numbered(t('form.stepDueOn'), index)}
            />
          </div>
        )
      }}
    </Lines>
  )
}

function useLines({ form, name }: Pick<Group, 'form' | 'name'>, stored: number) {
  const [pressed, setPressed] = useState(0)
  const typed = new Set(
    Object.keys(form.typed ?? {}).flatMap(field => (field.startsWith(`${name}[`) ? (field.split(']')[0] ?? []) : [])),
  ).size
  const posted = form.reply?.more === name ? addedByPosting : 0
  const count = Math.min(Math.max(stored + 1, typed) + posted + pressed, mostLines)
  return { count, more: () => setPressed(pressed + 1) }
}

type LinesProps = Group & { count: number; more: () => void; hint?: string; children: (index: number) => ReactNode }

function Lines({ name, label, hint, count, more, children }: LinesProps) {
  const { t } = useTranslation('sessions')
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">
        {label}
        {hint ? <span className="font-normal text-ink-2"> ({hint})</span> : null}
      </legend>
      <ul className="mt-1.5 space-y-2">
        {Array.from({ length: count }, (_, index) => (
          <li key={`${name}-${String(index)}`}>{children(index)}</li>
        ))}
      </ul>
      {count < mostLines ? (
        <Button
          name="_more"
          value={name}
          icon={Plus}
          variant="quiet"
          className="-ml-4.5"
          aria-label={t('form.moreOf', { label })}
          onClick={event => {
            event.preventDefault()
            more()
          }}
        >
          {t('form.more')}
        </Button>
      ) : null}
    </fieldset>
  )
}

type LineFieldProps = Group & { index: number; stored: string | undefined }

/** Grows with what is typed or pasted: several lines in one field are kept as several. */
function LineField({ form, name, label, index, stored }: LineFieldProps) {
  const field = form.field(name, stored)
  // A draft of the time when these lines were one text is shown in the first of them.
  const group = name.replace(/\[.*$/, '')
  const before = index === 0 && form.typed?.[name] === undefined ? form.typed?.[group] : undefined
  const id = fieldId(name)
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label} {index + 1}
      </label>
      <Errors id={id} {...(field.errors && { errors: field.errors })} />
      <textarea
        {...controlProps({ ...field, label })}
        defaultValue={before ?? field.defaultValue}
        rows={1}
        className="control field-sizing-content min-h-11"
      />
    </>
  )
}

/** Each line's fields have names of their own for those who hear them. */
function numbered(label: string, index: number) {
  return (
    <>
      {label}
      <span className="sr-only"> {index + 1}</span>
    </>
  )
}
