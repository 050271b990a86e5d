import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, Select, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { RespondentView, WaveRespondents } from '../respondent-view.ts'
import type { WaveView } from '../wave-view.ts'
import { SideBySideTable } from './side-by-side.tsx'

export type RespondentsProps = {
  wave: Pick<WaveView, 'id' | 'wave' | 'state' | 'isOpen'>
  respondents: WaveRespondents
  /** Those whose answers may be written down from a call. */
  callable: readonly { id: string }[]
  /** Of the organisation; empty for a case that has none. */
  people: readonly { id: string; name: string; hasEmail: boolean }[]
  number: string
  formKey: string
}

/** Everybody who is asked of one wave: how far each is, what they say side by side, and whose answers figures read. */
export function Respondents({
  wave,
  respondents: { people: asked, sideBySide },
  callable,
  people,
  number,
  formKey,
}: RespondentsProps) {
  const { t } = useTranslation('followUps')
  const ask = useForm('ask-respondent')
  const choose = useForm('choose-reference')
  const remind = useForm('remind-respondent')
  const refused = [choose, remind].flatMap(({ reply, formErrors }) =>
    reply?.values.followUpId === wave.id ? formErrors : [],
  )
  const mayBeAsked = people.filter(({ id }) => asked.every(({ personId }) => personId !== id))
  const isThisOne = ask.reply?.values.followUpId === wave.id
  const names = new Map(asked.map(({ id, name }) => [id, name ?? t('respondents.unnamed')]))
  return (
    <div className="mt-2">
      <Disclosure
        label={asked.length > 0 ? t('respondents.several', { count: asked.length }) : t('respondents.one')}
        open={isThisOne || asked.some(({ askedOn }) => askedOn !== null) || refused.length > 0 || sideBySide !== null}
      >
        {refused.map(message => (
          <Notice key={message} tone="stop" role="alert">
            {message}
          </Notice>
        ))}
        {asked.length > 0 ? (
          <ul aria-label={t('respondents.list', { wave: wave.wave })} className="divide-y divide-line">
            {asked.map(person => (
              <Respondent
                key={person.id}
                person={person}
                isCallable={callable.some(({ id }) => id === person.personId)}
                name={names.get(person.id) ?? ''}
                wave={wave}
                number={number}
                formKey={formKey}
              />
            ))}
          </ul>
        ) : null}
        {sideBySide ? <SideBySideTable sideBySide={sideBySide} names={names} /> : null}
        {people.length > 0 ? (
          <AskForm form={ask} isThisOne={isThisOne} wave={wave} people={mayBeAsked} number={number} formKey={formKey} />
        ) : null}
      </Disclosure>
    </div>
  )
}

type RespondentProps = Pick<RespondentsProps, 'wave' | 'number' | 'formKey'> & {
  person: RespondentView
  name: string
  isCallable: boolean
}

function Respondent({ person, name, isCallable, wave, number, formKey }: RespondentProps) {
  const { t } = useTranslation('followUps')
  const said = useProgress()
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0">
        <strong>{name}</strong> : {said(person)}
      </span>
      {person.isReference && person.sentOn ? <StatusTag tone="done">{t('respondents.reference')}</StatusTag> : null}
      {person.sentOn && !person.isReference ? (
        <CommandForm name="choose-reference" formKey={`${formKey}.${person.id}`}>
          <Hidden name="followUpId" value={wave.id} />
          <Hidden name="number" value={number} />
          <Hidden name="responseId" value={person.id} />
          <Button variant="quiet" aria-label={t('respondents.chooseFor', { name })}>
            {t('respondents.choose')}
          </Button>
        </CommandForm>
      ) : null}
      {person.personId && !person.sentOn ? (
        <CommandForm name="remind-respondent" formKey={`${formKey}.${person.id}`}>
          <Hidden name="followUpId" value={wave.id} />
          <Hidden name="number" value={number} />
          <Hidden name="personId" value={person.personId} />
          <Button variant="quiet" aria-label={t('respondents.remindFor', { name })}>
            {t('respondents.remind')}
          </Button>
        </CommandForm>
      ) : null}
      {isCallable ? (
        <Link
          to={`?appel=${wave.id}&personne=${person.personId}#appel`}
          aria-label={t('respondents.callFor', { name })}
          className="inline-block py-2"
        >
          {t('respondents.call')}
        </Link>
      ) : null}
    </li>
  )
}

/** How far somebody is, in words. */
function useProgress() {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  const by = { link: t('byLink'), phone: t('byPhone'), import: t('byImport') }
  const written = (stored: string | null) => {
    const on = day(stored)
    return on ? formatDay(on, locale, 'long') : ''
  }
  return ({ state, channel, askedOn, sentOn }: RespondentView) => {
    if (state === 'sent') return t('respondents.sent', { day: written(sentOn), channel: by[channel] })
    if (state === 'begun') return t('respondents.begun')
    return askedOn ? t('respondents.asked', { day: written(askedOn) }) : t('respondents.waiting')
  }
}

type AskProps = Pick<RespondentsProps, 'wave' | 'people' | 'number' | 'formKey'> & {
  form: ReturnType<typeof useForm>
  isThisOne: boolean
}

function AskForm({ form, isThisOne, wave, people, number, formKey }: AskProps) {
  const { t } = useTranslation('followUps')
  const field = (name: string) => ({
    ...(isThisOne ? form.field(name) : { name, defaultValue: '' }),
    id: `f-${name}-${wave.id}`,
  })
  const labels = {
    personId: t('respondents.person'),
    name: t('respondents.name'),
    email: t('respondents.email'),
  }
  return (
    <div className="mt-3 max-w-2xl">
      <h4>{t('respondents.ask')}</h4>
      <p className="mb-3 text-ink-2">{t('respondents.askHelp')}</p>
      <CommandForm name="ask-respondent" formKey={`${formKey}.${wave.id}.ask`} className="space-y-4">
        {isThisOne ? (
          <FormTroubles
            form={form}
            fields={(['personId', 'name', 'email'] as const).map(name => ({
              name,
              label: labels[name],
              id: `f-${name}-${wave.id}`,
            }))}
          />
        ) : null}
        <Hidden name="followUpId" value={wave.id} />
        <Hidden name="number" value={number} />
        <Select
          {...field('personId')}
          label={labels.personId}
          placeholder={t('respondents.nobody')}
          options={people.map(({ id, name, hasEmail }) => ({
            value: id,
            label: hasEmail ? name : t('respondents.noEmail', { name }),
          }))}
        />
        <TextField {...field('name')} label={labels.name} />
        <TextField {...field('email')} label={labels.email} type="email" />
        <Button>{t('respondents.send')}</Button>
      </CommandForm>
    </div>
  )
}
