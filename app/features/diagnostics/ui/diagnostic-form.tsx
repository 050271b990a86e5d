import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ShownFile } from '#app/features/files/file-about.ts'
import { FileLink } from '#app/features/files/ui/file-list.tsx'
import { asText } from '#app/features/history/changes.ts'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, NumberField, Select, TextArea } from '#app/ui/field.tsx'
import { FieldGroup } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import type { FormValues } from '../diagnostic-form.ts'
import { type ExpertiseDomain, expertiseDomains } from '../expertise-domains.ts'
import { type NeedShown, NeedsFields } from './needs-fields.tsx'

export type DiagnosticFormProps = {
  formKey: string
  version: number
  values: FormValues
  needs: readonly NeedShown[]
  files: readonly ShownFile[]
  /** The address of the case. */
  caseBase: string
}

const texts = ['participants', 'documentsSeen', 'strengths', 'brakes', 'conclusions'] as const

/** The shared diagnostic: one form, saved as often as one likes, with nothing mandatory. */
export function DiagnosticForm({ formKey, version, values, needs, files, caseBase }: DiagnosticFormProps) {
  const { t } = useTranslation(['diagnostics', 'fields'])
  const form = useForm('save-diagnostic')
  const fields = useDiagnosticFields()
  return (
    <Section title={t('diagnostics:writing')} note={t('diagnostics:writingHelp')} id="diagnostic">
      <CommandForm
        name="save-diagnostic"
        formKey={formKey}
        draft={form.draft}
        key={form.generation}
        className="space-y-9"
      >
        <FormTroubles form={form} fields={fields} />
        <Hidden name="version" value={form.version(version)} />
        <div className="space-y-5">
          <TextArea {...form.field('participants', values.participants)} label={t('fields:participants')} rows={2} />
          <TextArea {...form.field('documentsSeen', values.documentsSeen)} label={t('fields:documentsSeen')} rows={2} />
        </div>
        <FieldGroup id="situation" legend={t('diagnostics:situation')}>
          <SituationFields form={form} values={values} files={files} caseBase={caseBase} />
        </FieldGroup>
        <FieldGroup id="analyse" legend={t('diagnostics:analysis')}>
          <TextArea {...form.field('strengths', values.strengths)} label={t('fields:strengths')} />
          <TextArea {...form.field('brakes', values.brakes)} label={t('fields:brakes')} />
          <TextArea {...form.field('conclusions', values.conclusions)} label={t('fields:conclusions')} rows={6} />
        </FieldGroup>
        <NeedsFields form={form} needs={needs} />
        <NumberField
          {...form.field('practitionerDays', asText(values.practitionerDays))}
          label={t('fields:practitionerDays')}
        />
        <ActionBar>
          <Button variant="primary">{t('diagnostics:save')}</Button>
        </ActionBar>
      </CommandForm>
    </Section>
  )
}

/** Every field with its label, for the refusals and the conflicts. */
function useDiagnosticFields() {
  const { t } = useTranslation(['fields', 'choices'])
  const domains: Record<string, string> = t('choices:domain', { returnObjects: true })
  const urgencies: Record<string, string> = t('choices:urgency', { returnObjects: true })
  const effects: Record<string, string> = t('choices:jobsEffect', { returnObjects: true })
  const numbered = (label: string, index: number) => `${label} ${index + 1}`
  return [
    ...texts.map(name => ({ name, label: t(`fields:${name}`) })),
    { name: 'practitionerDays', label: t('fields:practitionerDays') },
    ...expertiseDomains.flatMap(domain => [
      { name: `situation.${domain}.score`, label: t(`fields:situation.${domain}.score`) },
      { name: `situation.${domain}.text`, label: t(`fields:situation.${domain}.text`) },
    ]),
    ...Array.from({ length: 20 }, (_, index) => [
      { name: `needs[${index}].title`, label: numbered(t('fields:needs.title'), index) },
      { name: `needs[${index}].domain`, label: numbered(t('fields:needs.domain'), index), words: domains },
      { name: `needs[${index}].urgency`, label: numbered(t('fields:needs.urgency'), index), words: urgencies },
      { name: `needs[${index}].jobsEffect`, label: numbered(t('fields:needs.jobsEffect'), index), words: effects },
      { name: `needs[${index}].rank`, label: numbered(t('fields:needs.title'), index) },
    ]).flat(),
  ]
}

type SituationProps = { form: FormState } & Pick<DiagnosticFormProps, 'values' | 'files' | 'caseBase'>

/** Each of the eight domains on its own line, folded while nothing is written of it. */
function SituationFields({ form, values, files, caseBase }: SituationProps) {
  const { t } = useTranslation(['diagnostics', 'choices', 'common'])
  const scores = [0, 1, 2, 3, 4].map(score => ({
    value: String(score),
    label:
      score === 0
        ? `0 · ${t('diagnostics:scoreLow')}`
        : score === 4
          ? `4 · ${t('diagnostics:scoreHigh')}`
          : String(score),
  }))
  return (
    <div className="space-y-1">
      {expertiseDomains.map(domain => {
        const [score, text] = [values[`situation.${domain}.score`], values[`situation.${domain}.text`]]
        const domainWords = t(`choices:domain.${domain}`)
        const isTyped = Boolean(form.typed?.[`situation.${domain}.score`] || form.typed?.[`situation.${domain}.text`])
        const isWritten = isTyped || (score !== null && score !== undefined) || Boolean(text)
        return (
          <Disclosure
            key={domain}
            open={isWritten || form.reply !== null}
            label={
              <>
                {domainWords}
                {score === null || score === undefined ? null : <span className="text-ink-2"> {score}/4</span>}
              </>
            }
          >
            <div className="grid gap-x-5 gap-y-4 pt-1 pb-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
              <Select
                {...form.field(`situation.${domain}.score`, score)}
                label={
                  <>
                    {t('diagnostics:score')}
                    <span className="sr-only"> : {domainWords}</span>
                  </>
                }
                placeholder={t('common:unknown')}
                options={scores}
              />
              <TextArea
                {...form.field(`situation.${domain}.text`, text)}
                label={
                  <>
                    {t('diagnostics:findings')}
                    <span className="sr-only"> : {domainWords}</span>
                  </>
                }
                rows={2}
              />
              <DomainFiles domain={domain} files={files} caseBase={caseBase} />
            </div>
          </Disclosure>
        )
      })}
    </div>
  )
}

/** What proves the findings of a domain, and the way to add to it. */
function DomainFiles({
  domain,
  files,
  caseBase,
}: { domain: ExpertiseDomain } & Pick<DiagnosticFormProps, 'files' | 'caseBase'>) {
  const { t } = useTranslation(['files', 'choices'])
  const about = `diagnostic.${domain}`
  return (
    <div className="space-y-1 sm:col-span-2">
      {files
        .filter(file => file.about === about)
        .map(file => (
          <p key={file.id}>
            <FileLink file={file} href={`${caseBase}/documents/${file.id}`} />
          </p>
        ))}
      <Link to={`${caseBase}/documents?sur=${about}#fichiers`} className="inline-block py-0.5">
        {t('files:attach')}
        <span className="sr-only"> : {t(`choices:domain.${domain}`)}</span>
      </Link>
    </div>
  )
}
