import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Errors, fieldId } from '#app/ui/field-frame.tsx'
import type { AttendanceRow } from '../session-form.ts'
import { attendanceStatuses } from '../session-rules.ts'

const segment =
  'relative flex min-h-11 cursor-pointer items-center justify-center border-line-strong px-1 text-center leading-tight first:rounded-l-[7px] last:rounded-r-[7px] not-first:border-l has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea has-focus-visible:z-1 forced-colors:has-checked:outline-2'

const chosen: Record<(typeof attendanceStatuses)[number], string> = {
  present: 'has-checked:bg-sea has-checked:text-sea-ink',
  remote: 'has-checked:bg-sea has-checked:text-sea-ink',
  excused: 'has-checked:bg-amber-tint has-checked:text-amber',
  absent: 'has-checked:bg-brick-tint has-checked:text-brick',
}

type AttendanceGridProps = { form: FormState; rows: readonly AttendanceRow[] }

/** One line per member, as large as a thumb; a session where everybody came needs no touch at all. */
export function AttendanceGrid({ form, rows }: AttendanceGridProps) {
  const { t } = useTranslation('sessions')
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">
        {t('form.attendance')} <span className="font-normal text-ink-2">({t('form.attendanceHint')})</span>
      </legend>
      <ul className="mt-1.5 divide-y divide-line rounded-card border border-line bg-surface px-4">
        {rows.map((row, index) => (
          <li key={row.accompanimentId} className="py-3">
            <Row form={form} row={row} name={`attendance[${index}]`} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Row({ form, row, name }: { form: FormState; row: AttendanceRow; name: string }) {
  const { t } = useTranslation('sessions')
  // After a refusal the members may be others: what was typed goes back to the one for whom it was typed.
  const isSame = form.typed?.[`${name}.accompanimentId`] === row.accompanimentId
  const own = (field: string, stored: string) => ({
    ...form.field(`${name}.${field}`, stored),
    ...(!isSame && { defaultValue: stored }),
  })
  const status = own('status', row.status)
  const person = own('personName', row.personName)
  const id = fieldId(status.name)
  return (
    <fieldset aria-label={t('form.attendanceFor', { name: row.name })} className="min-w-0">
      <Hidden name={`${name}.accompanimentId`} value={row.accompanimentId} />
      <div className="grid items-center gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="min-w-0">
          <p className="font-semibold">{row.name}</p>
          <Errors id={fieldId(person.name)} errors={person.errors} />
          <input
            {...person}
            id={fieldId(person.name)}
            aria-label={t('form.personName', { name: row.name })}
            aria-invalid={person.errors ? true : undefined}
            aria-describedby={person.errors ? `${fieldId(person.name)}-error` : undefined}
            placeholder={t('form.personPlaceholder')}
            list={row.people.length > 1 ? `${id}-people` : undefined}
            autoComplete="off"
            className="min-h-9 w-full rounded-none border-b border-line-strong bg-transparent px-0 text-[0.9375rem] text-ink-2 focus:text-ink"
          />
          {row.people.length > 1 ? (
            <datalist id={`${id}-people`}>
              {row.people.map(name => (
                <option key={name} value={name} />
              ))}
            </datalist>
          ) : null}
        </div>
        <div className="grid grid-cols-4 rounded-control border border-line-strong">
          {attendanceStatuses.map((value, index) => (
            <label key={value} htmlFor={index === 0 ? id : `${id}-${value}`} className={`${segment} ${chosen[value]}`}>
              <input
                id={index === 0 ? id : `${id}-${value}`}
                type="radio"
                name={status.name}
                value={value}
                defaultChecked={status.defaultValue === value}
                aria-label={t(`attendanceLong.${value}`)}
                className="absolute inset-0 size-full cursor-pointer appearance-none outline-none"
              />
              <span aria-hidden="true">{t(`attendance.${value}`)}</span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  )
}
