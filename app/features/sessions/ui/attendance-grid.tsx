import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Errors, fieldId } from '#app/ui/field-frame.tsx'
import { attendeeRoles } from '../attendance.ts'
import type { AttendanceRow } from '../session-form.ts'
import { attendanceStatuses } from '../session-rules.ts'
import { type PersonRow, personRows } from './attendance-rows.ts'

const segment =
  'relative flex min-h-11 cursor-pointer items-center justify-center border-line-strong px-1 text-center leading-tight first:rounded-l-[7px] last:rounded-r-[7px] not-first:border-l has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea has-focus-visible:z-1 forced-colors:has-checked:outline-2'

const chosen: Record<(typeof attendanceStatuses)[number], string> = {
  present: 'has-checked:bg-sea has-checked:text-sea-ink',
  remote: 'has-checked:bg-sea has-checked:text-sea-ink',
  excused: 'has-checked:bg-amber-tint has-checked:text-amber',
  absent: 'has-checked:bg-brick-tint has-checked:text-brick',
}

type AttendanceGridProps = { form: FormState; rows: readonly AttendanceRow[] }

/** One line per person, as large as a thumb; a session where everybody came needs no touch at all. */
export function AttendanceGrid({ form, rows }: AttendanceGridProps) {
  const { t } = useTranslation('sessions')
  const [pressed, setPressed] = useState<Readonly<Record<string, number>>>({})
  const posted = form.reply?.more === 'attendance' ? 1 : 0
  const added = Object.fromEntries(
    rows.map(({ accompanimentId }) => [accompanimentId, posted + (pressed[accompanimentId] ?? 0)]),
  )
  const lines = personRows(rows, form.typed, added)
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">
        {t('form.attendance')} <span className="font-normal text-ink-2">({t('form.attendanceHint')})</span>
      </legend>
      <ul className="mt-1.5 divide-y divide-line rounded-card border border-line bg-surface px-4">
        {rows.map((row, index) => (
          <li key={row.accompanimentId} className="py-3">
            <p className="font-semibold">{row.name}</p>
            <div className="space-y-3">
              {lines[index]?.map((line, place) => (
                <Person key={line.rank} form={form} row={row} line={line} place={place} />
              ))}
            </div>
            <Button
              name="_more"
              value="attendance"
              icon={UserPlus}
              variant="quiet"
              aria-label={t('form.addPersonFor', { name: row.name })}
              onClick={event => {
                event.preventDefault()
                setPressed({ ...pressed, [row.accompanimentId]: (pressed[row.accompanimentId] ?? 0) + 1 })
              }}
            >
              {t('form.addPerson')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

type PersonProps = { form: FormState; row: AttendanceRow; line: PersonRow; place: number }

function Person({ form, row, line, place }: PersonProps) {
  const { t } = useTranslation('sessions')
  const name = `attendance[${line.rank}]`
  const errorsOf = (field: string) => form.reply?.fields[`${name}.${field}`]
  const [person, role, status] = [`${name}.personName`, `${name}.role`, `${name}.status`].map(fieldId)
  // The first of a member has the plain name; the others are numbered for those who hear them.
  const who = place === 0 ? row.name : `${row.name} (${place + 1})`
  const invalid = (field: string, id: string | undefined) =>
    errorsOf(field) ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-error` } : {}
  return (
    <fieldset aria-label={t('form.attendanceFor', { name: who })} className="min-w-0">
      <Hidden name={`${name}.accompanimentId`} value={row.accompanimentId} />
      {['personName', 'role', 'status'].map(field => (
        <Errors key={field} id={fieldId(`${name}.${field}`)} errors={errorsOf(field) ?? []} />
      ))}
      <div className="grid items-center gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-x-2">
          <input
            name={`${name}.personName`}
            defaultValue={line.personName}
            {...invalid('personName', person)}
            id={person}
            aria-label={t('form.personName', { name: who })}
            placeholder={t('form.personPlaceholder')}
            list={row.people.length > 1 ? `${person}-people` : undefined}
            autoComplete="off"
            className={bare}
          />
          {row.people.length > 1 ? (
            <datalist id={`${person}-people`}>
              {row.people.map(known => (
                <option key={known} value={known} />
              ))}
            </datalist>
          ) : null}
          <select
            name={`${name}.role`}
            defaultValue={line.role}
            {...invalid('role', role)}
            id={role}
            aria-label={t('form.role', { name: who })}
            className={bare}
          >
            <option value="">{t('form.chooseRole')}</option>
            {attendeeRoles.map(value => (
              <option key={value} value={value}>
                {t(`roles.${value}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="grid grid-cols-4 rounded-control border border-line-strong">
          {attendanceStatuses.map((value, index) => (
            <label
              key={value}
              htmlFor={index === 0 ? status : `${status}-${value}`}
              className={`${segment} ${chosen[value]}`}
            >
              <input
                id={index === 0 ? status : `${status}-${value}`}
                type="radio"
                name={`${name}.status`}
                value={value}
                defaultChecked={line.status === value}
                {...invalid('status', status)}
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

const bare =
  'min-h-11 w-full min-w-0 rounded-none border-b border-line-strong bg-transparent px-0 text-[0.9375rem] text-ink-2 focus:text-ink'
