import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay, formatInstant, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { SheetLine } from '../sheet.ts'
import { DrawnSignature } from './drawn-signature.tsx'
import { useSheetWords } from './sheet-words.ts'

export type SheetCode = { address: string; expiresOn: Day; picture: { size: number; path: string } }
type SheetLineProps = {
  line: SheetLine
  code: SheetCode | undefined
  /** Where she signs on this device; null where nobody may. */
  signTo: string | null
  level: 2 | 3
  formKey: string
  locale: Locale
}

/** One person of the sheet: whether she signed, and the ways in which she may. */
export function SheetLineItem({ line, code, signTo, level, formKey, locale }: SheetLineProps) {
  const { t } = useTranslation(['sheets', 'sessions'])
  const { factsOf, signedWords } = useSheetWords(locale)
  const { personName, organisation, role, isRemote, signed, earlier, withdrawn, accompanimentId } = line
  const name = personName ?? organisation ?? ''
  const Heading = level === 2 ? 'h2' : 'h3'
  const about = [
    personName ? organisation : null,
    role && t(`sessions:roles.${role}`),
    accompanimentId ? null : t('sheets:leads'),
    isRemote ? t('sheets:remote') : null,
  ].filter(Boolean)
  return (
    <li className="space-y-2 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Heading className="text-lg wrap-anywhere">{name}</Heading>
        <StatusTag tone={signed ? 'done' : 'late'}>{t(signed ? 'sheets:isSigned' : 'sheets:isMissing')}</StatusTag>
      </div>
      {about.length > 0 ? <p className="text-ink-2">{about.join(' · ')}</p> : null}
      {signed ? <p>{signedWords(signed)}</p> : null}
      {signed?.drawing ? (
        <DrawnSignature
          drawing={signed.drawing}
          label={t('sheets:signatureOf', { name: signed.signedName })}
          className="h-16 rounded-card bg-white"
        />
      ) : null}
      {!signed && earlier ? (
        <p>{t('sheets:earlier', { facts: factsOf(earlier), signed: signedWords(earlier) })}</p>
      ) : null}
      {withdrawn.map(({ id, signedName, withdrawnAt, withdrawnBy, withdrawnReason }) => (
        <p key={id} className="text-ink-2">
          {t('sheets:withdrawn', {
            name: signedName,
            by: withdrawnBy ?? '',
            at: withdrawnAt ? formatInstant(new Date(withdrawnAt), locale) : '',
            reason: withdrawnReason ?? '',
          })}
        </p>
      ))}
      {!signed && signTo ? (
        <Link to={signTo} className="inline-flex min-h-11 items-center font-semibold">
          {t('sheets:signHere')}
          <span className="sr-only"> {name}</span>
        </Link>
      ) : null}
      {!signed && code ? <Code code={code} name={name} locale={locale} /> : null}
      {signTo && (signed ?? earlier) ? (
        <Withdraw signatureId={(signed ?? earlier)?.id ?? ''} name={name} formKey={formKey} />
      ) : null}
    </li>
  )
}

/** Black on white whatever the theme, or phones do not read it. */
function Code({ code, name, locale }: { code: SheetCode; name: string; locale: Locale }) {
  const { t } = useTranslation('sheets')
  const { address, expiresOn, picture } = code
  const { size, path } = picture
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t('code', { name })}</summary>
      <svg
        role="img"
        aria-label={t('codeOf', { name })}
        viewBox={`-4 -4 ${size + 8} ${size + 8}`}
        className="size-60 rounded-card bg-white"
        shapeRendering="crispEdges"
      >
        <path d={path} fill="#000" />
      </svg>
      <p className="mt-2 text-ink-2">{t('codeHelp', { name, day: formatDay(expiresOn, locale) })}</p>
      <p className="wrap-anywhere select-all" translate="no">
        {address}
      </p>
    </details>
  )
}

function Withdraw({ signatureId, name, formKey }: { signatureId: string; name: string; formKey: string }) {
  const { t } = useTranslation('sheets')
  const form = useForm(`withdraw.${signatureId}`)
  return (
    <details open={form.reply !== null}>
      <summary className="min-h-11 cursor-pointer py-2 text-ink-2">{t('withdraw', { name })}</summary>
      <CommandForm
        name={`withdraw.${signatureId}`}
        formKey={formKey}
        key={form.generation}
        className="max-w-xl space-y-3 pb-2"
      >
        <FormTroubles form={form} fields={[{ name: 'reason', label: t('reason'), id: `f-reason-${signatureId}` }]} />
        <Hidden name="signatureId" value={signatureId} />
        <TextField
          {...form.field('reason')}
          id={`f-reason-${signatureId}`}
          label={t('reason')}
          hint={t('reasonHint')}
          required
          maxLength={300}
        />
        <Button>{t('withdrawIt')}</Button>
      </CommandForm>
    </details>
  )
}
