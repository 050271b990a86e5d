import { useTranslation } from 'react-i18next'
import { markOf } from '#app/features/programmes/editing.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, NumberField, Select } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { ruleFields } from '../adapting.ts'
import type { ReminderRule } from '../reminder-rule.ts'
import { channels, mayBeTold, mostOccurrences, recipients } from '../reminder-vocabulary.ts'

type RulesProps = { rules: readonly ReminderRule[]; formKey: string }

/** Every rule of a programme or of an operator, to be adapted or stopped. */
export function RuleForms({ rules, formKey }: RulesProps) {
  const { t } = useTranslation('reminderRules')
  return (
    <Section title={t('section')} id="rappels" note={t('help')}>
      {rules.map(rule => (
        <Rule key={rule.rule} rule={rule} formKey={formKey} />
      ))}
    </Section>
  )
}

/** Open by itself once it was refused: without JavaScript the page is a new one. */
function Rule({ rule, formKey }: { rule: ReminderRule; formKey: string }) {
  const { t } = useTranslation('reminderRules')
  const locale = useLocale()
  const { reply } = useForm(formName(rule))
  return (
    <Disclosure label={`${rule.label[locale]}${rule.off ? ` (${t('off')})` : ''}`} open={reply !== null}>
      <div className="mb-6 max-w-3xl space-y-4 border-l-2 border-line pl-4">
        {rule.why ? <p className="text-ink-2">{rule.why[locale]}</p> : null}
        <RuleForm rule={rule} formKey={formKey} />
      </div>
    </Disclosure>
  )
}

const formName = ({ rule }: ReminderRule) => `rule.${rule}`

function RuleForm({ rule, formKey }: { rule: ReminderRule; formKey: string }) {
  const { t } = useTranslation('reminderRules')
  const locale = useLocale()
  const name = formName(rule)
  const form = useForm(name)
  const stored = ruleFields(rule)
  const labels = useLabels(rule)
  const id = (field: string) => `${rule.rule}-${field.replace(/[[\].]+/g, '-')}`
  const field = (of: string) => ({ ...form.field(of, stored[of]), label: labels[of], id: id(of) })
  const units = [
    { value: 'non', label: t('calendar') },
    { value: 'oui', label: t('businessDays') },
  ]
  return (
    <CommandForm name={name} formKey={formKey} key={form.generation} className="space-y-6">
      <FormTroubles
        form={form}
        fields={Object.entries(labels).map(([of, label]) => ({ name: of, label, id: id(of) }))}
      />
      <Hidden name="mark" value={form.version(markOf(rule))} />
      <Hidden name="rule" value={rule.rule} />
      <ChoiceGroup
        {...field('on')}
        layout="segments"
        options={[
          { value: 'oui', label: t('yes') },
          { value: 'non', label: t('no') },
        ]}
      />
      {ranksOf(rule).map(at => {
        const base = `occurrences[${at}]`
        const count = rule.occurrences.length
        const isMore = at === count
        const hint = isMore ? 'oneMoreHint' : at > 0 && at === count - 1 ? 'lastHint' : 'daysHint'
        return (
          <FieldGroup key={base} id={id(base)} legend={t(isMore ? 'oneMore' : 'occurrence', { rank: at + 1 })}>
            <FieldRow>
              <NumberField {...field(`${base}.days`)} integer hint={t(hint)} />
              <Select {...field(`${base}.business`)} options={units} hint={t('businessHint')} />
            </FieldRow>
            <FieldRow>
              <Select
                {...field(`${base}.to`)}
                options={recipients
                  .filter(to => mayBeTold(rule.trigger, to))
                  .map(value => ({ value, label: t(`recipients.${value}`) }))}
              />
              <Select
                {...field(`${base}.channel`)}
                options={channels.map(value => ({ value, label: t(`channels.${value}`) }))}
              />
            </FieldRow>
          </FieldGroup>
        )
      })}
      <FieldRow>
        <NumberField {...field('escalation')} integer hint={t('escalationHint')} />
        <Select {...field('escalationBusiness')} options={units} />
      </FieldRow>
      <Button variant="primary" aria-label={`${t('save')} : ${rule.label[locale]}`}>
        {t('save')}
      </Button>
    </CommandForm>
  )
}

/** Those of the rule, and one more while there may be; none is moved, for its rank is what it is known by. */
const ranksOf = ({ occurrences }: ReminderRule) => [
  ...occurrences.keys(),
  ...(occurrences.length < mostOccurrences ? [occurrences.length] : []),
]

/** The label of every field, by its name; those of an occurrence say which one. */
function useLabels(rule: ReminderRule): Record<string, string> {
  const { t } = useTranslation('reminderRules')
  const named = (field: string, at: number) => t('named', { field, rank: at + 1 })
  return Object.fromEntries([
    ['on', t('on')],
    ...ranksOf(rule).flatMap(at => [
      [`occurrences[${at}].days`, named(t('days'), at)],
      [`occurrences[${at}].business`, named(t('business'), at)],
      [`occurrences[${at}].to`, named(t('to'), at)],
      [`occurrences[${at}].channel`, named(t('channel'), at)],
    ]),
    ['escalation', t('escalation')],
    ['escalationBusiness', t('escalationBusiness')],
  ])
}
