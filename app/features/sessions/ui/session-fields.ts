import { useTranslation } from 'react-i18next'
import type { TroubleField } from '#app/http/form-troubles.tsx'
import { sessionKinds, sessionModes, sessionStatuses } from '../session-rules.ts'

/** The fields of a session's form by their names, for what is refused and for what somebody else wrote first. */
export function useSessionFields(): TroubleField[] {
  const { t } = useTranslation(['sessions', 'choices'])
  const words = <V extends string>(values: readonly V[], word: (value: V) => string) =>
    Object.fromEntries(values.map(value => [value, word(value)]))
  return [
    { name: 'status', label: t('form.status'), words: words(sessionStatuses, value => t(`statuses.${value}`)) },
    { name: 'heldOn', label: t('form.heldOn') },
    { name: 'beginsAt', label: t('form.beginsAt') },
    { name: 'endsAt', label: t('form.endsAt') },
    { name: 'days', label: t('form.days') },
    { name: 'everyWeeks', label: t('series.everyWeeks') },
    { name: 'times', label: t('series.times') },
    { name: 'until', label: t('series.until') },
    { name: 'holidays', label: t('series.holidays') },
    { name: 'scope', label: t('series.scope') },
    { name: 'headCount', label: t('form.headCount') },
    { name: 'headCountIs', label: t('form.headCountIs') },
    { name: 'overrunReason', label: t('form.overrunReason') },
    { name: 'agenda', label: t('form.agenda') },
    { name: 'decisions', label: t('form.decisions') },
    { name: 'nextSteps', label: t('form.nextSteps') },
    { name: 'blockers', label: t('form.blockers') },
    { name: 'themes', label: t('form.themes'), words: t('choices:domain', { returnObjects: true }) },
    { name: 'kind', label: t('form.kind'), words: words(sessionKinds, value => t(`kinds.${value}`)) },
    { name: 'mode', label: t('form.mode'), words: words(sessionModes, value => t(`modes.${value}`)) },
    { name: 'place', label: t('form.place') },
  ]
}
