import { useTranslation } from 'react-i18next'
import { asText } from '#app/features/history/changes.ts'
import type { FormState } from '#app/http/form.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Select } from '#app/ui/field.tsx'
import { FieldGroup } from '#app/ui/field-frame.tsx'
import { originFields, originParts } from '../figure-origin.ts'

type Values = Readonly<Record<string, string | number | null>>
type Props = { form: FormState; values: Values; today: string }

/** Where the figures come from and how sure they are: once for the photo, then by figure where one differs. */
export function OriginFields({ form, values, today }: Props) {
  const { t } = useTranslation(['diagnostics', 'fields'])
  const { origins, certainties } = useOriginOptions()
  const isWritten = (field: string) =>
    originParts.some(part => {
      const name = `origins.${field}.${part}`
      return Boolean(form.typed ? form.typed[name] : values[name])
    })
  return (
    <FieldGroup id="origine" legend={t('diagnostics:origins')} hint={t('diagnostics:originsHelp')}>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <Select
          {...form.field('origin', asText(values.origin))}
          label={t('fields:origin')}
          placeholder={t('diagnostics:notKnown')}
          options={origins}
        />
        <Select
          {...form.field('certainty', asText(values.certainty))}
          label={t('fields:certainty')}
          placeholder={t('diagnostics:notKnown')}
          options={certainties}
        />
      </div>
      <Disclosure label={t('diagnostics:ownOrigins')} open={originFields.some(isWritten)}>
        <div className="space-y-1 border-l-3 border-line pl-4">
          {originFields.map(field => (
            <Disclosure key={field} label={t(`fields:${field}`)} open={isWritten(field)}>
              <div className="grid items-end gap-x-4 gap-y-4 pt-1 pb-4 sm:grid-cols-3">
                <DateField
                  {...form.field(`origins.${field}.on`, asText(values[`origins.${field}.on`]))}
                  label={<OfFigure part="on" field={field} />}
                  max={today}
                />
                <Select
                  {...form.field(`origins.${field}.origin`, asText(values[`origins.${field}.origin`]))}
                  label={<OfFigure part="origin" field={field} />}
                  placeholder={t('diagnostics:asPhoto')}
                  options={origins}
                />
                <Select
                  {...form.field(`origins.${field}.certainty`, asText(values[`origins.${field}.certainty`]))}
                  label={<OfFigure part="certainty" field={field} />}
                  placeholder={t('diagnostics:asPhoto')}
                  options={certainties}
                />
              </div>
            </Disclosure>
          ))}
        </div>
      </Disclosure>
    </FieldGroup>
  )
}

/** Three controls in each of eleven lines: each has a name of its own for those who hear it. */
function OfFigure({ part, field }: { part: (typeof originParts)[number]; field: (typeof originFields)[number] }) {
  const { t } = useTranslation('fields')
  return (
    <>
      {t(`originOf.${part}`)}
      <span className="sr-only"> : {t(field)}</span>
    </>
  )
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

function useOriginOptions() {
  const { t } = useTranslation('choices')
  return {
    origins: options(t('origin', { returnObjects: true })),
    certainties: options(t('certainty', { returnObjects: true })),
  }
}

/** Every field of the origins with its label, for the refusals and the conflicts. */
export function useOriginTroubles() {
  const { t } = useTranslation(['fields', 'choices'])
  const words: Record<string, Record<string, string>> = {
    origin: t('choices:origin', { returnObjects: true }),
    certainty: t('choices:certainty', { returnObjects: true }),
  }
  return [
    { name: 'origin', label: t('fields:origin'), words: words.origin },
    { name: 'certainty', label: t('fields:certainty'), words: words.certainty },
    ...originFields.flatMap(field =>
      originParts.map(part => ({
        name: `origins.${field}.${part}`,
        label: t('fields:originOf.line', { figure: t(`fields:${field}`), part: t(`fields:originOf.${part}`) }),
        words: words[part],
      })),
    ),
  ]
}
