import { useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import type { Locale } from '#app/i18n/formats.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Payer } from '../payer.ts'
import type { SheetFacts, SheetLine } from '../sheet.ts'
import { PaidBy } from './paid-by.tsx'
import { useSheetWords } from './sheet-words.ts'
import { SignForm } from './sign-form.tsx'

type SignByLinkProps = {
  sheet: {
    operator: string
    title: string | null
    isOpen: boolean
    facts: SheetFacts
    hash: string
    line: SheetLine
    funders: readonly Payer[]
  }
  formKey: string
  locale: Locale
}

/** Her own line on her own phone: nobody else’s name is there. */
export function SignByLinkScreen({ sheet, formKey, locale }: SignByLinkProps) {
  const { t } = useTranslation('sheets')
  const { factsOf, signedWords } = useSheetWords(locale)
  const { line } = sheet
  const standing = line.signed ?? line.earlier
  return (
    <>
      <h1 className="wrap-anywhere">{t('forYou', { name: line.personName ?? line.organisation ?? '' })}</h1>
      <p className="mt-3">{t('statement', { operator: sheet.operator, title: sheet.title ?? t('untitled') })}</p>
      <p className="font-semibold">{factsOf(sheet.facts)}</p>
      <Payers funders={sheet.funders} />
      {sheet.isOpen ? null : <Notice tone="late">{t('closed')}</Notice>}
      {line.signed ? (
        <Notice tone="done" role="status" title={t('thanks')}>
          <p>{signedWords(line.signed)}</p>
        </Notice>
      ) : null}
      {!line.signed && line.earlier ? (
        <Notice tone="late">{t('earlier', { facts: factsOf(line.earlier), signed: signedWords(line.earlier) })}</Notice>
      ) : null}
      {sheet.isOpen && !line.signed ? <SignForm hash={sheet.hash} line={line} formKey={formKey} /> : null}
      {standing ? <Withdraw formKey={formKey} /> : null}
      <p className="my-6 text-[0.9375rem] text-ink-2">{t('privacy', { operator: sheet.operator })}</p>
    </>
  )
}

/** Who pays, by name, and their logos beside: what is read aloud is the name, once. */
function Payers({ funders }: { funders: readonly Payer[] }) {
  const { token } = useParams()
  const logos = funders.flatMap(({ logo }) => logo ?? [])
  return (
    <div className="mb-4">
      <PaidBy names={funders.map(({ name }) => name)} />
      {logos.length > 0 ? (
        <p className="mt-2 flex flex-wrap items-center gap-4">
          {logos.map(({ id }) => (
            <img
              key={id}
              src={`/r/${token}/logos/${id}`}
              alt=""
              className="h-12 w-auto max-w-40 rounded-card bg-white object-contain p-1"
            />
          ))}
        </p>
      ) : null}
    </div>
  )
}

function Withdraw({ formKey }: { formKey: string }) {
  const { t } = useTranslation('sheets')
  const form = useForm('withdraw')
  return (
    <details open={form.reply !== null} className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2 text-ink-2">{t('withdrawMine')}</summary>
      <CommandForm name="withdraw" formKey={formKey} key={form.generation} className="space-y-3">
        <FormTroubles form={form} fields={[{ name: 'reason', label: t('reason') }]} />
        <TextField {...form.field('reason')} label={t('reason')} hint={t('reasonHint')} required maxLength={300} />
        <Button>{t('withdrawIt')}</Button>
      </CommandForm>
    </details>
  )
}
