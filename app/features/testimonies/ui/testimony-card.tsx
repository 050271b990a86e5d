import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { audiences, pieceKinds } from '../piece-kinds.ts'
import { ConsentFields, consentFields } from './consent-fields.tsx'

export type ShownConsent = {
  id: string
  audience: (typeof audiences)[number]
  personName: string
  givenOn: string
  withdrawnOn: string | null
  evidence: string | null
}
export type ShownTestimony = {
  id: string
  number: string
  organisation: string | null
  kind: (typeof pieceKinds)[number]
  body: string
  author: string | null
  collectedOn: string
  method: string | null
  limits: string | null
  fromFollowUp: boolean
  consents: ShownConsent[]
}
type Page = { operator: string; today: string; formKey: string }

function useDay() {
  const locale = useLocale()
  return (stored: string) => {
    const value = day(stored)
    return value ? formatDay(value, locale) : stored
  }
}

/** A piece, where it comes from, and who may read it. */
export function TestimonyCard({ testimony, page }: { testimony: ShownTestimony; page: Page }) {
  const { t } = useTranslation('testimonies')
  const written = useDay()
  const { id, number, organisation, kind, body, author, collectedOn, method, limits, fromFollowUp, consents } =
    testimony
  const facts = [
    t(`kinds.${kind}`),
    author,
    t('collected', { day: written(collectedOn) }),
    fromFollowUp ? t('fromFollowUp') : null,
  ]
  return (
    <li className="space-y-3 border-b border-line py-6 first:pt-0">
      <Quote
        source={
          <>
            {facts.filter(fact => fact !== null).join(' · ')}
            {method ? <span className="block">{t('methodLine', { method })}</span> : null}
            {limits ? <span className="block">{t('limitsLine', { limits })}</span> : null}
          </>
        }
        action={
          <span className="block">
            <Link to={`/o/${page.operator}/accompagnements/${number}`} className="inline-block py-1">
              {t('from', { number })}
            </Link>
            {organisation ? ` · ${organisation}` : ''}
          </span>
        }
      >
        <span className="whitespace-pre-wrap">«&nbsp;{body}&nbsp;»</span>
      </Quote>
      {consents.length === 0 ? <StatusTag>{t('consent.none')}</StatusTag> : null}
      {consents.map(consent => (
        <ConsentLine key={consent.id} consent={consent} page={page} />
      ))}
      <GiveConsent pieceId={id} page={page} />
    </li>
  )
}

function ConsentLine({ consent, page }: { consent: ShownConsent; page: Page }) {
  const { t } = useTranslation(['testimonies', 'common'])
  const written = useDay()
  const { id, audience, personName, givenOn, withdrawnOn, evidence } = consent
  const tone = withdrawnOn ? 'stop' : audience === 'internal' ? 'neutral' : 'done'
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <StatusTag tone={tone}>
        {t('testimonies:consent.line', {
          audience: t(`testimonies:audiences.${audience}`),
          name: personName,
          day: written(givenOn),
        })}
      </StatusTag>
      {evidence ? (
        <span className="text-sm text-ink-2">
          {t('testimonies:consent.evidenceLine', {
            // A verbatim's consent was given in the follow-up itself: its proof is that answer, not a text.
            evidence: evidence.startsWith('follow-up:') ? t('testimonies:consent.inFollowUp') : evidence,
          })}
        </span>
      ) : null}
      {withdrawnOn ? (
        <span className="text-sm">{t('testimonies:consent.withdrawnOn', { day: written(withdrawnOn) })}</span>
      ) : (
        <Dialog
          id={`retirer-${id}`}
          title={t('testimonies:consent.withdrawTitle')}
          trigger={t('testimonies:consent.withdraw')}
          variant="quiet"
          closeLabel={t('common:cancel')}
        >
          <p className="mb-4">{t('testimonies:consent.withdrawHelp')}</p>
          <CommandForm name="withdraw" formKey={`${page.formKey}.${id.slice(-12)}`}>
            <Hidden name="consentId" value={id} />
            <Button variant="danger">{t('testimonies:consent.withdraw')}</Button>
          </CommandForm>
        </Dialog>
      )}
    </div>
  )
}

function GiveConsent({ pieceId, page }: { pieceId: string; page: Page }) {
  const { t } = useTranslation('testimonies')
  const form = useForm('consent')
  const isMine = form.reply?.values.pieceId === pieceId
  const of = pieceId.slice(-12)
  const labels = consentFields.map(name => ({ name, label: t(`consent.${name}`), id: `f-${name}-${of}` }))
  return (
    <Disclosure label={t('consent.give')} open={isMine}>
      <CommandForm name="consent" formKey={`${page.formKey}.${of}`} className="max-w-3xl space-y-4 pt-2">
        {isMine ? <FormTroubles form={form} fields={labels} /> : null}
        <Hidden name="pieceId" value={pieceId} />
        <ConsentFields form={isMine ? form : untouched(form)} of={of} today={page.today} />
        <Button>{t('consent.submit')}</Button>
      </CommandForm>
    </Disclosure>
  )
}

/** The same form for another piece of the page: what was answered is not about it. */
function untouched(form: FormState): FormState {
  const field: FormState['field'] = (name, stored) => ({
    name,
    defaultValue: stored === null || stored === undefined ? '' : String(stored),
    errors: undefined,
  })
  return { ...form, reply: null, field, formErrors: [], summary: [] }
}
