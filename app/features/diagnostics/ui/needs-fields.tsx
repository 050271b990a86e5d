import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, Select, TextField } from '#app/ui/field.tsx'
import { FieldGroup } from '#app/ui/field-frame.tsx'
import type { NeedWeight } from '../need.ts'

export type NeedShown = { id: string; title: string; domain: string; reservation: string | null } & NeedWeight

/** Empty lines offered without JavaScript; with it, one more at each press. */
const spareLines = 3
const mostLines = 20

/** The needs, ranked: a number gives the order, an emptied text takes a need away. */
export function NeedsFields({ form, needs }: { form: FormState; needs: readonly NeedShown[] }) {
  const { t } = useTranslation(['diagnostics', 'choices'])
  const typed = Object.keys(form.typed ?? {}).filter(name => /^needs\[\d+\]\.title$/.test(name)).length
  const [added, setAdded] = useState(0)
  const count = Math.min(Math.max(needs.length + spareLines, typed) + added, mostLines)
  const domains = options(t('choices:domain', { returnObjects: true }))
  const urgencies = options(t('choices:urgency', { returnObjects: true }))
  const effects = options(t('choices:jobsEffect', { returnObjects: true }))
  return (
    <FieldGroup id="besoins" legend={t('diagnostics:needs')} hint={t('diagnostics:needsHelp')}>
      <ol className="space-y-5">
        {Array.from({ length: count }, (_, index) => {
          const need = needs[index]
          const named = (field: string) => `needs[${index}].${field}`
          return (
            <li
              key={named('line')}
              className="grid items-end gap-x-4 gap-y-3 border-l-3 border-line pl-4 sm:grid-cols-[5rem_minmax(0,2fr)_minmax(0,1fr)]"
            >
              {need ? <Hidden name={named('id')} value={need.id} /> : null}
              <div className="max-sm:max-w-20">
                <TextField
                  {...form.field(named('rank'), need ? index + 1 : null)}
                  label={numbered(t('diagnostics:rank'), index)}
                  inputMode="numeric"
                  autoComplete="off"
                />
              </div>
              <TextField
                {...form.field(named('title'), need?.title)}
                label={numbered(t('diagnostics:need'), index)}
                autoComplete="off"
              />
              <Select
                {...form.field(named('domain'), need?.domain)}
                label={numbered(t('diagnostics:domain'), index)}
                placeholder={t('diagnostics:domainUnknown')}
                options={domains}
              />
              <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:col-span-2 sm:col-start-2">
                <Select
                  {...form.field(named('urgency'), need?.urgency)}
                  label={numbered(t('diagnostics:urgency'), index)}
                  placeholder={t('diagnostics:notKnown')}
                  options={urgencies}
                />
                <Select
                  {...form.field(named('jobsEffect'), need?.jobsEffect)}
                  label={numbered(t('diagnostics:jobsEffect'), index)}
                  placeholder={t('diagnostics:notKnown')}
                  options={effects}
                />
              </div>
            </li>
          )
        })}
      </ol>
      {count < mostLines ? (
        <Button type="button" icon={Plus} variant="quiet" onClick={() => setAdded(added + 1)}>
          {t('diagnostics:more')}
        </Button>
      ) : null}
    </FieldGroup>
  )
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Each line's fields have names of their own for those who hear them. */
function numbered(label: string, index: number) {
  return (
    <>
      {label}
      <span className="sr-only"> {index + 1}</span>
    </>
  )
}
