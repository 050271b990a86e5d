import { useTranslation } from 'react-i18next'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDays, type Locale } from '#app/i18n/formats.ts'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, HourField, NumberField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { headCountAnswers } from '../attendance.ts'
import type { Elsewhere } from '../elsewhere.ts'
import type { SessionFormPage } from '../session-form.ts'
import { sessionKinds, sessionModes, sessionStatuses } from '../session-rules.ts'
import { AttendanceGrid } from './attendance-grid.tsx'
import { ElsewhereNotice } from './elsewhere-notice.tsx'
import { LinesField, StepsField } from './lines-fields.tsx'
import { SeriesFields } from './series-fields.tsx'
import { useSessionFields } from './session-fields.ts'

/** Lengths on offer, in days: by quarters to two, then by halves, then by days. */
const lengths = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8]

type SessionFormProps = {
  page: SessionFormPage
  formKey: string
  locale: Locale
  cancelTo: string
  /** What a consultant has for other operators; nobody else is given any. */
  elsewhere?: readonly Elsewhere[]
  /** Where no server can refuse it yet: what she already has for this operator. */
  own?: readonly Elsewhere[]
}

/** A session in a minute on a phone: when, how long, who was there, what was decided, what comes next. */
export function SessionForm({ page, formKey, locale, cancelTo, elsewhere = [], own = [] }: SessionFormProps) {
  const { t } = useTranslation(['sessions', 'common'])
  const form = useForm('session')
  const { session } = page
  const stored = page.stored
  return (
    <CommandForm name="session" formKey={formKey} draft={form.draft} className="group/session max-w-2xl space-y-6">
      {/* The first button is the one that Enter presses: without it, that would be the one that adds a line. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      <FormTroubles form={form} fields={useSessionFields()} />
      {session ? <Hidden name="version" value={form.version(session.version)} /> : null}
      <ChoiceGroup
        {...form.field('status', stored.status)}
        label={t('sessions:form.status')}
        layout="segments"
        options={sessionStatuses.map(value => ({ value, label: t(`sessions:statuses.${value}`) }))}
      />
      <div className="grid grid-cols-2 items-end gap-4">
        <DateField
          {...form.field('heldOn', stored.heldOn)}
          label={t('sessions:form.heldOn')}
          min={page.engineering.startsOn ?? undefined}
          max={page.engineering.endsOn ?? undefined}
          required
        />
        <Select
          {...form.field('days', stored.days)}
          label={t('sessions:form.days')}
          placeholder={t('sessions:form.chooseDays')}
          options={lengthsWith(form.field('days', stored.days).defaultValue).map(value => ({
            value: String(value),
            label: formatDays(value, locale),
          }))}
        />
        <HourField
          {...form.field('beginsAt', stored.beginsAt)}
          label={t('sessions:form.beginsAt')}
          mark={t('sessions:form.hoursHint')}
        />
        <HourField
          {...form.field('endsAt', stored.endsAt)}
          label={t('sessions:form.endsAt')}
          mark={t('sessions:form.hoursHint')}
        />
      </div>
      {elsewhere.length + own.length > 0 ? <ElsewhereNotice {...{ form, page, elsewhere, own, locale }} /> : null}
      <SeriesFields form={form} page={page} />
      <WhenHeld>
        <Reason form={form} page={page} />
        {page.missed.length > 0 ? (
          <p className="text-ink-2">{t('sessions:form.missed', { names: page.missed.join(', ') })}</p>
        ) : null}
        <AttendanceGrid form={form} rows={page.attendance} />
        <HeadCount form={form} stored={page.stored.headCount} />
      </WhenHeld>
      <LinesField form={form} name="agenda" label={t('sessions:form.agenda')} stored={page.lines.agenda} />
      <LinesField form={form} name="decisions" label={t('sessions:form.decisions')} stored={page.lines.decisions} />
      <WhenHeld>
        <StepsField
          form={form}
          name="nextSteps"
          label={t('sessions:form.nextSteps')}
          hint={t('sessions:form.nextStepsHint')}
          stored={page.lines.nextSteps}
        />
        <LinesField
          form={form}
          name="blockers"
          label={t('sessions:form.blockers')}
          hint={t('sessions:form.blockersHint')}
          stored={page.lines.blockers}
        />
      </WhenHeld>
      <Details form={form} page={page} />
      <ActionBar>
        <LinkButton to={cancelTo}>{t('common:cancel')}</LinkButton>
        <Button variant="primary">{t('sessions:form.save')}</Button>
      </ActionBar>
    </CommandForm>
  )
}

/** Shown unless the session is planned or called off: by CSS alone, so that it also works without JavaScript. */
function WhenHeld({ children }: { children: React.ReactNode }) {
  return (
    <div className="space-y-6 group-has-[input[name=status][value=cancelled]:checked]/session:hidden group-has-[input[name=status][value=planned]:checked]/session:hidden">
      {children}
    </div>
  )
}

/** Asked when it can be foreseen, or once the command has asked. */
function Reason({ form, page }: { form: FormState; page: SessionFormPage }) {
  const { t } = useTranslation('sessions')
  const reason = form.field('overrunReason', page.stored.overrunReason)
  if (!page.expects && !reason.errors && !reason.defaultValue) return null
  return (
    <div className="space-y-4">
      {page.expects && !reason.errors ? (
        <Notice tone="late">{t(page.expects === 'signature' ? 'unsigned' : 'noDayLeft')}</Notice>
      ) : null}
      <TextArea {...reason} label={t('form.overrunReason')} hint={t('form.overrunHint')} rows={2} />
    </div>
  )
}

/** How many came beside those who are noted; which of the two is right is asked once they differ. */
function HeadCount({ form, stored }: { form: FormState; stored: string | number | null | undefined }) {
  const { t } = useTranslation('sessions')
  const which = form.field('headCountIs')
  const differs = which.errors || which.defaultValue || stored !== null
  return (
    <div className="space-y-4">
      <NumberField
        {...form.field('headCount', stored)}
        label={t('form.headCount')}
        hint={t('form.headCountHint')}
        integer
      />
      {differs ? (
        <ChoiceGroup
          {...which}
          defaultValue={which.defaultValue || (stored ? 'count' : '')}
          label={t('form.headCountIs')}
          options={headCountAnswers.map(value => ({ value, label: t(`form.headCountAnswers.${value}`) }))}
        />
      ) : null}
    </div>
  )
}

function Details({ form, page }: { form: FormState; page: SessionFormPage }) {
  const { t } = useTranslation(['sessions', 'choices'])
  const domains: Record<string, string> = t('choices:domain', { returnObjects: true })
  const place = form.field('place', page.stored.place)
  const themes = form.field('themes', page.stored.themes).defaultValue.split('\n').filter(Boolean)
  // What the session says already stays, even under words that are no longer offered.
  const own = [...new Set([...(page.ownThemes ?? []), ...themes])].flatMap(value =>
    value in domains ? [] : [{ value, label: value }],
  )
  return (
    <Disclosure label={t('form.details')} open={place.errors !== undefined}>
      <div className="space-y-6 pt-2">
        <Select
          {...form.field('kind', page.stored.kind)}
          label={t('form.kind')}
          placeholder={t('form.chooseKind')}
          options={sessionKinds.map(value => ({ value, label: t(`kinds.${value}`) }))}
        />
        <p
          role="status"
          className="hidden text-ink-2 group-has-[select[name=kind]>option[value=awareness]:checked]/session:block"
        >
          {t('form.awareness')}
        </p>
        <ChoiceGroup
          {...form.field('mode', page.stored.mode)}
          label={t('form.mode')}
          layout="segments"
          options={sessionModes.map(value => ({ value, label: t(`modes.${value}`) }))}
        />
        <TextField {...place} label={t('form.place')} />
        <ChoiceGroup
          {...form.field('themes', page.stored.themes)}
          label={t('form.themes')}
          multiple
          defaultValue={themes}
          options={[...Object.entries(domains).map(([value, label]) => ({ value, label })), ...own]}
        />
      </div>
    </Disclosure>
  )
}

function lengthsWith(stored: string): number[] {
  const own = Number(stored)
  return own > 0 && !lengths.includes(own) ? [...lengths, own].sort((a, b) => a - b) : lengths
}
