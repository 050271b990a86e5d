import { Link } from '@remix-run/react'
import { ChevronLeft, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ChooseFile } from '#app/features/files/ui/choose-file.tsx'
import { useSessionAddress } from '#app/features/sessions/ui/use-session-address.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import type { Locale } from '#app/i18n/formats.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { missingIn, type SheetFacts, type SheetLine } from '../sheet.ts'
import { PaidBy } from './paid-by.tsx'
import { type SheetCode, SheetLineItem } from './sheet-line.tsx'
import { useSheetWords } from './sheet-words.ts'

type SheetScreenProps = {
  page: {
    title: string | null
    funders: readonly string[]
    session: { status: string }
    facts: SheetFacts
    hash: string
    lines: SheetLine[]
    mayWrite: boolean
    codes: Readonly<Record<string, SheetCode>>
  }
  formKey: string
  locale: Locale
}

/** The sheet of a session, where each signs in the way that suits her. */
export function SheetScreen({ page, formKey, locale }: SheetScreenProps) {
  const { t } = useTranslation('sheets')
  const { address, level } = useSessionAddress()
  const { factsOf } = useSheetWords(locale)
  const { lines, mayWrite, codes, hash } = page
  const missing = missingIn(lines)
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <>
      <Link to={address} className="-ml-1 inline-flex min-h-11 items-center gap-1">
        <Icon of={ChevronLeft} />
        {t('back')}
      </Link>
      <Heading>{t('title')}</Heading>
      <p className="mt-1 text-ink-2">{[page.title, factsOf(page.facts)].filter(Boolean).join(' · ')}</p>
      <PaidBy names={page.funders} />
      {page.session.status === 'held' ? null : <Notice>{t('notHeld')}</Notice>}
      <p className="my-3">
        {lines.length > 0 ? t('signatures', { signed: lines.length - missing.length, of: lines.length }) : t('nobody')}
      </p>
      <p>
        <a
          href={`${address}/emargement/fichier${locale === 'en' ? '?langue=en' : ''}`}
          download
          className="inline-flex min-h-11 items-center gap-1.5"
        >
          <Icon of={Download} />
          {t('download')}
        </a>
      </p>
      <ul aria-label={t('title')} className="divide-y divide-line">
        {lines.map(line => (
          <SheetLineItem
            key={line.id}
            line={line}
            code={codes[line.id]}
            signTo={mayWrite ? `${address}/emargement/${line.id}` : null}
            level={level === 1 ? 2 : 3}
            formKey={formKey}
            locale={locale}
          />
        ))}
      </ul>
      {mayWrite && missing.length > 0 ? (
        <>
          <Phones formKey={formKey} />
          <Paper hash={hash} missing={missing} formKey={formKey} />
        </>
      ) : null}
    </>
  )
}

function Phones({ formKey }: { formKey: string }) {
  const { t } = useTranslation('sheets')
  const form = useForm('phones')
  return (
    <Section title={t('phones')}>
      <p className="max-w-prose">{t('phonesHelp')}</p>
      <CommandForm name="phones" formKey={formKey} key={form.generation} className="mt-3">
        <FormTroubles form={form} fields={[]} />
        <Button>{t('openPhones')}</Button>
      </CommandForm>
    </Section>
  )
}

function Paper({ hash, missing, formKey }: { hash: string; missing: readonly SheetLine[]; formKey: string }) {
  const { t } = useTranslation('sheets')
  const form = useForm('paper')
  const file = form.field('file')
  return (
    <Section title={t('paper')}>
      <CommandForm
        name="paper"
        formKey={formKey}
        key={form.generation}
        encType="multipart/form-data"
        className="max-w-2xl space-y-4"
      >
        <FormTroubles
          form={form}
          fields={[
            { name: 'file', label: t('scan') },
            { name: 'signers', label: t('signers') },
          ]}
        />
        <Hidden name="sheet" value={hash} />
        <ChooseFile name={file.name} errors={file.errors} label={t('scan')} hint={t('scanHint')} />
        <ChoiceGroup
          name="signers"
          label={t('signers')}
          hint={t('signersHint')}
          multiple
          defaultValue={form.typed?.signers?.split('\n') ?? []}
          {...(form.reply?.fields.signers && { errors: form.reply.fields.signers })}
          options={missing.map(({ id, personName, organisation }) => ({
            value: id,
            label: [personName, organisation].filter(Boolean).join(', '),
          }))}
        />
        <Button>{t('match')}</Button>
      </CommandForm>
    </Section>
  )
}
